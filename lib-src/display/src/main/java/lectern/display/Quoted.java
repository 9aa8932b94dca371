package lectern.display;

/** Texts and letters as a Java program writes them. */
final class Quoted {
  private Quoted() {}

  /** {@code "say \"hi\"\n"} */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> append(quoted, (char) c, '"'));
    return quoted.append('"').toString();
  }

  /** {@code 'x'} */
  static String of(char c) {
    StringBuilder quoted = new StringBuilder("'");
    append(quoted, c, '\'');
    return quoted.append('\'').toString();
  }

  private static void append(StringBuilder out, char c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(c);
        } else if (Character.isISOControl(c)) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
