package lectern.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Decimal;
import lectern.display.TextWidth;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.temporal.TemporalColumn;

/** The first values of a Tablesaw column as they are shown. */
final class ColumnCells {
  /** How much of a cut text is kept for those who point at it. */
  private static final int FULL_TEXT = 1000;

  private ColumnCells() {}

  /** The column's name, type and first values, texts cut to so many places. */
  static Grid.Shown of(Column<?> column, int rows, int textWidth) {
    boolean number = column instanceof NumericColumn;
    List<Cell> cells =
        isPlainFraction(column, rows)
            ? NumberCells.of(fractions(column, rows))
            : texts(column, rows, textWidth);
    return new Grid.Shown(text(column.name(), textWidth), typeOf(column), number, cells);
  }

  /** The type's name in Tablesaw without its prefix: {@code string}, {@code date time}. */
  static String typeOf(Column<?> column) {
    String name = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name.startsWith("local ") ? name.substring("local ".length()) : name;
  }

  /** Whether these are floating-point numbers for which the user has set no format. */
  private static boolean isPlainFraction(Column<?> column, int rows) {
    if (!(column instanceof DoubleColumn || column instanceof FloatColumn)) {
      return false;
    }
    Column<?> plain = column.type().create("plain");
    for (int i = 0; i < rows; i++) {
      if (!column.isMissing(i)) {
        plain.appendObj(column.get(i));
        if (!column.getString(i).equals(plain.getString(plain.size() - 1))) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] fractions(Column<?> column, int rows) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = column.isMissing(i) ? Double.NaN : number((Number) column.get(i));
    }
    return values;
  }

  /** A float as its own decimal: 0.1, not the 0.10000000149 that it is as a double. */
  private static double number(Number value) {
    return value instanceof Float f && Float.isFinite(f)
        ? Decimal.shortestOfFloat(f).doubleValue()
        : value.doubleValue();
  }

  private static List<Cell> texts(Column<?> column, int rows, int textWidth) {
    String[] texts = new String[rows];
    for (int i = 0; i < rows; i++) {
      texts[i] = column.isMissing(i) ? null : column.getString(i);
    }
    if (column instanceof TemporalColumn || column instanceof TimeColumn) {
      Times.shorten(texts);
    }
    List<Cell> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(text == null ? Cell.MISSING : text(text, textWidth));
    }
    return cells;
  }

  /** A text on one line, cut to so many places; what was cut off is kept up to a limit. */
  static Cell text(String text, int textWidth) {
    String line = OneLine.of(text);
    String shown = TextWidth.cut(line, textWidth);
    return shown.equals(line) ? Cell.of(line) : Cell.of(shown, TextWidth.cut(line, FULL_TEXT));
  }
}
