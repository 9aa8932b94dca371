/**
 * How Tablesaw's tables, columns and rows look in a notebook.
 *
 * <p>A table that ends a cell is shown by itself: names, types, the first rows, and how many there
 * are. {@link lectern.table.TableView} shows more of it: {@code TableView.of(table).rows(50)}.
 *
 * <p>{@link lectern.table.Grid} is what will be seen, as text; {@code GridHtml} and {@code
 * GridText} write it down. {@code TableDisplay}, {@code ColumnDisplay} and {@code RowDisplay} are
 * what {@link lectern.display.Display} finds.
 */
package lectern.table;
