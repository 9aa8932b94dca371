package lectern.kernel.magic;

import java.util.Objects;

/**
 * A call of a magic: {@code %name arguments}, or {@code %%name arguments} with a body below it.
 *
 * @param name without percent signs
 * @param arguments the rest of its line, trimmed
 * @param body the lines below it, for {@code %%}; else ""
 * @param ofCell true for {@code %%}
 * @param askedForHelp true for {@code %name?}
 */
public record MagicCall(
    String name, String arguments, String body, boolean ofCell, boolean askedForHelp, int line)
    implements CellPart {
  public MagicCall {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(body, "body");
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, not " + line);
    }
  }

  /** Whether it asks for help on one thing: {@code ?name}, {@code %help name}, {@code %name?}. */
  boolean isQuestion() {
    return askedForHelp || name.equals("help") && !arguments.isEmpty();
  }

  /** How it is written: {@code %maven} or {@code %%html}. */
  public String written() {
    return (ofCell ? "%%" : "%") + name;
  }
}
