package lectern.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lectern.data.EventLog;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class SqlDatabaseTest {
  private final SqlDatabase database = new SqlDatabase();
  private final Map<String, Object> variables = new LinkedHashMap<>();

  @AfterEach
  void close() {
    database.close();
  }

  private Table run(String sql) {
    return database.run(sql, variables).orElseThrow();
  }

  private String error(String sql) {
    return assertThrows(UserError.class, () -> database.run(sql, variables)).getMessage();
  }

  private static String rows(Table table) {
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < table.rowCount(); row++) {
      for (Column<?> column : table.columns()) {
        all.append(column.isMissing(row) ? "null" : column.getString(row)).append(' ');
      }
      all.append("| ");
    }
    return all.toString().replace(" |", "|").strip();
  }

  @Test
  void variablesAreTablesByTheirNames() {
    variables.put(
        "评分",
        Table.create(
            "any",
            StringColumn.create("course", "a", "b", "a"),
            DoubleColumn.create("stars", 1, 2, 4)));
    Table mean = run("SELECT course, avg(stars) AS mean FROM 评分 GROUP BY course ORDER BY course");
    assertEquals(List.of("course", "mean"), mean.columnNames());
    assertEquals("a 2.5| b 2|", rows(mean));
  }

  @Test
  void aTableIsReadAsItIsNow() {
    Table table = Table.create("t", IntColumn.create("n", new int[] {1}));
    variables.put("t", table);
    assertEquals("1|", rows(run("SELECT sum(n) FROM t")));
    table.intColumn("n").append(5);
    assertEquals("6|", rows(run("SELECT sum(n) FROM t")));
    variables.remove("t");
    assertTrue(error("SELECT * FROM t").startsWith("SQL: Catalog Error: Table with name t"));
  }

  @Test
  void everyTypeComesBackAsItWentIn() {
    Instant now = Instant.parse("2020-02-29T23:59:59.123456Z");
    Table all =
        Table.create(
            "all",
            BooleanColumn.create("b", true),
            ShortColumn.create("s", new short[] {3}),
            IntColumn.create("i", new int[] {-4}),
            LongColumn.create("l", 1L << 40),
            FloatColumn.create("f", 0.5f),
            DoubleColumn.create("d", 0.1),
            StringColumn.create("t", "it's 课程"),
            DateColumn.create("day", List.of(LocalDate.of(2020, 2, 29))),
            TimeColumn.create("at", List.of(LocalTime.of(1, 2, 3))),
            DateTimeColumn.create("when", List.of(LocalDateTime.of(2020, 2, 29, 1, 2, 3))),
            InstantColumn.create("now", List.of(now)));
    for (Column<?> column : all.columns()) {
      column.appendMissing();
    }
    variables.put("everything", all);
    Table back = run("SELECT * FROM everything");
    for (Column<?> column : all.columns()) {
      Column<?> other = back.column(column.name());
      assertEquals(column.getString(0), other.getString(0), column.name());
      assertTrue(other.isMissing(1), column.name());
      boolean number = List.of("s", "f").contains(column.name());
      assertTrue(number || column.type() == other.type(), column.name());
    }
    assertEquals(0.1, back.doubleColumn("d").getDouble(0));
  }

  @Test
  void numbersThatAreTooLargeForALongBecomeDoubles() {
    Table table = run("SELECT sum(x) AS s, 1.5::DECIMAL(5,2) AS d FROM range(4) r(x)");
    assertEquals("LONG", table.column("s").type().name());
    assertEquals("6 1.5|", rows(table));
    Table large = run("SELECT 170141183460469231731687303715884105727::HUGEINT AS h");
    assertEquals(1.7014118346046923e38, large.doubleColumn("h").getDouble(0));
    assertEquals("[1, 2]|", rows(run("SELECT [1, 2] AS list")));
    assertEquals(List.of("a", "a_2"), run("SELECT 1 AS a, 2 AS a").columnNames());
  }

  private record Course(String name, int hours, Double price) {}

  @Test
  void eventsInteractionsAndRecordsAreTables() {
    variables.put("log", EventLog.builder().add("u", "c", "view", "app", 5, 1).build());
    variables.put("taken", Interactions.builder().add("u", "b", 2).add("u", "a", 3).build());
    variables.put("courses", Arrays.asList(new Course("x", 3, null), new Course("y", 4, 9.5)));
    assertEquals("u c view|", rows(run("SELECT \"user\", course, event FROM log")));
    assertEquals("a 3| b 2|", rows(run("SELECT item, value::INT FROM taken ORDER BY item")));
    assertEquals("x 3 null| y 4 9.5|", rows(run("SELECT * FROM courses")));
  }

  @Test
  void parametersAreValuesOfVariables() {
    variables.put("least", 3);
    variables.put("name", "it's");
    variables.put("t", Table.create("t", IntColumn.create("n", new int[] {1})));
    assertEquals("3| 4|", rows(run("SELECT * FROM range(5) r(x) WHERE x >= :least")));
    assertEquals("it's|", rows(run("SELECT :name")));
    assertEquals("There is no variable most for :most.", error("SELECT :most"));
    assertTrue(error("SELECT :t").contains("write t without the colon"));
  }

  @Test
  void whatIsCreatedStays() {
    assertEquals(Optional.empty(), database.run("CREATE TABLE kept AS SELECT 7 AS x", variables));
    assertEquals("7|", rows(run("SELECT * FROM kept")));
    assertEquals("8|", rows(run("CREATE TABLE more AS SELECT 8 AS x; SELECT * FROM more")));
  }

  @Test
  void errorsNameWhatIsThere() {
    variables.put("ratings", Table.create("t", IntColumn.create("n", new int[] {1})));
    variables.put("x", 1);
    assertTrue(
        error("SELECT * FROM rating").endsWith(" Variables that hold tables: ratings (Table)."));
    assertTrue(error("SELEC 1").startsWith("SQL: Parser Error"));
    assertTrue(error(" ").startsWith("There is no SQL to run."));
    assertEquals("1|", rows(run("SELECT * FROM ratings")));
  }

  @Test
  @Timeout(30)
  void anInterruptEndsAStatementAndTheSessionGoesOn() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () ->
            run(
                "SELECT count(*) FROM range(10000000) a, range(1000000) b WHERE a.range + b.range ="
                    + " 3"));
    assertTrue(Thread.interrupted());
    assertEquals("1|", rows(run("SELECT 1")));
  }
}
