package lectern.kernel.source;

/**
 * A word, literal or symbol of Java.
 *
 * @param text with Unicode escapes replaced
 * @param start where it begins in the cell
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHARACTER,
    SYMBOL,
    END
  }

  /** Whether it is this word or symbol; a literal never is. */
  public boolean is(String expected) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(expected);
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }
}
