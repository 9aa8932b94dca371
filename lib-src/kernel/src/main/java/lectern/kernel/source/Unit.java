package lectern.kernel.source;

/**
 * One top-level part of a cell.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param start where it begins in the cell
 * @param end where it ends, exclusive
 * @param name the token that names the type or method, or -1
 * @param closed whether it ends with a semicolon of its own
 */
public record Unit(Kind kind, int from, int to, int start, int end, int name, boolean closed) {
  /** What a unit is. */
  public enum Kind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLES,
    STATEMENT,
    /** A last expression without semicolon: the value of the cell. */
    VALUE,
    /** An expression that Java would not take as a statement, computed for nothing. */
    UNUSED_VALUE
  }

  /** The same part, read as something else. */
  public Unit as(Kind other) {
    return new Unit(other, from, to, start, end, name, closed);
  }

  /** Whether it runs in its turn, where imports, types and methods are just there. */
  public boolean runs() {
    return switch (kind) {
      case IMPORT, TYPE, METHOD -> false;
      case VARIABLES, STATEMENT, VALUE, UNUSED_VALUE -> true;
    };
  }
}
