package lectern.kernel.source;

/**
 * Where the end of some code is: in plain code, in a string, or in what Java does not read.
 *
 * @param kind what it is inside of
 * @param start where that begins: behind the opening quote of a string; 0 in plain code
 */
public record CursorPlace(Kind kind, int start) {
  /** What a place may be inside of. */
  public enum Kind {
    CODE,
    STRING,
    /** A comment, a character, a text block. */
    OTHER
  }

  /** The place behind that code. */
  public static CursorPlace behind(String code) {
    for (int i = 0; i < code.length(); ) {
      Kind kind = Kind.OTHER;
      String end = "";
      int open = 1;
      if (code.startsWith("//", i)) {
        end = "\n";
      } else if (code.startsWith("/*", i)) {
        end = "*/";
        open = 2;
      } else if (code.startsWith("\"\"\"", i)) {
        end = "\"\"\"";
        open = 3;
      } else if (code.charAt(i) == '"') {
        end = "\"";
        kind = Kind.STRING;
      } else if (code.charAt(i) == '\'') {
        end = "'";
      }
      if (end.isEmpty()) {
        i++;
        continue;
      }
      int close = close(code, i + open, end);
      if (close < 0) {
        return new CursorPlace(kind, i + open);
      }
      i = close + end.length();
    }
    return new CursorPlace(Kind.CODE, 0);
  }

  /** Where that end stands; a string or character also ends with its line. */
  private static int close(String code, int from, String end) {
    boolean isLiteral = end.equals("\"") || end.equals("'");
    boolean escapes = isLiteral || end.equals("\"\"\"");
    for (int i = from; i < code.length(); i++) {
      if (code.startsWith(end, i) || isLiteral && code.charAt(i) == '\n') {
        return i;
      }
      i += escapes && code.charAt(i) == '\\' ? 1 : 0;
    }
    return -1;
  }
}
