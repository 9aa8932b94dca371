package lectern.table;

import java.util.ArrayList;
import java.util.List;
import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Row;
import tech.tablesaw.columns.Column;

/** Shows a row of a Tablesaw table with a line for each column: name, type and value. */
public final class RowDisplay implements DisplayProvider<Row> {
  private static final int TEXT = 100;

  @Override
  public Class<Row> type() {
    return Row.class;
  }

  @Override
  public MimeBundle bundle(Row row) {
    if (row.getRowNumber() < 0) {
      return MimeBundle.text("A row before the first: call next() or at(0) to stand on one.");
    }
    List<Cell> names = new ArrayList<>();
    List<Cell> types = new ArrayList<>();
    List<Cell> values = new ArrayList<>();
    for (int i = 0; i < row.columnCount(); i++) {
      Column<?> value = value(row, i);
      Grid.Shown shown = ColumnCells.of(value, 1, TEXT);
      names.add(shown.name());
      types.add(Cell.of(shown.type()));
      values.add(shown.cells().get(0));
    }
    List<Grid.Shown> columns =
        List.of(
            new Grid.Shown(Cell.of("column"), "", false, names),
            new Grid.Shown(Cell.of("type"), "", false, types),
            new Grid.Shown(Cell.of("value"), "", false, values));
    Grid grid = new Grid(columns, -1, "row " + row.getRowNumber() + " (the first is 0)");
    return MimeBundle.text(GridText.of(grid)).with(MimeBundle.HTML, GridHtml.of(grid));
  }

  /** A column with nothing but the row's value, in the format of the row's column. */
  private static Column<?> value(Row row, int index) {
    Column<?> column = row.column(index);
    Column<?> value = column.emptyCopy();
    return row.isMissing(column.name())
        ? value.appendMissing()
        : value.appendObj(row.getObject(index));
  }
}
