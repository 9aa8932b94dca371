package lectern.kernel.compile;

/**
 * A variable that a cell has declared: a static field.
 *
 * @param owner the simple name of the class that holds it
 * @param type with full names, as the compiler writes it
 * @param constant whether it is a compile-time constant, which cannot be assigned again
 */
public record SessionVariable(String name, String owner, String type, boolean constant) {
  /** Its field by its full name. */
  String field() {
    return CellNames.PACKAGE + "." + owner + "." + name;
  }
}
