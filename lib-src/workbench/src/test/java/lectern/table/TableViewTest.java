package lectern.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.table.TableSlice;

class TableViewTest {
  private static String html(TableView view) {
    return (String) view.bundle().data().get(MimeBundle.HTML);
  }

  private static int count(String pattern, String text) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }

  private static String lastLine(TableView view) {
    List<String> lines = view.toString().lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Test
  void textIsAlignedAlsoWithWideLetters() {
    String wanted =
        """
         course  title           price
        integer  string         double
        -------  ------------  -------
            101  机器学习        199.0
            102  <b>R & D</b>     49.5
            103  missing       missing

        courses: 3 rows × 3 columns""";
    assertEquals(wanted, TableView.of(Tables.courses()).toString());
  }

  @Test
  void floatsAreTheSameOnEveryJava() {
    float[] values = {33554448f, 0.1f, Float.POSITIVE_INFINITY};
    String text = TableView.of(Table.create("t", FloatColumn.create("f", values))).toString();
    assertTrue(text.contains("33554450.0\n") && text.contains(" 0.1\n"), text);
    assertTrue(text.contains("∞"), text);
  }

  @Test
  void htmlHasNamesTypesAndSides() {
    String html = html(TableView.of(Tables.courses()));
    String name =
        "<th scope=\"col\">price<br><small style=\"font-weight: normal\">double</small></th>";
    assertTrue(html.contains(name), html);
    assertTrue(html.contains("<td>199.0</td>"), html);
    assertTrue(html.contains("<td style=\"text-align: left; white-space: pre\">机器学习</td>"), html);
    assertTrue(html.contains("<td><i>missing</i></td>"), html);
    assertTrue(html.contains(">courses: 3 rows × 3 columns</p>"), html);
  }

  @Test
  void nothingInATableIsReadAsHtml() {
    Table table =
        Table.create(
            "<i>name</i>", StringColumn.create("<script>", "<b>R & D</b>", "\"><img src=x>"));
    String html = html(TableView.of(table).textWidth(4));
    String body = html.substring(html.indexOf("</style>") + 8);
    assertFalse(Pattern.compile("<(script|b>|img|i>)").matcher(body).find(), body);
    assertTrue(body.contains("title=\"&quot;&gt;&lt;img src=x&gt;\""), body);
    assertTrue(body.contains("&lt;i&gt;name&lt;/i&gt;: 2 rows × 1 column<"), body);
  }

  @Test
  void tenRowsAreShownAndTheRestCounted() {
    TableView view = TableView.of(Tables.wide(1682, 5));
    assertEquals(11, count("<tr>", html(view)));
    assertEquals("1,682 rows × 5 columns, 10 shown", lastLine(view));
    assertEquals("1,682 rows × 5 columns, 50 shown", lastLine(view.rows(50)));
    assertEquals(51, count("<tr>", html(view.rows(50))));
    assertEquals("1,682 rows × 5 columns", lastLine(view.allRows()));
    assertEquals(1683, count("<tr>", html(view.allRows())));
    assertEquals("1,682 rows × 5 columns, 0 shown", lastLine(view.rows(0)));
  }

  @Test
  void theMiddleOfAWideTableIsLeftOut() {
    TableView view = TableView.of(Tables.wide(2, 60));
    String html = html(view);
    assertEquals("2 rows × 60 columns, 2 rows and 20 columns shown", lastLine(view));
    assertEquals(21, count("<th[ >]", html));
    assertTrue(html.contains(">c9<br>") && html.contains(">c50<br>"), html);
    assertFalse(html.contains(">c10<br>") || html.contains(">c49<br>"), html);
    assertEquals(60, count("<th[ >]", html(view.maxColumns(60))));
    String one = view.maxColumns(1).toString();
    assertTrue(one.startsWith("     c0  …\ninteger\n-------  -\n      0  …\n"), one);
  }

  @Test
  void textThatDoesNotFitALineFollowsInBlocks() {
    String text = TableView.of(Tables.wide(1, 20)).toString();
    assertTrue(text.lines().allMatch(line -> line.length() <= 120), text);
    assertEquals(2, count("(?m)^-------", text), text);
    for (int i = 0; i < 20; i++) {
      assertTrue(Pattern.compile("\\bc" + i + "\\b").matcher(text).find(), text);
    }
  }

  @Test
  void columnsAreChosenByName() {
    TableView view = TableView.of(Tables.courses()).columns("price", "course");
    assertTrue(view.toString().startsWith("  price   course\n"), view.toString());
    assertEquals("courses: 3 rows × 3 columns, 3 rows and 2 columns shown", lastLine(view));
    UserError error =
        assertThrows(UserError.class, () -> TableView.of(Tables.courses()).columns("prize"));
    assertEquals(
        "There is no column \"prize\". The columns are: course, title, price.", error.getMessage());
  }

  @Test
  void badNumbersAreRefused() {
    TableView view = TableView.of(Tables.courses());
    String message = assertThrows(UserError.class, () -> view.rows(-1)).getMessage();
    assertEquals("rows must be at least 0, not -1.", message);
    assertThrows(UserError.class, () -> view.maxColumns(0));
    assertThrows(UserError.class, () -> view.textWidth(0));
  }

  @Test
  void longTextsAreCutAndKeptWhole() {
    Table table = Table.create("", StringColumn.create("t", "学".repeat(80), "x".repeat(5000)));
    String html = html(TableView.of(table));
    assertTrue(html.contains(">" + "学".repeat(29) + "…</td>"), html);
    assertTrue(html.contains("title=\"" + "学".repeat(80) + "\""), html);
    assertTrue(html.contains("title=\"" + "x".repeat(999) + "…\""), html);
    assertTrue(html(TableView.of(table).textWidth(160)).contains(">" + "学".repeat(80) + "<"));
  }

  @Test
  void theUsersOwnFormatIsKept() {
    DoubleColumn share = DoubleColumn.create("share", 0.25, 1 / 3.0);
    share.setPrintFormatter(NumberColumnFormatter.percent(1));
    assertTrue(TableView.of(Table.create("", share)).toString().contains(" 33.3%\n"));
    share.setPrintFormatter(NumberColumnFormatter.fixedWithGrouping(2));
    assertTrue(TableView.of(Table.create("", share)).toString().contains("  0.33\n"));
  }

  @Test
  void slicesShowTheirOwnRows() {
    Table table = Tables.wide(100, 2);
    Table some = table.where(table.intColumn("c0").isGreaterThan(97));
    assertEquals("2 rows × 2 columns", lastLine(TableView.of(new TableSlice(some))));
  }

  @Test
  void emptyTablesSayThatTheyAre() {
    assertEquals("none: 0 rows × 0 columns", TableView.of(Table.create("none")).toString());
    assertEquals("0 rows × 1 column", lastLine(TableView.of(Tables.wide(0, 1))));
    String missing =
        TableView.of(Table.create("", IntColumn.create("n", new Integer[2]))).toString();
    assertTrue(missing.contains("missing\nmissing\n\n2 rows × 1 column"), missing);
  }

  @Test
  void tenThousandRowsAreQuick() {
    Table table = Tables.wide(10_000, 60);
    long start = System.nanoTime();
    TableView.of(table).bundle();
    assertTrue(System.nanoTime() - start < 2_000_000_000L);
  }
}
