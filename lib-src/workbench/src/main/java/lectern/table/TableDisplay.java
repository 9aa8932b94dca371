package lectern.table;

import lectern.display.DisplayProvider;
import lectern.display.MimeBundle;
import tech.tablesaw.table.Relation;

/** Shows Tablesaw's tables and slices as {@link TableView} does. */
public final class TableDisplay implements DisplayProvider<Relation> {
  @Override
  public Class<Relation> type() {
    return Relation.class;
  }

  @Override
  public MimeBundle bundle(Relation table) {
    return TableView.of(table).bundle();
  }
}
