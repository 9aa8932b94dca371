package lectern.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import lectern.data.DuckDb;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Copies a Tablesaw table into DuckDB: column by column the type, missing values as null. */
final class TableLoader {
  private TableLoader() {}

  static void load(Connection db, String name, Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(DuckDb.quoted(column.name()) + " " + type(column.type()));
    }
    try (Statement sql = db.createStatement()) {
      sql.execute(
          "CREATE OR REPLACE TEMP TABLE "
              + DuckDb.quoted(name)
              + " ("
              + String.join(", ", columns)
              + ")");
    }
    try (DuckDBAppender rows =
        db.unwrap(DuckDBConnection.class).createAppender("temp", "main", name)) {
      for (int row = 0; row < table.rowCount(); row++) {
        rows.beginRow();
        for (Column<?> column : table.columns()) {
          append(rows, column, row);
        }
        rows.endRow();
      }
    }
  }

  private static String type(ColumnType type) {
    return switch (type.name()) {
      case "BOOLEAN" -> "BOOLEAN";
      case "SHORT" -> "SMALLINT";
      case "INTEGER" -> "INTEGER";
      case "LONG" -> "BIGINT";
      case "FLOAT" -> "FLOAT";
      case "DOUBLE" -> "DOUBLE";
      case "LOCAL_DATE" -> "DATE";
      case "LOCAL_TIME" -> "TIME";
      case "LOCAL_DATE_TIME" -> "TIMESTAMP";
      case "INSTANT" -> "TIMESTAMP WITH TIME ZONE";
      default -> "VARCHAR";
    };
  }

  private static void append(DuckDBAppender rows, Column<?> column, int row) throws SQLException {
    if (column.isMissing(row)) {
      rows.appendNull();
    } else if (column instanceof BooleanColumn booleans) {
      rows.append(booleans.get(row).booleanValue());
    } else if (column instanceof ShortColumn shorts) {
      rows.append(shorts.getShort(row));
    } else if (column instanceof IntColumn ints) {
      rows.append(ints.getInt(row));
    } else if (column instanceof LongColumn longs) {
      rows.append(longs.getLong(row));
    } else if (column instanceof FloatColumn floats) {
      rows.append(floats.getFloat(row));
    } else if (column instanceof DoubleColumn doubles) {
      rows.append(doubles.getDouble(row));
    } else if (column instanceof DateColumn dates) {
      rows.append(dates.get(row));
    } else if (column instanceof TimeColumn times) {
      rows.append(times.get(row));
    } else if (column instanceof DateTimeColumn times) {
      rows.append(times.get(row));
    } else if (column instanceof InstantColumn instants) {
      rows.append(instants.get(row).atOffset(java.time.ZoneOffset.UTC));
    } else {
      rows.append(column.getString(row));
    }
  }
}
