package lectern.kernel.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.kernel.compile.Problem;

/** An error of the compiler's, with the code around it. */
record Mistake(Problem problem, Surroundings surroundings) {
  /** The compiler's words. */
  String message() {
    return problem.message();
  }

  private String code() {
    return problem.cell().code();
  }

  /** The code that the error marks. */
  String marked() {
    return code().substring(problem.start(), Math.min(code().length(), problem.end()));
  }

  /** The line of the cell on which the error is. */
  String line() {
    return problem.cell().lineText(problem.cell().line(problem.start()));
  }

  /** All code in front of the error. */
  String before() {
    return code().substring(0, problem.start());
  }

  /** The code from the error on. */
  String rest() {
    return code().substring(problem.start());
  }

  /** The word that begins at the error, behind a dot where it begins with one. */
  String word() {
    Matcher word = Pattern.compile("^\\.?\\s*(\\w+)").matcher(rest());
    return word.find() ? word.group(1) : "";
  }

  /** The place of that word. */
  int wordStart() {
    Matcher word = Pattern.compile("^\\.?\\s*(?=\\w)").matcher(rest());
    return problem.start() + (word.find() ? word.end() : 0);
  }

  /** What a pattern finds in the compiler's words. */
  Optional<Matcher> says(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(message());
    return found.find() ? Optional.of(found) : Optional.empty();
  }

  /** A type without its packages. */
  static String simple(String type) {
    return type.replaceAll("\\b(?:[a-z_][\\w$]*\\.)+(?=\\p{Lu})", "");
  }
}
