package lectern.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lectern.display.Magic;

/** A magic of the kernel's own. */
record BuiltIn(String name, String help, boolean takesBody, Action action) implements Magic {
  /** What it does. */
  @FunctionalInterface
  interface Action {
    Optional<Object> run(String arguments, String body) throws Exception;
  }

  /** A line magic. */
  static Magic line(String name, String help, Action action) {
    return new BuiltIn(name, help, false, action);
  }

  /** A cell magic. */
  static Magic cell(String name, String help, Action action) {
    return new BuiltIn(name, help, true, action);
  }

  /** The text {@code help/NAME.txt} beside this class, where there is one. */
  @Override
  public String details() {
    try (InputStream in = BuiltIn.class.getResourceAsStream("help/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Object> run(String arguments, String body) throws Exception {
    return action.run(arguments, body);
  }
}
