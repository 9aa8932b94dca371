/**
 * Java itself: run a cell, complete, inspect and explain it.
 *
 * <p>{@link lectern.kernel.cell.CellEngine} is all that the rest of the kernel knows; {@link
 * lectern.kernel.cell.WholeCellEngine} stands behind it. Below it a cell is text in {@link
 * lectern.kernel.source}, a compilation unit in {@link lectern.kernel.compile} and classes in
 * {@link lectern.kernel.link}. A cell comes to a {@link lectern.kernel.cell.CellValue} or a {@link
 * lectern.kernel.cell.CellFailure}.
 */
package lectern.kernel.cell;
