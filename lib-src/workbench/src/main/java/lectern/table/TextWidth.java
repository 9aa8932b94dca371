package lectern.table;

/** How many columns of a terminal a text takes: two for each Chinese letter. */
final class TextWidth {
  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        letter >= 0x1100 && letter <= 0x115f
            || letter >= 0x2e80 && letter <= 0x303e
            || letter >= 0x3041 && letter <= 0xa4cf
            || letter >= 0xac00 && letter <= 0xd7a3
            || letter >= 0xf900 && letter <= 0xfaff
            || letter >= 0xfe30 && letter <= 0xfe6f
            || letter >= 0xff00 && letter <= 0xff60
            || letter >= 0xffe0 && letter <= 0xffe6
            || letter >= 0x1f300 && letter <= 0x1faff
            || letter >= 0x20000 && letter <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /** The text, or as much of its beginning as fits, with a sign that it goes on. */
  static String cut(String text, int widest) {
    if (of(text) <= widest) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int width = 1;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      width += of(letter);
      if (width > widest) {
        break;
      }
      kept.appendCodePoint(letter);
      i += Character.charCount(letter);
    }
    return kept.append('…').toString();
  }
}
