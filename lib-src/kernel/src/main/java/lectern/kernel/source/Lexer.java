package lectern.kernel.source;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.source.Token.Kind;

/** Reads text as tokens; comments and white space are left out. */
final class Lexer {
  private final PlainChars text;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String source) {
    text = new PlainChars(source);
  }

  /** The tokens of a text. */
  static List<Token> read(String source) {
    Lexer lexer = new Lexer(source);
    for (int i = 0; i < lexer.text.length; ) {
      i = lexer.next(i);
    }
    return lexer.tokens;
  }

  private int next(int start) {
    char c = text.chars[start];
    if (c <= ' ' || c == 0x1a) {
      return start + 1;
    }
    if (text.startsWith("//", start)) {
      return lineEnd(start);
    }
    if (text.startsWith("/*", start)) {
      return closing(start, 2, "*/", false, "unclosed comment");
    }
    if (text.startsWith("\"\"\"", start)) {
      return add(Kind.STRING, start, closing(start, 3, "\"\"\"", true, "unclosed text block"));
    }
    if (c == '"' || c == '\'') {
      return literal(start);
    }
    if (Character.isJavaIdentifierStart(text.codePoint(start))) {
      return word(start);
    }
    if (isDigit(start) || c == '.' && isDigit(start + 1)) {
      return number(start);
    }
    return add(Kind.SYMBOL, start, start + 1);
  }

  private int add(Kind kind, int start, int end) {
    String read = new String(text.chars, start, end - start);
    tokens.add(new Token(kind, read, text.origin(start), text.origin(end)));
    return end;
  }

  private int lineEnd(int start) {
    int i = start;
    while (i < text.length && !isLineEnd(i)) {
      i++;
    }
    return i;
  }

  private boolean isLineEnd(int index) {
    return text.chars[index] == '\n' || text.chars[index] == '\r';
  }

  private int closing(int start, int opening, String mark, boolean escapes, String complaint) {
    int i = start + opening;
    while (i < text.length && !text.startsWith(mark, i)) {
      i += escapes && text.chars[i] == '\\' ? 2 : 1;
    }
    if (i >= text.length) {
      throw new BrokenText(text.origin(start), complaint, true);
    }
    return i + mark.length();
  }

  private int literal(int start) {
    char quote = text.chars[start];
    int i = start + 1;
    while (i < text.length && text.chars[i] != quote && !isLineEnd(i)) {
      i += text.chars[i] == '\\' ? 2 : 1;
    }
    boolean isString = quote == '"';
    if (i >= text.length || text.chars[i] != quote) {
      String what = isString ? "string" : "character";
      throw new BrokenText(text.origin(start), "unclosed " + what + " literal", false);
    }
    return add(isString ? Kind.STRING : Kind.CHARACTER, start, i + 1);
  }

  private int word(int start) {
    int i = start;
    while (i < text.length && Character.isJavaIdentifierPart(text.codePoint(i))) {
      i += Character.charCount(text.codePoint(i));
    }
    return add(Kind.WORD, start, i);
  }

  private boolean isDigit(int index) {
    return index < text.length && text.chars[index] >= '0' && text.chars[index] <= '9';
  }

  private int number(int start) {
    boolean hexadecimal = text.startsWith("0x", start) || text.startsWith("0X", start);
    String exponents = hexadecimal ? "pP" : "eE";
    int i = start;
    while (i < text.length) {
      char c = text.chars[i];
      boolean sign =
          (c == '+' || c == '-') && i > start && exponents.indexOf(text.chars[i - 1]) >= 0;
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !sign) {
        break;
      }
      i++;
    }
    return add(Kind.NUMBER, start, i);
  }
}
