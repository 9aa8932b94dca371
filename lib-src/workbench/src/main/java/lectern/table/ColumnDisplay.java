package lectern.table;

import java.util.List;
import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;
import tech.tablesaw.columns.Column;

/** Shows a Tablesaw column by its first ten values, its type and how many values it has. */
@SuppressWarnings("rawtypes") // a class literal cannot say Column<?>
public final class ColumnDisplay implements DisplayProvider<Column> {
  private static final int VALUES = 10;
  private static final int TEXT = 100;

  @Override
  public Class<Column> type() {
    return Column.class;
  }

  @Override
  public MimeBundle bundle(Column column) {
    int shown = Math.min(VALUES, column.size());
    String count = Counts.ofValues(column.name(), column.size(), shown);
    Grid grid = new Grid(List.of(ColumnCells.of(column, shown, TEXT)), -1, count);
    return MimeBundle.text(GridText.of(grid)).with(MimeBundle.HTML, GridHtml.of(grid));
  }
}
