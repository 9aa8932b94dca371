package lectern.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * Groups of items or users for {@link Exposure} and {@link GroupGap}: one name for each.
 *
 * <pre>{@code
 * Exposure.of(lists, Groups.byPopularity(train), train)
 * GroupGap.of(values, Groups.byColumn(results.users(), users, "gender"), new Bootstrap(), seed)
 * }</pre>
 */
public final class Groups {
  /** The group of what a table does not say. */
  public static final String UNKNOWN = "unknown";

  private Groups() {}

  /**
   * The items by how much they are wanted: "1 head" are the most popular, which make up the first
   * half of all interactions, "2 middle" the next three tenths, "3 tail" the rest. An item belongs
   * where the interactions of those before it end; ties by number.
   */
  public static List<String> byPopularity(Interactions train) {
    int[] count = new int[train.itemCount()];
    for (int cell = 0; cell < train.size(); cell++) {
      count[train.item(cell)]++;
    }
    int[] order =
        IntStream.range(0, count.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> -count[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    String[] groups = new String[count.length];
    long before = 0;
    for (int i : order) {
      boolean head = count[i] > 0 && before < 0.5 * train.size();
      boolean middle = count[i] > 0 && before < 0.8 * train.size();
      groups[i] = head ? "1 head" : middle ? "2 middle" : "3 tail";
      before += count[i];
    }
    return List.of(groups);
  }

  /**
   * A column of a table as groups.
   *
   * @param ids of users or items, in the order wanted
   * @param table its first column holds ids
   * @return the text of each, or {@link #UNKNOWN}
   */
  public static List<String> byColumn(List<String> ids, Table table, String column) {
    Map<String, Integer> rowOf = rows(table);
    return ids.stream()
        .map(id -> rowOf.get(id))
        .map(row -> row == null ? "" : table.column(column).getString(row))
        .map(text -> text.isBlank() ? UNKNOWN : text)
        .toList();
  }

  /**
   * Bands of a column of numbers: with the limits 25 and 40 "under 25", "25 to under 40" and "from
   * 40".
   *
   * @param limits rising, at least one
   */
  public static List<String> byBands(
      List<String> ids, Table table, String column, double... limits) {
    for (int l = 1; l < limits.length; l++) {
      if (!(limits[l - 1] < limits[l])) {
        throw new UserError("The limits of bands must rise: " + Arrays.toString(limits) + ".");
      }
    }
    if (limits.length == 0) {
      throw new UserError("Bands need at least one limit.");
    }
    Map<String, Integer> rowOf = rows(table);
    return ids.stream()
        .map(id -> rowOf.get(id))
        .map(row -> row == null ? Double.NaN : table.numberColumn(column).getDouble(row))
        .map(number -> band(number, limits))
        .toList();
  }

  private static String band(double number, double[] limits) {
    if (Double.isNaN(number)) {
      return UNKNOWN;
    }
    int above = (int) Arrays.stream(limits).filter(limit -> number >= limit).count();
    if (above == 0) {
      return "under " + plain(limits[0]);
    }
    return above == limits.length
        ? "from " + plain(limits[above - 1])
        : plain(limits[above - 1]) + " to under " + plain(limits[above]);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static Map<String, Integer> rows(Table table) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      rows.putIfAbsent(table.column(0).getString(row), row);
    }
    return rows;
  }
}
