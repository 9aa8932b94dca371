package lectern.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * A part of a table to look at: its first rows, all or some of its columns.
 *
 * <pre>{@code
 * TableView.of(ratings).rows(50).columns("user", "rating")
 * }</pre>
 *
 * <p>Shows 10 rows at first. Of more than 20 columns the middle ones are left out, and their number
 * is said. The table itself is not changed and not copied.
 */
public final class TableView implements Displayable {
  /** How many rows are shown when nobody asks for more. */
  public static final int ROWS = 10;

  /** How many columns are shown when they are not named. */
  public static final int COLUMNS = 20;

  private final Table table;
  private final int rows;
  private final List<String> columns;

  private TableView(Table table, int rows, List<String> columns) {
    this.table = table;
    this.rows = rows;
    this.columns = columns;
  }

  /** The first 10 rows. */
  public static TableView of(Table table) {
    return new TableView(table, ROWS, List.of());
  }

  /**
   * The first rows.
   *
   * @param count how many at most, at least 0
   */
  public TableView rows(int count) {
    if (count < 0) {
      throw new UserError("The number of rows to show must be at least 0, not " + count + ".");
    }
    return new TableView(table, count, columns);
  }

  /** These columns only, in this order. */
  public TableView columns(String... names) {
    for (String name : names) {
      if (table.columnNames().stream().noneMatch(name::equalsIgnoreCase)) {
        throw new UserError(
            "The table has no column \""
                + name
                + "\". Its columns: "
                + String.join(", ", table.columnNames())
                + ".");
      }
    }
    return new TableView(table, rows, List.of(names));
  }

  @Override
  public MimeBundle bundle() {
    List<Cells> shown = shown();
    return MimeBundle.text(TableText.of(shown, footer()))
        .with(MimeBundle.HTML, TableHtml.of(shown, footer()));
  }

  @Override
  public String toString() {
    return TableText.of(shown(), footer());
  }

  private List<Cells> shown() {
    int count = Math.min(rows, table.rowCount());
    List<Cells> shown = new ArrayList<>();
    if (!columns.isEmpty()) {
      columns.forEach(name -> shown.add(Cells.of(table.column(name), count)));
      return shown;
    }
    int all = table.columnCount();
    for (int i = 0; i < all; i++) {
      if (all > COLUMNS && i == COLUMNS / 2) {
        i = all - COLUMNS / 2;
        shown.add(Cells.leftOut(all - COLUMNS, count));
      }
      shown.add(Cells.of(table.column(i), count));
    }
    return shown;
  }

  /** {@code 1,682 rows × 5 columns, 10 shown}. */
  private String footer() {
    int count = table.rowCount();
    String size = many(count, "row") + " × " + many(table.columnCount(), "column");
    return count > rows ? size + String.format(Locale.ROOT, ", %,d shown", rows) : size;
  }

  static String many(int count, String name) {
    return String.format(Locale.ROOT, "%,d %s%s", count, name, count == 1 ? "" : "s");
  }
}
