package lectern.plot;

import java.util.regex.Pattern;

/**
 * How wide a text is about, whatever fonts a machine has: figures must have the same margins
 * everywhere. Errs on the wide side.
 */
final class TextSize {
  static final double LINE = 1.3;

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final String NARROW = "iljtfrI.,:;'|!()[]{}- /\\\"`";
  private static final String WIDE = "mwMW@%—";

  private TextSize() {}

  /** The width of the widest line in pixels. */
  static double width(String text, double fontSize) {
    double widest = 0;
    for (String line : text.split("<br>", -1)) {
      String plain = TAG.matcher(line).replaceAll("");
      double width = 0;
      for (int i = 0; i < plain.length(); ) {
        int letter = plain.codePointAt(i);
        width += share(letter);
        i += Character.charCount(letter);
      }
      widest = Math.max(widest, width);
    }
    return widest * fontSize;
  }

  static double height(String text, double fontSize) {
    return text.split("<br>", -1).length * fontSize * LINE;
  }

  private static double share(int letter) {
    if (letter >= 0x2e80) {
      return 1.0;
    }
    if (NARROW.indexOf(letter) >= 0) {
      return 0.34;
    }
    if (letter < 128 && Character.isDigit(letter)) {
      return 0.6;
    }
    if (WIDE.indexOf(letter) >= 0) {
      return 0.88;
    }
    return Character.isUpperCase(letter) ? 0.7 : 0.56;
  }
}
