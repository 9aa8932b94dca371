package lectern.kernel.session;

import java.util.regex.Pattern;

/**
 * A pattern of the history: {@code *} for any text, {@code ?} for any character, {@code [a-z]} for
 * one of these, {@code [^a-z]} for any other. It must match the whole.
 */
final class Glob {
  private Glob() {}

  /** The same as a regular expression. A bracket that is never closed stands for itself. */
  static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int end = c == '[' ? endOfSet(glob, i) : -1;
      if (end > 0) {
        regex.append(set(glob.substring(i + 1, end)));
        i = end;
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** The closing bracket; one that comes first belongs to the set. */
  private static int endOfSet(String glob, int open) {
    int first = open + 1;
    if (first < glob.length() && glob.charAt(first) == '^') {
      first++;
    }
    return glob.indexOf(']', first + 1);
  }

  private static String set(String members) {
    boolean others = members.startsWith("^");
    String text = others ? members.substring(1) : members;
    StringBuilder regex = new StringBuilder(others ? "[^" : "[");
    for (int i = 0; i < text.length(); i++) {
      boolean range = i + 2 < text.length() && text.charAt(i + 1) == '-';
      if (range && text.charAt(i) <= text.charAt(i + 2)) {
        regex.append(escaped(text.charAt(i))).append('-').append(escaped(text.charAt(i + 2)));
        i += 2;
      } else {
        regex.append(escaped(text.charAt(i)));
      }
    }
    return regex.append(']').toString();
  }

  private static String escaped(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
