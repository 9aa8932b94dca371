package lectern.clean;

import java.util.Locale;
import lectern.display.UserError;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Coarser values for a column, so that more rows agree: see {@link KAnonymity}. */
public final class Coarser {
  private Coarser() {}

  /**
   * Numbers become bands of a width: with 10, 23 becomes {@code 20 to 30} (30 excluded).
   *
   * @param width above 0
   */
  public static Table bands(Table table, String column, double width) {
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new UserError("The width of bands must be above 0, not " + width + ".");
    }
    int place = AccountTable.column(table, column);
    if (!(table.column(place) instanceof NumericColumn<?> numbers)) {
      throw new UserError("Bands need a column of numbers; \"" + column + "\" is none.");
    }
    StringColumn out = StringColumn.create(column);
    for (int row = 0; row < table.rowCount(); row++) {
      double from = Math.floor(numbers.getDouble(row) / width) * width;
      out.append(numbers.isMissing(row) ? null : plain(from) + " to " + plain(from + width));
    }
    return with(table, place, out);
  }

  /**
   * Texts become their first characters and a star: with 3, {@code 100084} becomes {@code 100*}.
   *
   * @param characters at least 0; shorter texts stay
   */
  public static Table prefix(Table table, String column, int characters) {
    if (characters < 0) {
      throw new UserError("There must be at least 0 characters, not " + characters + ".");
    }
    int place = AccountTable.column(table, column);
    StringColumn out = StringColumn.create(column);
    for (int row = 0; row < table.rowCount(); row++) {
      String text = table.getString(row, place);
      boolean shorter = text.codePointCount(0, text.length()) <= characters;
      out.append(
          table.column(place).isMissing(row)
              ? null
              : shorter ? text : text.substring(0, text.offsetByCodePoints(0, characters)) + "*");
    }
    return with(table, place, out);
  }

  private static Table with(Table table, int place, StringColumn column) {
    Table out = table.copy();
    out.replaceColumn(place, column);
    return out;
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
