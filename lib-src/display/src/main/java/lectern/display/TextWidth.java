package lectern.display;

/** How much room a text takes where every letter is as wide: Chinese ones take two places. */
public final class TextWidth {
  /** First and last letter of each range that is two places wide (Unicode's wide and full). */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
    0xFFE0, 0xFFE6, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F3A0, 0x1F3CA, 0x1F400,
    0x1F43E, 0x1F442, 0x1F4FC, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F90C, 0x1F93A, 0x20000,
    0x2FFFD, 0x30000, 0x3FFFD
  };

  private TextWidth() {}

  /** The places that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The places that one letter takes: 0 for marks that sit on another, 2 for wide ones, else 1. */
  public static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text, or as much of its beginning as fits with a "…" behind it. */
  public static String cut(String text, int places) {
    if (of(text) <= places) {
      return text;
    }
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += of(codePoint);
      if (used > places - 1) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** The text with spaces to fill the places, before it or behind it. */
  public static String pad(String text, int places, boolean right) {
    String spaces = " ".repeat(Math.max(0, places - of(text)));
    return right ? spaces + text : text + spaces;
  }
}
