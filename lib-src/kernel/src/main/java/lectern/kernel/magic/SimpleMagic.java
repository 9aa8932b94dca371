package lectern.kernel.magic;

import java.util.Optional;
import lectern.display.Magic;

/** A magic that is one function. */
record SimpleMagic(String name, String help, boolean takesBody, Body code) implements Magic {
  /** What a magic does with its arguments and its body. */
  @FunctionalInterface
  interface Body {
    Optional<Object> run(String arguments, String body) throws Exception;
  }

  /** What a line magic does with its arguments. */
  @FunctionalInterface
  interface Line {
    Optional<Object> run(String arguments) throws Exception;
  }

  /** What a cell magic shows of its body. */
  @FunctionalInterface
  interface Show {
    Object show(String body);
  }

  static Magic line(String name, String help, Line code) {
    return new SimpleMagic(name, help, false, (arguments, body) -> code.run(arguments));
  }

  static Magic cell(String name, String help, Show code) {
    return new SimpleMagic(name, help, true, (arguments, body) -> Optional.of(code.show(body)));
  }

  @Override
  public Optional<Object> run(String arguments, String body) throws Exception {
    return code.run(arguments, body);
  }
}
