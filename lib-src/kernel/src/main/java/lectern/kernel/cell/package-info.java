/**
 * Java itself: read a cell, compile it, run it; complete, inspect and explain it.
 *
 * <p>{@link lectern.kernel.cell.CellEngine} is all that the rest of the kernel knows; {@link
 * lectern.kernel.cell.JShellEngine} is the one that stands behind it, and the only place that knows
 * JShell. A cell comes to a {@link lectern.kernel.cell.CellValue} or a {@link
 * lectern.kernel.cell.CellFailure}.
 */
package lectern.kernel.cell;
