package lectern;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.BrokenFiles.Broken;
import lectern.data.DuckDb;

/** What is wrong with files that are no text: Parquet, and the archive of MovieLens. */
final class BrokenArchives {
  private BrokenArchives() {}

  /** Parquet files by their faults; rows are counted. */
  static Map<String, Broken> parquet(Path folder) throws IOException, SQLException {
    Map<String, Broken> files = new LinkedHashMap<>();
    String names = " t(\"user\", course, event, time, value)";
    byte[] good =
        query(folder, "SELECT * FROM (VALUES (1, 10, 'view', DATE '2024-05-01', 3.5))" + names);
    files.put("good", new Broken(good, 1));
    files.put("cut short", new Broken(Arrays.copyOf(good, good.length / 2), -1));
    byte[] flipped = good.clone();
    Arrays.fill(flipped, good.length - 200, good.length - 40, (byte) 0x9b);
    files.put("damaged", new Broken(flipped, -1));
    files.put("text", new Broken("user,course\n1,10\n".getBytes(StandardCharsets.UTF_8), -1));
    files.put("nothing", new Broken(new byte[0], -1));
    files.put("zeros", new Broken(new byte[64], -1));
    String some =
        "SELECT * FROM (VALUES (1, 10, 'view', '2024-05-01', 1), (NULL, 10, 'view', NULL, 2),"
            + " (2, NULL, 'view', 'soon', 3), (3, 10, NULL, NULL, 4),"
            + " (4, 10, 'view', NULL, 'NaN'::DOUBLE), (5, 10, 'view', NULL, 'inf'::DOUBLE))";
    files.put("bad cells", new Broken(query(folder, some + names), 6));
    files.put("no rows", new Broken(query(folder, some + names + " WHERE false"), 0));
    files.put("a column too few", new Broken(query(folder, "SELECT 1 AS \"user\", 2 AS b"), -1));
    files.put(
        "lists in a column",
        new Broken(
            query(folder, "SELECT [1,2] AS \"user\", 1 AS course, 2 AS event, 3 time, 4 value"),
            1));
    return files;
  }

  private static byte[] query(Path folder, String query) throws IOException, SQLException {
    Path file = folder.resolve("made.parquet");
    try (Connection db = DuckDb.open();
        Statement sql = db.createStatement()) {
      sql.execute("COPY (" + query + ") TO '" + file + "' (FORMAT PARQUET)");
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return bytes;
  }

  /** Archives by the fault of their ratings. */
  static Map<String, Broken> movieLens() throws IOException {
    Map<String, Broken> files = new LinkedHashMap<>();
    files.put("no archive", new Broken("text".getBytes(StandardCharsets.UTF_8), -1));
    files.put("nothing", new Broken(new byte[0], -1));
    files.put("no ratings in it", new Broken(zip("README", "text"), -1));
    byte[] whole = zip("ml-100k/u.data", "1\t1\t5\t800\n");
    files.put("other ratings", new Broken(whole, -1));
    files.put("cut short", new Broken(Arrays.copyOf(whole, whole.length / 3), -1));
    for (String row : new String[] {"1\t1", "1\tx\t5\t8", "1\t1\tNaN\t8", "1\t1\t1e99\t8"}) {
      String fault = "the row " + row.replace('\t', ' ');
      files.put(fault, new Broken(zip("ml-100k/u.data", row + "\n"), -1));
    }
    return files;
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
