package lectern.table;

import java.util.Locale;
import lectern.display.TextWidth;
import tech.tablesaw.table.Relation;

/** How much there is and how much of it is shown, in words. */
final class Counts {
  private Counts() {}

  /** {@code courses: 1,682 rows × 5 columns, 10 shown}; without a name where there is none. */
  static String of(Relation table, int shownRows, int shownColumns) {
    int rows = table.rowCount();
    int columns = table.columnCount();
    String all = many(rows, "row") + " × " + many(columns, "column");
    String shown = "";
    if (shownColumns < columns) {
      shown = ", " + many(shownRows, "row") + " and " + many(shownColumns, "column") + " shown";
    } else if (shownRows < rows) {
      shown = ", " + number(shownRows) + " shown";
    }
    return named(table.name(), all + shown);
  }

  /** {@code price: 1,682 values, 10 shown}. */
  static String ofValues(String name, int values, int shown) {
    String rest = shown < values ? ", " + number(shown) + " shown" : "";
    return named(name, many(values, "value") + rest);
  }

  private static String named(String name, String text) {
    return name == null || name.isBlank()
        ? text
        : TextWidth.cut(OneLine.of(name.strip()), 60) + ": " + text;
  }

  private static String many(int count, String thing) {
    return number(count) + " " + thing + (count == 1 ? "" : "s");
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
