package lectern.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lectern.data.DuckDb;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * Answers SQL over tables that variables hold, by a DuckDB in memory.
 *
 * <p>A name in a statement that is a variable with a table, an event log, interactions or a list of
 * records is that table, as it is now; it is copied for the one statement. What a statement creates
 * stays until the end of the session. {@code :name} stands for the value of a variable. Files are
 * read by their names: {@code SELECT * FROM 'ratings.parquet'}; nothing is fetched from elsewhere.
 * Rows keep their order, and results are the same whatever the number of threads.
 *
 * <p>One thread at a time; an interrupt ends the statement.
 */
public final class SqlDatabase implements AutoCloseable {
  private final Connection db;

  /** An empty one. */
  public SqlDatabase() {
    try {
      db = DuckDb.open();
    } catch (SQLException e) {
      throw new UserError("DuckDB cannot be started: " + DuckDb.reason(e), e);
    }
  }

  /**
   * Runs a statement, or several divided by semicolons.
   *
   * @param variables what its names may stand for
   * @return the result of the last; empty where that has none, such as CREATE
   * @throws UserError with DuckDB's words where it cannot be run
   */
  public Optional<Table> run(String sql, Map<String, Object> variables) {
    SqlText text = SqlText.of(sql);
    if (text.words().isEmpty()) {
      throw new UserError("There is no SQL to run. Write it behind %sql, or below %%sql.");
    }
    List<String> loaded = new ArrayList<>();
    try (PreparedOrPlain statement = new PreparedOrPlain(db, variables)) {
      FutureTask<Optional<Table>> work =
          new FutureTask<>(
              () -> {
                for (String word : text.words()) {
                  Object value = variables.get(word);
                  if (TableForSql.isTable(value)) {
                    TableLoader.load(db, word, TableForSql.of(value).orElseThrow());
                    loaded.add(word);
                  }
                }
                return statement.run(text);
              });
      return watch(work, statement);
    } catch (SQLException e) {
      throw new UserError("SQL: " + DuckDb.reason(e) + hint(e, variables), e);
    } finally {
      loaded.forEach(this::drop);
    }
  }

  private static Optional<Table> watch(FutureTask<Optional<Table>> work, PreparedOrPlain statement)
      throws SQLException {
    Thread thread = new Thread(work, "lectern-sql");
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        return work.get();
      } catch (InterruptedException e) {
        interrupted = true;
        statement.cancel();
      } catch (ExecutionException e) {
        if (interrupted) {
          Thread.currentThread().interrupt();
          throw new CancellationException("the statement was interrupted");
        }
        if (e.getCause() instanceof SQLException failure) {
          throw failure;
        }
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static String hint(SQLException e, Map<String, Object> variables) {
    if (!String.valueOf(e.getMessage()).contains("Table with name")) {
      return "";
    }
    List<String> tables =
        variables.entrySet().stream()
            .filter(each -> TableForSql.isTable(each.getValue()))
            .map(each -> each.getKey() + " (" + kind(each.getValue()) + ")")
            .toList();
    return tables.isEmpty()
        ? " No variable holds a table: a Table, EventLog, Interactions or list of records."
        : " Variables that hold tables: " + String.join(", ", tables) + ".";
  }

  private static String kind(Object value) {
    return value instanceof List<?> ? "List of records" : value.getClass().getSimpleName();
  }

  private void drop(String name) {
    try (Statement sql = db.createStatement()) {
      sql.execute("DROP TABLE IF EXISTS temp.main." + DuckDb.quoted(name));
    } catch (SQLException e) {
      throw new UserError("DuckDB cannot let go of " + name + ": " + DuckDb.reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      db.close();
    } catch (SQLException e) {
      throw new UserError("DuckDB cannot be closed: " + DuckDb.reason(e), e);
    }
  }

  /** A statement, prepared where it has parameters. */
  private static final class PreparedOrPlain implements AutoCloseable {
    private final Connection db;
    private final Map<String, Object> variables;
    private volatile Statement statement;
    private volatile boolean cancelled;

    PreparedOrPlain(Connection db, Map<String, Object> variables) {
      this.db = db;
      this.variables = variables;
    }

    Optional<Table> run(SqlText text) throws SQLException {
      boolean hasResult;
      if (text.parameters().isEmpty()) {
        statement = db.createStatement();
        stopIfCancelled();
        hasResult = statement.execute(text.sql());
      } else {
        PreparedStatement prepared = db.prepareStatement(text.sql());
        statement = prepared;
        stopIfCancelled();
        for (int i = 0; i < text.parameters().size(); i++) {
          prepared.setObject(i + 1, value(text.parameters().get(i)));
        }
        hasResult = prepared.execute();
      }
      if (!hasResult) {
        return Optional.empty();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return Optional.of(ResultTable.of(rows));
      }
    }

    private Object value(String parameter) {
      if (!variables.containsKey(parameter)) {
        throw new UserError("There is no variable " + parameter + " for :" + parameter + ".");
      }
      Object value = variables.get(parameter);
      if (TableForSql.isTable(value)) {
        throw new UserError(
            ":" + parameter + " is a table: write " + parameter + " without the colon.");
      }
      return value instanceof Character || value instanceof Enum<?> ? value.toString() : value;
    }

    void cancel() throws SQLException {
      cancelled = true;
      if (statement != null) {
        statement.cancel();
      }
    }

    private void stopIfCancelled() throws SQLException {
      if (cancelled) {
        throw new SQLException("interrupted");
      }
    }

    @Override
    public void close() throws SQLException {
      if (statement != null) {
        statement.close();
      }
    }
  }
}
