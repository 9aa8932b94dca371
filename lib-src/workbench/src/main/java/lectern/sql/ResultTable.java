package lectern.sql;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * A result as a Tablesaw table.
 *
 * <p>Whole numbers that do not fit 64 bits, and decimals, become doubles; lists, structs and other
 * types become text. A second column of one name gets a number behind it.
 */
final class ResultTable {
  private ResultTable() {}

  static Table of(ResultSet rows) throws SQLException {
    ResultSetMetaData about = rows.getMetaData();
    int width = about.getColumnCount();
    List<List<Object>> values = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      values.add(new ArrayList<>());
    }
    while (rows.next()) {
      for (int c = 0; c < width; c++) {
        values.get(c).add(value(rows, c + 1, about.getColumnTypeName(c + 1)));
      }
    }
    Table table = Table.create("result");
    for (int c = 0; c < width; c++) {
      String type = about.getColumnTypeName(c + 1);
      Column<?> column = column(type, free(about.getColumnLabel(c + 1), table), values.get(c));
      for (Object value : values.get(c)) {
        append(column, value);
      }
      table.addColumns(column);
    }
    return table;
  }

  private static String free(String name, Table table) {
    String free = name;
    for (int i = 2; table.containsColumn(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static Object value(ResultSet rows, int column, String type) throws SQLException {
    return switch (type) {
      case "DATE" -> rows.getObject(column, LocalDate.class);
      case "TIME" -> rows.getObject(column, LocalTime.class);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          rows.getObject(column, LocalDateTime.class);
      case "TIMESTAMP WITH TIME ZONE" -> rows.getObject(column, OffsetDateTime.class);
      default ->
          isNumber(type) || type.equals("BOOLEAN")
              ? rows.getObject(column)
              : rows.getString(column);
    };
  }

  private static boolean isNumber(String type) {
    return type.matches("U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|FLOAT|REAL|DOUBLE|DECIMAL.*");
  }

  private static Column<?> column(String type, String name, List<Object> values) {
    return switch (type) {
      case "BOOLEAN" -> BooleanColumn.create(name);
      case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT" -> IntColumn.create(name);
      case "BIGINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT" ->
          values.stream().allMatch(ResultTable::fits)
              ? LongColumn.create(name)
              : DoubleColumn.create(name);
      case "DATE" -> DateColumn.create(name);
      case "TIME" -> TimeColumn.create(name);
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
          DateTimeColumn.create(name);
      case "TIMESTAMP WITH TIME ZONE" -> InstantColumn.create(name);
      default -> isNumber(type) ? DoubleColumn.create(name) : StringColumn.create(name);
    };
  }

  private static boolean fits(Object value) {
    return !(value instanceof BigInteger big) || big.bitLength() < Long.SIZE;
  }

  private static void append(Column<?> column, Object value) {
    if (value == null) {
      column.appendMissing();
    } else if (column instanceof IntColumn ints) {
      ints.append(((Number) value).intValue());
    } else if (column instanceof LongColumn longs) {
      longs.append(((Number) value).longValue());
    } else if (column instanceof DoubleColumn doubles) {
      doubles.append(((Number) value).doubleValue());
    } else if (column instanceof InstantColumn instants) {
      instants.append(((OffsetDateTime) value).toInstant());
    } else {
      column.appendObj(value);
    }
  }
}
