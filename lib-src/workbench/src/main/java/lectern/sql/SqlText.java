package lectern.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names in a statement, strings and comments left out.
 *
 * @param sql the statement with {@code ?} for each parameter {@code :name}
 * @param words names and keywords, as they are written, without their quotes
 * @param parameters the names of the parameters in their order; one may come twice
 */
record SqlText(String sql, Set<String> words, List<String> parameters) {
  static SqlText of(String sql) {
    return new Scanner(sql).scan();
  }

  private static final class Scanner {
    private final String sql;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> parameters = new ArrayList<>();
    private int at;

    Scanner(String sql) {
      this.sql = sql;
    }

    SqlText scan() {
      while (at < sql.length()) {
        char c = sql.charAt(at);
        if (c == '\'') {
          copyTo(closing("'", at + 1));
        } else if (c == '"') {
          int begin = at + 1;
          copyTo(closing("\"", begin));
          words.add(sql.substring(begin, Math.max(begin, at - 1)).replace("\"\"", "\""));
        } else if (sql.startsWith("--", at)) {
          copyTo(end("\n", at));
        } else if (sql.startsWith("/*", at)) {
          copyTo(end("*/", at + 2));
        } else if (sql.startsWith("::", at)) {
          copyTo(at + 2);
        } else if (c == ':' && beginsParameter()) {
          at++;
          parameters.add(word());
          out.append('?');
        } else if (isStart(c)) {
          String word = word();
          words.add(word);
          out.append(word);
        } else if (Character.isDigit(c)) {
          out.append(word()); // 1e5 is no name
        } else {
          copyTo(at + 1);
        }
      }
      return new SqlText(out.toString(), words, parameters);
    }

    /** Not in a slice, {@code list[a:b]}, nor in a struct, {@code {'key':value}}. */
    private boolean beginsParameter() {
      boolean named = at + 1 < sql.length() && isStart(sql.charAt(at + 1));
      char before = at == 0 ? ' ' : sql.charAt(at - 1);
      return named && (Character.isWhitespace(before) || "(,=<>+-*/%|".indexOf(before) >= 0);
    }

    private void copyTo(int end) {
      out.append(sql, at, end);
      at = end;
    }

    /** Behind the quote that closes; two quotes stand for one. */
    private int closing(String quote, int from) {
      int end = end(quote, from);
      while (end < sql.length() && sql.startsWith(quote, end)) {
        end = end(quote, end + 1);
      }
      return end;
    }

    private int end(String mark, int from) {
      int found = sql.indexOf(mark, from);
      return found < 0 ? sql.length() : found + mark.length();
    }

    private String word() {
      int begin = at;
      while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
        at++;
      }
      return sql.substring(begin, at);
    }

    private static boolean isStart(char c) {
      return Character.isLetter(c) || c == '_';
    }
  }
}
