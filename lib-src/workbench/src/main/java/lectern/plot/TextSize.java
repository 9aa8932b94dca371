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

  /**
   * The text in lines that fit a width, broken at spaces; one with tags or lines stays as it is.
   */
  static String wrap(String text, double fontSize, double room) {
    if (text.indexOf('<') >= 0 || width(text, fontSize) <= room) {
      return text;
    }
    StringBuilder lines = new StringBuilder();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, fontSize) > room) {
        lines.append(line).append("<br>");
        longer = word;
      }
      line = longer;
    }
    return lines.append(line).toString();
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
