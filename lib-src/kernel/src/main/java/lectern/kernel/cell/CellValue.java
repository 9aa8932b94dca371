package lectern.kernel.cell;

/**
 * What a cell came to.
 *
 * @param value may be null
 * @param expression the source of the expression that gave it; "" for none
 */
public record CellValue(Object value, String expression) {
  public static final CellValue NONE = new CellValue(null, "");
}
