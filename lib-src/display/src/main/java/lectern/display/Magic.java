package lectern.display;

import java.util.Optional;

/**
 * A command of the notebook's own: a line that begins with {@code %}, or a cell that begins with
 * {@code %%}.
 *
 * <p>Found by {@link java.util.ServiceLoader}: name the implementation in {@code
 * META-INF/services/lectern.display.Magic}.
 */
public interface Magic {
  /** What is written behind the percent sign, such as {@code "sql"}. */
  String name();

  /** One line of help: how it is written and what it does. */
  String help();

  /** Options and examples, over several lines, for whoever asks for help on it; "" for none. */
  default String details() {
    return "";
  }

  /** True for {@code %%name} with a body, false for a line {@code %name}. */
  boolean takesBody();

  /**
   * Runs it.
   *
   * @param arguments the rest of its line, trimmed
   * @param body the lines below it, where it takes a body
   * @return a value to show, or empty
   * @throws Exception shown as an error of the cell; a {@link UserError} as its message alone
   */
  Optional<Object> run(String arguments, String body) throws Exception;
}
