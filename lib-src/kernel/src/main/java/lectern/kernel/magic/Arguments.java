package lectern.kernel.magic;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import lectern.display.UserError;

/** The words of a magic's line. */
final class Arguments {
  private Arguments() {}

  /**
   * Divides at spaces. Quotes, single or double, keep spaces together; where a backslash does not
   * separate folders, it does so for the one space or quote behind it.
   */
  static List<String> words(String line) {
    return words(line, File.separatorChar == '\\');
  }

  /** The line whose words these are: a word with spaces stands in quotes. */
  static String join(List<String> words) {
    return String.join(" ", words.stream().map(Arguments::quoted).toList());
  }

  private static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || c == '"' || c == 39);
    if (plain) {
      return word;
    }
    return word.contains("\"") ? "'" + word + "'" : '"' + word + '"';
  }

  static List<String> words(String line, boolean backslashSeparates) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escapes =
          c == '\\'
              && !backslashSeparates
              && i + 1 < line.length()
              && (Character.isWhitespace(line.charAt(i + 1))
                  || "\"'".indexOf(line.charAt(i + 1)) >= 0);
      if (escapes) {
        word.append(line.charAt(++i));
        begun = true;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw new UserError("A quote is not closed: " + line + " Add " + quote + " at its end.");
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
