package lectern.kernel.magic;

import java.util.Objects;

/** A piece of a cell: Java, or a call of a magic. The pieces run in their order. */
public sealed interface CellPart permits CellPart.Code, MagicCall {
  /** The line of the cell on which this piece begins, from 1. */
  int line();

  /** Java code, never blank. Lines are separated by {@code \n}. */
  record Code(String text, int line) implements CellPart {
    public Code {
      Objects.requireNonNull(text, "text");
      if (line < 1) {
        throw new IllegalArgumentException("line must be at least 1, not " + line);
      }
    }
  }
}
