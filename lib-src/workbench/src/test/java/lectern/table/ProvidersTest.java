package lectern.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.display.Display;
import lectern.display.MimeBundle;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.table.TableSlice;

class ProvidersTest {
  private final Display display = Display.of(getClass().getClassLoader());

  @Test
  void tablesAndSlicesAreFound() {
    Table courses = Tables.courses();
    MimeBundle bundle = display.bundle(courses);
    assertEquals(TableView.of(courses).bundle(), bundle);
    assertEquals(bundle, display.bundle(new TableSlice(courses)));
    assertTrue(bundle.data().containsKey(MimeBundle.HTML));
  }

  @Test
  void aColumnShowsItsFirstValues() {
    int[] numbers = new int[12];
    String plain = display.bundle(IntColumn.create("n", numbers)).plain();
    assertTrue(plain.startsWith("      n\ninteger\n-------\n      0\n"), plain);
    assertTrue(plain.endsWith("\n\nn: 12 values, 10 shown"), plain);
    assertEquals("n: 1 value", lastLine(IntColumn.create("n", 1)));
  }

  private String lastLine(Object value) {
    String plain = display.bundle(value).plain();
    return plain.substring(plain.lastIndexOf('\n') + 1);
  }

  @Test
  void aRowShowsALineForEachColumn() {
    Row row = new Row(Tables.courses(), 2);
    String wanted =
        """
        column  type     value
        ------  -------  -------
        course  integer  103
        title   string   missing
        price   double   missing

        row 2 (the first is 0)""";
    assertEquals(wanted, display.bundle(row).plain());
    Table times = Table.create("", DateTimeColumn.create("seen", 1));
    assertTrue(display.bundle(times.row(0)).plain().contains("missing"));
  }

  @Test
  void aRowThatStandsNowhereSaysSo() {
    assertTrue(display.bundle(new Row(Tables.courses())).plain().contains("call next()"));
  }

  @Test
  void aRowOfAFilteredTableShowsItsOwnValues() {
    Table courses = Tables.courses();
    for (Row row : courses.where(courses.intColumn("course").isGreaterThan(101))) {
      String plain = display.bundle(row).plain();
      assertTrue(plain.contains("integer  " + row.getInt("course")), plain);
    }
  }
}
