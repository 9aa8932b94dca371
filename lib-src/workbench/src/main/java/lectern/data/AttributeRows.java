package lectern.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Collects what is said about ids in any order: of each id and attribute the first value that is
 * not missing. A column whose values are all whole numbers (as {@code 7} is, but not {@code 007})
 * becomes one of integers, one of numbers becomes one of doubles, every other stays text.
 */
final class AttributeRows {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private final String key;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private int conflicts;

  /**
   * @param key the name of the first column
   */
  AttributeRows(String key) {
    this.key = key;
  }

  /** Makes a column known, whether or not it has values. */
  void column(String name) {
    columns.putIfAbsent(name, columns.size());
  }

  boolean knows(String id) {
    return rows.containsKey(id);
  }

  /** Makes an id known of which nothing need be said. */
  void id(String id) {
    rows.computeIfAbsent(id, i -> new ArrayList<>());
  }

  /** Notes a value; "" says nothing. */
  void put(String id, String column, String value) {
    List<String> row = rows.computeIfAbsent(id, i -> new ArrayList<>());
    int place = columns.get(column);
    while (row.size() <= place) {
      row.add("");
    }
    if (row.get(place).isEmpty()) {
      row.set(place, value);
    } else if (!value.isEmpty() && !value.equals(row.get(place))) {
      conflicts++;
    }
  }

  /** How often another value was said than the one kept. */
  int conflicts() {
    return conflicts;
  }

  Table table(String title) {
    List<Column<?>> out = new ArrayList<>();
    out.add(StringColumn.create(key, List.copyOf(rows.keySet())));
    columns.forEach((name, place) -> out.add(typed(name, values(place))));
    return Table.create(title, out);
  }

  private List<String> values(int place) {
    return rows.values().stream().map(row -> place < row.size() ? row.get(place) : "").toList();
  }

  private static Column<?> typed(String name, List<String> values) {
    List<String> known = values.stream().filter(v -> !v.isEmpty()).toList();
    if (known.isEmpty() || !known.stream().allMatch(v -> NUMBER.matcher(v).matches())) {
      StringColumn text = StringColumn.create(name);
      values.forEach(v -> text.append(v.isEmpty() ? null : v));
      return text;
    }
    if (known.stream().allMatch(v -> v.matches("-?\\d{1,9}"))) {
      IntColumn whole = IntColumn.create(name);
      values.forEach(v -> appendTo(whole, v));
      return whole;
    }
    DoubleColumn number = DoubleColumn.create(name);
    values.forEach(v -> number.append(v.isEmpty() ? Double.NaN : Double.parseDouble(v)));
    return number;
  }

  private static void appendTo(IntColumn column, String value) {
    if (value.isEmpty()) {
      column.appendMissing();
    } else {
      column.append(Integer.parseInt(value));
    }
  }
}
