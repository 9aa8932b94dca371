package lectern.kernel.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a cell with their brackets paired. */
public final class JavaTokens {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final List<Token> tokens;
  private final int[] partners;
  private final Token end;

  private JavaTokens(List<Token> tokens, int length) {
    this.tokens = tokens;
    partners = new int[tokens.size()];
    end = new Token(Token.Kind.END, "", length, length);
    Arrays.fill(partners, -1);
    pair();
  }

  /**
   * Reads a text.
   *
   * @throws BrokenText where a literal, a comment or a bracket has no end
   */
  public static JavaTokens of(String text) {
    return new JavaTokens(Lexer.read(text), text.length());
  }

  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != Token.Kind.SYMBOL) {
        continue;
      }
      int closes = CLOSING.indexOf(token.text());
      if (OPENING.contains(token.text())) {
        open.push(i);
      } else if (closes >= 0) {
        close(open, i, closes);
      }
    }
    if (!open.isEmpty()) {
      Token first = tokens.get(open.peek());
      String words = "'" + first.text() + "' is never closed: reached end of file";
      throw new BrokenText(first.start(), words, true);
    }
  }

  private void close(Deque<Integer> open, int index, int kind) {
    Token token = tokens.get(index);
    String found = "'" + token.text() + "'";
    if (open.isEmpty()) {
      String words = found + " without an opening '" + OPENING.charAt(kind) + "'";
      throw new BrokenText(token.start(), words, false);
    }
    int partner = open.pop();
    int opened = OPENING.indexOf(tokens.get(partner).text());
    if (opened != kind) {
      String words = found + " found where '" + CLOSING.charAt(opened) + "' is expected";
      throw new BrokenText(token.start(), words, false);
    }
    partners[index] = partner;
    partners[partner] = index;
  }

  public int size() {
    return tokens.size();
  }

  /** The token of that index; one of kind END beyond the last. */
  public Token at(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : end;
  }

  public boolean is(int index, String expected) {
    return at(index).is(expected);
  }

  /** The index of the bracket that closes or opens that one; the size where it is no bracket. */
  public int partner(int index) {
    return index < tokens.size() && partners[index] >= 0 ? partners[index] : tokens.size();
  }

  /** The words of a range that are not selected from something by a dot. */
  public Set<String> names(int from, int to) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = from; i < to; i++) {
      boolean selected = is(i - 1, ".") && !is(i - 2, "."); // "..." selects nothing
      if (at(i).isWord() && !selected) {
        names.add(at(i).text());
      }
    }
    return names;
  }

  /** The same between two places of the text. */
  public Set<String> namesBetween(int start, int end) {
    int from = 0;
    while (from < tokens.size() && at(from).start() < start) {
      from++;
    }
    int to = from;
    while (to < tokens.size() && at(to).start() < end) {
      to++;
    }
    return names(from, to);
  }

  /** Whether that word stands anywhere. */
  public boolean contains(String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }

  /** The index of the token that ends there, or -1. */
  public int endingAt(int offset) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).end() == offset) {
        return i;
      }
    }
    return -1;
  }
}
