/**
 * How Tablesaw's tables look in a notebook: the first rows with their columns' types, and a line
 * that says how many there are.
 *
 * <p>A table as the last line of a cell is shown by itself. {@link lectern.table.TableView} shows
 * more rows, or some columns.
 */
package lectern.table;
