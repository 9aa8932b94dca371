package lectern.table;

import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Table;

/** Shows a Tablesaw table that is the value of a cell. */
public final class TableDisplay implements DisplayProvider<Table> {
  @Override
  public Class<Table> type() {
    return Table.class;
  }

  @Override
  public MimeBundle bundle(Table table) {
    return TableView.of(table).bundle();
  }
}
