package lectern.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lectern.display.UserError;

/**
 * The rows of a Parquet file as text, in their order; times as dates, with Z where they have one.
 */
final class ParquetFile {
  private ParquetFile() {}

  static void read(Path file, RowSink sink) {
    check(file);
    String path = literal(file.toAbsolutePath().toString());
    try (Connection db = DuckDb.open()) {
      List<String> names = new ArrayList<>();
      List<String> types = new ArrayList<>();
      describe(db, path, names, types);
      int[] wanted = sink.columns(names);
      String columns =
          Arrays.stream(wanted)
              .mapToObj(c -> text(DuckDb.quoted(names.get(c)), types.get(c)))
              .collect(Collectors.joining(", "));
      try (PreparedStatement query =
          db.prepareStatement("SELECT " + columns + " FROM read_parquet(?)")) {
        query.setString(1, path);
        pass(query, wanted.length, sink);
      }
    } catch (SQLException e) {
      throw new UserError(
          file.getFileName()
              + " cannot be read as Parquet: "
              + DuckDb.reason(e).replaceFirst("\\.$", "")
              + ". Fetch it again, or give it the ending of what it is: .csv or .jsonl.",
          e);
    }
  }

  private static void check(Path file) {
    if (!Files.exists(file)) {
      throw new UserError("There is no file " + file + ".");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder: name a file in it.");
    }
    try {
      if (Files.size(file) == 0) {
        throw new UserError(file.getFileName() + " is empty: it is no Parquet file.");
      }
    } catch (IOException e) {
      throw new UserError("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The path as it stands: brackets, stars and question marks are no pattern. */
  private static String literal(String path) {
    return path.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
  }

  private static void describe(Connection db, String path, List<String> names, List<String> types)
      throws SQLException {
    try (PreparedStatement query = db.prepareStatement("SELECT * FROM read_parquet(?) LIMIT 0")) {
      query.setString(1, path);
      try (ResultSet none = query.executeQuery()) {
        var columns = none.getMetaData();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
          names.add(columns.getColumnName(c));
          types.add(columns.getColumnTypeName(c));
        }
      }
    }
  }

  private static String text(String column, String type) {
    return type.equals("TIMESTAMP WITH TIME ZONE")
        ? "make_timestamp(epoch_us(" + column + "))::VARCHAR || 'Z'"
        : column + "::VARCHAR";
  }

  private static void pass(PreparedStatement query, int width, RowSink sink) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      for (long row = 1; rows.next(); row++) {
        String[] fields = new String[width];
        for (int c = 0; c < width; c++) {
          fields[c] = rows.getString(c + 1);
        }
        sink.row(row, fields);
      }
    }
  }
}
