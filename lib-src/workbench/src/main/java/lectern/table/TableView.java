package lectern.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.TextWidth;
import lectern.display.UserError;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * A table as a notebook shows it: its first rows, names and types above them, and how many rows and
 * columns there are.
 *
 * <p>A table by itself is shown with 10 rows, 20 columns and texts of 60 places. More of it:
 *
 * <pre>{@code
 * TableView.of(courses).rows(50)
 * TableView.of(courses).columns("title", "price").textWidth(200)
 * }</pre>
 *
 * <p>Floating-point numbers are rounded for reading, six digits for the largest of a column; point
 * at one to see it whole, or set the column's own print formatter. Views are immutable; what they
 * show is read when they are shown.
 */
public final class TableView implements Displayable {
  private final Relation table;
  private final List<String> chosen;
  private final int rows;
  private final int maxColumns;
  private final int textWidth;

  private TableView(Relation table, List<String> chosen, int rows, int maxColumns, int textWidth) {
    this.table = table;
    this.chosen = chosen;
    this.rows = rows;
    this.maxColumns = maxColumns;
    this.textWidth = textWidth;
  }

  /** A table, or a slice of one, as it is shown by itself. */
  public static TableView of(Relation table) {
    return new TableView(Objects.requireNonNull(table, "table"), null, 10, 20, 60);
  }

  /**
   * With so many rows.
   *
   * @param count how many rows at most; 0 shows names and types alone
   */
  public TableView rows(int count) {
    return new TableView(table, chosen, atLeast(0, count, "rows"), maxColumns, textWidth);
  }

  /** With all rows. A box of its own keeps a long table from filling the page. */
  public TableView allRows() {
    return rows(Integer.MAX_VALUE);
  }

  /** With these columns alone, in this order. */
  public TableView columns(String... names) {
    for (String name : names) {
      if (!table.containsColumn(name)) {
        throw new UserError(
            "There is no column \"" + name + "\". The columns are: " + names(table) + ".");
      }
    }
    return new TableView(table, List.of(names), rows, maxColumns, textWidth);
  }

  /**
   * With so many columns; of a wider table the middle ones are left out, and it says how many.
   *
   * @param count at least 1
   */
  public TableView maxColumns(int count) {
    return new TableView(table, chosen, rows, atLeast(1, count, "maxColumns"), textWidth);
  }

  /**
   * With texts of so many places, where a Chinese letter takes two; longer ones are cut, and shown
   * whole to those who point at them.
   *
   * @param places at least 1
   */
  public TableView textWidth(int places) {
    return new TableView(table, chosen, rows, maxColumns, atLeast(1, places, "textWidth"));
  }

  /** HTML and plain text. */
  @Override
  public MimeBundle bundle() {
    Grid grid = grid();
    return MimeBundle.text(GridText.of(grid)).with(MimeBundle.HTML, GridHtml.of(grid));
  }

  /** The plain text. */
  @Override
  public String toString() {
    return GridText.of(grid());
  }

  private Grid grid() {
    int shownRows = Math.min(rows, table.rowCount());
    List<Column<?>> all = chosen == null ? table.columns() : columnsNamed(chosen);
    int shownColumns = Math.min(maxColumns, all.size());
    int left = (shownColumns + 1) / 2;
    int right = all.size() - (shownColumns - left);
    List<Grid.Shown> columns = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < left || i >= right) {
        columns.add(ColumnCells.of(all.get(i), shownRows, textWidth));
      }
    }
    int gap = shownColumns < all.size() ? left : -1;
    return new Grid(columns, gap, Counts.of(table, shownRows, shownColumns));
  }

  private List<Column<?>> columnsNamed(List<String> names) {
    List<Column<?>> columns = new ArrayList<>();
    names.forEach(name -> columns.add(table.column(name)));
    return columns;
  }

  private static String names(Relation table) {
    return OneLine.of(TextWidth.cut(String.join(", ", table.columnNames()), 500));
  }

  private static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw new UserError(name + " must be at least " + least + ", not " + value + ".");
    }
    return value;
  }
}
