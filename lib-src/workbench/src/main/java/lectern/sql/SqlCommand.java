package lectern.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.UserError;
import lectern.display.Variables;
import tech.tablesaw.api.Table;

/**
 * What is written behind {@code %sql} or in a {@code %%sql} cell: SQL, and where its result goes,
 * {@code --out name} or {@code name <<} before it.
 */
record SqlCommand(Optional<String> out, String sql) {
  private static final Pattern OUT =
      Pattern.compile(
          "\\s*(?:--out(?:\\s+|=)(\\S+)|([\\p{L}_][\\p{L}\\p{N}_]*)\\s*<<)(.*)", Pattern.DOTALL);

  static final String DETAILS =
      """
      %sql SELECT count(*) FROM ratings       a variable's name is its table: a Table, an EventLog,
                                              Interactions or a list of records
      Table best = %sql SELECT …              the result for code
      %%sql --out best                        the result as a variable, not shown
      SELECT item, avg(value) AS mean
      FROM ratings GROUP BY item
      best << SELECT …                        the same, as other notebooks write it

      :name stands for the value of a variable:  WHERE value >= :limit
      Files are read by name:                    FROM 'data.parquet', FROM 'data.csv'
      What CREATE makes stays until the end of the session. A column's name in double quotes keeps
      its spaces. The SQL is DuckDB's.
      """;

  /** One database for the whole session, opened at the first statement. */
  private static final class Session {
    static final SqlDatabase DATABASE = new SqlDatabase();
  }

  static SqlCommand of(String text) {
    Matcher matcher = OUT.matcher(text);
    if (!matcher.matches()) {
      if (text.strip().startsWith("--out")) {
        throw new UserError("--out needs the name of a variable behind it.");
      }
      return new SqlCommand(Optional.empty(), text);
    }
    String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new SqlCommand(Optional.of(name), matcher.group(3));
  }

  Optional<Object> run() throws Exception {
    Variables variables = Variables.current();
    Optional<Table> result = Session.DATABASE.run(sql, variables.all());
    if (out.isEmpty()) {
      return result.map(Object.class::cast);
    }
    Table table =
        result.orElseThrow(
            () -> new UserError("The statement gives no table for " + out.get() + "."));
    table.setName(out.get());
    variables.define(out.get(), Table.class, table);
    System.out.println(
        out.get() + ": " + table.rowCount() + " rows, " + table.columnCount() + " columns");
    return Optional.empty();
  }
}
