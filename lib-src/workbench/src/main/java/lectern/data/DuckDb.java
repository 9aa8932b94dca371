package lectern.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB that lives in memory, on one thread so that rows keep their order, and fetches nothing.
 * Its native library is loaded when this class is first used.
 */
public final class DuckDb {
  private DuckDb() {}

  /** A new database, empty. */
  public static Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return new DuckDBDriver().connect("jdbc:duckdb:", settings);
  }

  /** A name as SQL writes it. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The first line of what DuckDB says, which is enough for a person. */
  public static String reason(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
