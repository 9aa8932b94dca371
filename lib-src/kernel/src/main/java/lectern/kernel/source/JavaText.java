package lectern.kernel.source;

import java.util.regex.Pattern;

/**
 * Java as characters: what is code, what is comment or string, how deep the brackets are.
 *
 * <p>Enough to find where a statement may begin; it does not know Java's grammar.
 */
public final class JavaText {
  private static final Pattern MAGIC = Pattern.compile("(?m)^%.*$");

  private final String text;
  private final StringBuilder code = new StringBuilder();
  private int depth;
  private boolean open;

  private JavaText(String text) {
    this.text = text;
  }

  /** The code without comments, trimmed; strings are kept. */
  public static String withoutComments(String text) {
    return scan(text).code.toString().trim();
  }

  /** How many brackets, braces and parentheses are still open at the end. */
  public static int depth(String text) {
    return scan(text).depth;
  }

  /** Whether the text ends inside a comment or a text block. */
  public static boolean endsInside(String text) {
    return scan(text).open;
  }

  /** The text with spaces in the place of lines that begin with a percent sign. */
  public static String withoutMagics(String text) {
    return MAGIC.matcher(text).replaceAll(line -> " ".repeat(line.group().length()));
  }

  private static JavaText scan(String text) {
    JavaText scanned = new JavaText(text);
    scanned.run();
    return scanned;
  }

  private void run() {
    for (int i = 0; i < text.length(); ) {
      if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        i = skipTo("*/", i + 2);
        code.append(' ');
      } else if (text.startsWith("\"\"\"", i)) {
        i = copyTo("\"\"\"", i, 3);
      } else if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
        i = copyLiteral(i);
      } else {
        char c = text.charAt(i++);
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        code.append(c);
      }
    }
  }

  private int skipTo(String mark, int search) {
    int end = text.indexOf(mark, search);
    open |= end < 0;
    return end < 0 ? text.length() : end + mark.length();
  }

  private int copyTo(String mark, int from, int length) {
    int i = from + length;
    while (i < text.length() && !text.startsWith(mark, i)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    open |= i >= text.length();
    int end = Math.min(text.length(), i + mark.length());
    code.append(text, from, end);
    return end;
  }

  /** A string or character ends at its quote or at the end of its line. */
  private int copyLiteral(int from) {
    char quote = text.charAt(from);
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    boolean closed = i < text.length() && text.charAt(i) == quote;
    int end = Math.min(text.length(), closed ? i + 1 : i);
    code.append(text, from, end);
    return end;
  }
}
