package lectern.kernel.magic;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a command of the shell, {@code !ls -l}, from Java's negation, {@code !done}.
 *
 * <p>It is Java where a bracket follows, the first name is one that Java knows or a call, or an
 * operator of Java comes next.
 */
final class ShellLine {
  private static final Pattern BEGIN = Pattern.compile("!\\s*([\\w~./\\\\-]+)(.*)");
  private static final Pattern JAVA_BEHIND =
      Pattern.compile("\\s*(\\(|\\[|==|!=|\\?|::|\\^|instanceof\\b).*");
  private static final Set<String> JAVA_WORDS = Set.of("true", "false", "this", "super", "new");

  private ShellLine() {}

  /**
   * The command, without the exclamation mark.
   *
   * @param line trimmed, with {@code !} at its begin
   * @param isJavaName whether Java has a variable of that name
   */
  static Optional<String> commandIn(String line, Predicate<String> isJavaName) {
    Matcher matcher = BEGIN.matcher(line);
    if (!matcher.matches() || JAVA_BEHIND.matcher(matcher.group(2)).matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1).split("\\.", 2)[0];
    boolean isJava = !first.isEmpty() && (JAVA_WORDS.contains(first) || isJavaName.test(first));
    return isJava ? Optional.empty() : Optional.of(line.substring(1).strip());
  }
}
