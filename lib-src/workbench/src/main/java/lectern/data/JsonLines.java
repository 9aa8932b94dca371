package lectern.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lectern.display.UserError;
import org.duckdb.DuckDBConnection;

/** The rows of a file with one JSON object a line; its columns are all keys that occur. */
final class JsonLines {
  private static final String GOOD = "CASE WHEN json_valid(text) THEN json_type(text) END";

  private JsonLines() {}

  static void read(Path file, String text, RowSink sink) {
    if (text.isBlank()) {
      throw new UserError(file.getFileName() + " is empty: it needs one JSON object a line.");
    }
    if (text.stripLeading().startsWith("[")) {
      throw new UserError(
          file.getFileName()
              + " is one JSON array: write one object a line, for example with jq -c '.[]'.");
    }
    try (Connection db = DuckDb.open();
        Statement sql = db.createStatement()) {
      sql.execute("CREATE TABLE lines (line BIGINT, text VARCHAR)");
      append(db.unwrap(DuckDBConnection.class), text);
      sql.execute("CREATE TABLE rows AS SELECT line, text, " + GOOD + " AS kind FROM lines");
      List<String> keys = keys(sql);
      if (keys.isEmpty()) {
        throw new UserError(
            file.getFileName() + " holds no JSON object: it needs one object a line.");
      }
      pass(sql, keys, sink.columns(keys), sink);
    } catch (SQLException e) {
      throw new UserError(file.getFileName() + " cannot be read: " + DuckDb.reason(e), e);
    }
  }

  private static void append(DuckDBConnection db, String text) throws SQLException {
    try (var rows = db.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "lines")) {
      long line = 0;
      for (String each : (Iterable<String>) text.lines()::iterator) {
        line++;
        if (!each.isBlank()) {
          rows.beginRow();
          rows.append(line);
          rows.append(each);
          rows.endRow();
        }
      }
    }
  }

  /** In the order in which they are first met. */
  private static List<String> keys(Statement sql) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (ResultSet found =
        sql.executeQuery(
            "SELECT name FROM (SELECT line, unnest(json_keys(text)) AS name,"
                + " unnest(range(len(json_keys(text)))) AS place FROM rows WHERE kind = 'OBJECT')"
                + " GROUP BY name ORDER BY min(line), arg_min(place, line), name")) {
      while (found.next()) {
        keys.add(found.getString(1));
      }
    }
    return keys;
  }

  private static void pass(Statement sql, List<String> keys, int[] wanted, RowSink sink)
      throws SQLException {
    String columns =
        Arrays.stream(wanted)
            .mapToObj(c -> ", CASE WHEN kind = 'OBJECT' THEN text ->> " + key(keys.get(c)) + " END")
            .collect(Collectors.joining());
    try (ResultSet rows =
        sql.executeQuery("SELECT line, kind" + columns + " FROM rows ORDER BY line")) {
      while (rows.next()) {
        String kind = rows.getString(2);
        if (kind == null) {
          sink.bad(rows.getLong(1), "not JSON");
        } else if (!kind.equals("OBJECT")) {
          sink.bad(rows.getLong(1), "not a JSON object");
        } else {
          String[] fields = new String[wanted.length];
          for (int c = 0; c < fields.length; c++) {
            fields[c] = rows.getString(c + 3);
          }
          sink.row(rows.getLong(1), fields);
        }
      }
    }
  }

  /** A key as a JSON pointer in SQL. */
  private static String key(String name) {
    return "'/" + name.replace("~", "~0").replace("/", "~1").replace("'", "''") + "'";
  }
}
