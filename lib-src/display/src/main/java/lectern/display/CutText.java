package lectern.display;

import java.util.Locale;

/** The beginning of a long text, and how much of it there is. */
final class CutText {
  private CutText() {}

  /** The text, or its first characters and {@code … 980,000 more characters of 1,000,000}. */
  static String of(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return text.substring(0, end)
        + String.format(
            Locale.ROOT, "… %,d more characters of %,d", text.length() - end, text.length());
  }
}
