package lectern.table;

import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Shows a single Tablesaw column as a table of one column. */
@SuppressWarnings("rawtypes")
public final class ColumnDisplay implements DisplayProvider<Column> {
  @Override
  public Class<Column> type() {
    return Column.class;
  }

  @Override
  public MimeBundle bundle(Column column) {
    return TableView.of(Table.create(column)).bundle();
  }
}
