package lectern.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.display.UserError;

/**
 * What the command line asked for.
 *
 * @param names the benches, in the order to run
 * @param runs timed runs of each side, at least 3; 11 if unsaid
 * @param jmh whether to take JMH's figure too
 * @param data the folder of downloaded data, for benches that read some
 * @param home the project's folder
 * @param out where to print
 */
public record Settings(
    List<String> names, int runs, boolean jmh, Optional<Path> data, Path home, PrintStream out) {
  public Settings {
    names = List.copyOf(names);
    if (runs < 3) {
      throw new UserError("--runs must be at least 3, not " + runs + ".");
    }
  }

  /** Reads {@code [NAME…] [--runs N] [--no-jmh] [--data DIR]}. */
  static Settings of(String[] arguments, Path home, PrintStream out) {
    List<String> names = new ArrayList<>();
    int runs = 11;
    boolean jmh = true;
    Optional<Path> data = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--runs" -> runs = number(value(arguments, i++));
        case "--data" -> data = Optional.of(Path.of(value(arguments, i++)));
        case "--no-jmh" -> jmh = false;
        default -> {
          if (arguments[i].startsWith("-")) {
            throw new UserError(
                "There is no option "
                    + arguments[i]
                    + "; there are --runs N, --no-jmh and --data DIR.");
          }
          names.add(arguments[i]);
        }
      }
    }
    return new Settings(names, runs, jmh, data, home, out);
  }

  /** The Python of an environment of peers, which ./lectern bench made. */
  Path python(String environment) {
    return home.resolve(".lectern").resolve(environment).resolve("bin/python");
  }

  private static String value(String[] arguments, int at) {
    if (at + 1 == arguments.length) {
      throw new UserError(arguments[at] + " needs a value after it.");
    }
    return arguments[at + 1];
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UserError("--runs needs a whole number, not " + text + ".");
    }
  }
}
