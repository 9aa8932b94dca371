package lectern.kernel.cell;

/**
 * Java code of a cell.
 *
 * @param name how errors call the cell, such as {@code cell 3}
 * @param firstLine the line of the cell on which the code begins, from 1
 */
public record CellSource(String code, String name, int firstLine) {}
