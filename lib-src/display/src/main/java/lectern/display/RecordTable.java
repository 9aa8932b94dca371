package lectern.display;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A list or an array of records of one class as a table: a column for each component. */
final class RecordTable {
  private static final int ROWS = 50;
  private static final int COLUMNS = 30;

  private RecordTable() {}

  /** The table as HTML; empty for everything else. */
  static Optional<String> of(Object value) {
    Collection<?> all =
        value instanceof Object[] array
            ? Arrays.asList(array)
            : value instanceof Collection<?> collection ? collection : List.of();
    try {
      List<?> rows = all.stream().limit(ROWS).toList();
      Class<?> type = rows.isEmpty() || rows.get(0) == null ? null : rows.get(0).getClass();
      boolean same = type != null && type.isRecord() && rows.stream().allMatch(type::isInstance);
      int columns = same ? type.getRecordComponents().length : 0;
      return columns == 0 || columns > COLUMNS
          ? Optional.empty()
          : Optional.of(table(type.getRecordComponents(), rows, all.size()).html());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty(); // The text tells what is wrong with it.
    }
  }

  private static TextTable table(RecordComponent[] columns, List<?> rows, int size)
      throws ReflectiveOperationException {
    List<List<String>> cells = new ArrayList<>();
    for (Object row : rows) {
      List<String> line = new ArrayList<>();
      for (RecordComponent column : columns) {
        column.getAccessor().setAccessible(true);
        Object cell = column.getAccessor().invoke(row);
        line.add(cell == null ? "null" : PlainText.of(cell));
      }
      cells.add(line);
    }
    String count = String.format(Locale.ROOT, "%,d row%s", size, size == 1 ? "" : "s");
    String shown = rows.size() < size ? ", " + rows.size() + " shown" : "";
    List<TextTable.Column> heads = new ArrayList<>();
    for (RecordComponent column : columns) {
      heads.add(new TextTable.Column(column.getName(), isNumber(column.getType())));
    }
    return new TextTable(heads, cells, count + shown);
  }

  private static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || type.isPrimitive() && type != boolean.class && type != char.class;
  }
}
