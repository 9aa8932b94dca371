package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class EventReadingTest {
  private static final EventMapping ALL =
      EventMapping.of("uid", "course")
          .event("what")
          .platform("where")
          .time("when")
          .value("worth")
          .userAttributes("city")
          .courseAttributes("topic");

  @TempDir private Path folder;

  private Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String refusal(Path path, EventMapping mapping) {
    return assertThrows(UserError.class, () -> EventLog.read(path, mapping)).getMessage();
  }

  @Test
  void goodRowsAreReadAndBadOnesSetAside() {
    EventReading read =
        EventLog.read(
            file(
                "log.csv",
                """
                uid,course,what,where,when,worth,city,topic
                ann,java,buy,app,2024-05-01,99,Beijing,code
                bob,,search,,,,007,
                ann,sql,view
                ,java,view,app,5,1,,
                NaN,java,view,app,5,1,,
                ann,java,null,app,5,1,,
                ann,java,view,app,soon,1,,
                ann,java,view,app,5,many,,
                ann,java,view,app,5,inf,,
                ann,java,view,app,1714521600000,1,,
                ann,java,view,app,20240501,1,,

                ann , sql , view , NaN , NaN , nan ,Shanghai,data
                """),
            ALL.called("buy", Events.PURCHASE));
    EventLog log = read.log();
    assertEquals(12, read.rowsRead());
    assertEquals(3, log.size());
    assertEquals("purchase", log.eventName(0));
    assertEquals(1_714_521_600, log.time(0));
    assertEquals(99, log.value(0));
    assertEquals("bob", log.userId(1));
    assertEquals(-1, log.course(1));
    assertEquals("sql", log.courseId(2));
    assertTrue(log.platform(2) < 0 && !log.hasTime(2) && Double.isNaN(log.value(2)));
    assertEquals(
        List.of(
            new BadRow("log.csv", 4, "3 fields where the first line has 8"),
            new BadRow("log.csv", 5, "user is empty"),
            new BadRow("log.csv", 6, "user is \"NaN\", which means missing"),
            new BadRow("log.csv", 7, "event is \"null\", which means missing"),
            new BadRow("log.csv", 8, "time \"soon\" is neither a whole number nor a date"),
            new BadRow("log.csv", 9, "value \"many\" is not a finite number"),
            new BadRow("log.csv", 10, "value \"inf\" is not a finite number"),
            new BadRow(
                "log.csv",
                11,
                "time 1714521600000 is no number of seconds; if it is milliseconds:"
                    + " .milliseconds()"),
            new BadRow(
                "log.csv",
                12,
                "time 20240501 may be seconds or a date: write dates like 2024-05-01")),
        read.badRows());
    assertEquals(9, read.badRowTable().rowCount());
    assertEquals(1, read.attributeConflicts());
    Table users = log.userAttributes();
    assertEquals(List.of("Beijing", "007"), users.stringColumn("city").asList());
    assertEquals(List.of("code", "data"), log.courseAttributes().stringColumn("topic").asList());
    assertTrue(read.bundle().plain().contains("Rows set aside:"));
    String text = read.toString();
    assertTrue(text.startsWith("12 rows read from log.csv, 9 set aside: 3 events of"), text);
    assertTrue(text.contains("\n  log.csv line 4: 3 fields") && text.endsWith("badRows()"), text);
  }

  @Test
  void aQuoteThatNeverClosesSaysHowFarItReaches() {
    EventReading read =
        EventLog.read(
            file("q.csv", "u,c\na,b\n\"a,b\nc,d\ne,f\n"),
            EventMapping.of("u", "c").eventNamed("view"));
    assertEquals(1, read.log().size());
    assertEquals(3, read.badRows().get(0).line());
    assertTrue(
        read.badRows().get(0).reason().contains("a quote opens here and the row goes on to line"),
        read.badRows().toString());
  }

  @Test
  void millisecondsZonesAndWordsOfYourOwn() {
    Path csv = file("t.csv", "u,t,v\na,1714521600999,-\na,2024-05-01 08:00,3\n-,5,3\n");
    EventMapping mapping =
        EventMapping.of("u")
            .eventNamed("view")
            .time("t")
            .value("v")
            .milliseconds()
            .zone("Asia/Shanghai")
            .missing("-");
    EventReading read = EventLog.read(csv, mapping);
    assertEquals(1_714_521_600, read.log().time(0));
    assertEquals(1_714_521_600, read.log().time(1));
    assertTrue(Double.isNaN(read.log().value(0)));
    assertEquals("user is \"-\", which means missing", read.badRows().get(0).reason());
  }

  @Test
  void filesOfSeveralPlatformsBecomeOneLogAndBadRowsKeepTheirFile() {
    Path wechat = file("微信.csv", "openid;course;n\nw1;java;1\n;java;1\n");
    Path douyin = file("douyin.jsonl", "{\"uid\":7,\"item\":\"java\",\"act\":\"like\"}\n{oops\n");
    EventReading read =
        EventLog.read(
            EventFile.of(
                wechat,
                EventMapping.of("openid", "course").eventNamed("view").platformNamed("wechat")),
            EventFile.of(
                douyin,
                EventMapping.of("uid", "item")
                    .event("act")
                    .called("like", Events.FAVOURITE)
                    .platformNamed("douyin")));
    assertEquals(2, read.log().size());
    assertEquals(List.of("douyin", "wechat"), read.log().platforms().ids());
    assertEquals("wechat", read.log().platformId(0));
    assertEquals("favourite", read.log().eventName(1));
    assertEquals("7", read.log().userId(1));
    assertEquals(
        List.of(
            new BadRow("微信.csv", 3, "user is empty"), new BadRow("douyin.jsonl", 2, "not JSON")),
        read.badRows());
    assertEquals(2, read.fileTable().rowCount());
    assertTrue(read.toString().startsWith("4 rows read from 2 files, 2 set aside"));
  }

  @Test
  void jsonLines() {
    EventReading read =
        EventLog.read(
            file(
                "a's [1]*.json",
                """
                \uFEFF{"uid":"小王","course":"java","what":"view","worth":1.50,"when":"2024-05-01"}

                {"uid":"ann","what":"search","course":null,"a/b~c'\\"":{"k":[1,2]}}
                [1, 2]
                "text"
                {"uid":"ann","what":"view","worth":NaN,"when":12}
                {"uid":"ann","what":"view"
                """),
            EventMapping.of("uid", "course")
                .event("what")
                .time("when")
                .value("worth")
                .userAttributes("a/b~c'\""));
    assertEquals(3, read.log().size());
    assertEquals("小王", read.log().userId(0));
    assertEquals(1.5, read.log().value(0));
    assertEquals(1_714_521_600, read.log().time(0));
    assertEquals(-1, read.log().course(1));
    assertEquals(12, read.log().time(2));
    assertTrue(Double.isNaN(read.log().value(2)));
    assertEquals("{\"k\":[1,2]}", read.log().userAttributes().getString(1, 1));
    assertEquals(
        List.of(
            new BadRow("a's [1]*.json", 4, "not a JSON object"),
            new BadRow("a's [1]*.json", 5, "not a JSON object"),
            new BadRow("a's [1]*.json", 7, "not JSON")),
        read.badRows());
    assertEquals(
        "a's [1]*.json has no column \"uids\". Its columns: uid, course, what, worth, when,"
            + " a/b~c'\". Did you mean \"uid\"?",
        refusal(
            folder.resolve("a's [1]*.json"), EventMapping.of("uids", "course").eventNamed("view")));
  }

  private Path parquet(String name, String query) throws SQLException {
    Path path = folder.resolve(name);
    try (Connection db = DuckDb.open();
        Statement sql = db.createStatement()) {
      sql.execute("COPY (" + query + ") TO '" + path.toString().replace("'", "''") + "'");
    }
    return path;
  }

  @Test
  void parquetKeepsTheOrderOfRows() throws SQLException {
    Path path =
        parquet(
            "big.parquet",
            "SELECT 'u' || i AS u, i % 7 AS c, i * 0.5 AS v, 1000 + i AS t FROM range(300000)"
                + " x(i)");
    EventMapping mapping = EventMapping.of("u", "c").eventNamed("view").value("v").time("t");
    EventLog log = EventLog.read(path, mapping).log();
    assertEquals(300_000, log.size());
    for (int row = 0; row < log.size(); row += 999) {
      assertEquals("u" + row, log.userId(row));
      assertEquals(1000 + row, log.time(row));
      assertEquals(row * 0.5, log.value(row));
    }
  }

  @Test
  void parquetTypesAndPathsWithQuotesBracketsAndChinese() throws SQLException {
    parquet("小'a.parquet", "SELECT 'other' AS uid");
    Path path =
        parquet(
            "小'[a]*?\".parquet",
            """
            SELECT * FROM (VALUES
              (1, 'java', TIMESTAMP '2024-05-01 00:00:01.7', TIMESTAMPTZ '2024-05-01 08:00:00+08', DATE '2024-05-01', 1.25),
              (NULL, 'java', NULL, NULL, NULL, 2),
              (2, NULL, NULL, NULL, NULL, 'NaN'::DOUBLE)) t(uid, course, naive, zoned, day, worth)
            """);
    EventMapping mapping = EventMapping.of("uid", "course").eventNamed("view").value("worth");
    EventReading read = EventLog.read(path, mapping.time("naive").zone("+08:00"));
    assertEquals(2, read.log().size());
    assertEquals("1", read.log().userId(0));
    assertEquals(1_714_521_601 - 8 * 3600, read.log().time(0));
    assertEquals(1.25, read.log().value(0));
    assertTrue(Double.isNaN(read.log().value(1)) && !read.log().hasTime(1));
    assertEquals(
        List.of(new BadRow(path.getFileName().toString(), 2, "user is empty")), read.badRows());
    assertEquals(1_714_521_600, EventLog.read(path, mapping.time("zoned")).log().time(0));
    assertEquals(1_714_521_600, EventLog.read(path, mapping.time("day")).log().time(0));
    assertTrue(refusal(path, mapping.time("zone")).endsWith("Did you mean \"zoned\"?"));
  }

  @Test
  void csvNeedsNoDuckDb() throws Exception {
    URL[] others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("duckdb"))
            .map(EventReadingTest::url)
            .toArray(URL[]::new);
    Path csv = file("plain.csv", "u,c\na,b\n");
    try (URLClassLoader without =
        new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
      Class<?> mapping = without.loadClass(EventMapping.class.getName());
      Object of = mapping.getMethod("of", String.class).invoke(null, "u");
      Object named = mapping.getMethod("eventNamed", String.class).invoke(of, "view");
      Object read =
          without
              .loadClass(EventLog.class.getName())
              .getMethod("read", Path.class, mapping)
              .invoke(null, csv, named);
      assertTrue(read.toString().startsWith("1 rows read"), read.toString());
      assertThrows(
          ClassNotFoundException.class, () -> without.loadClass("org.duckdb.DuckDBDriver"));
    }
  }

  private static URL url(String entry) {
    try {
      return new File(entry).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void packedFilesAreUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("{\"u\":1}\n{\"u\":2}\n".getBytes(StandardCharsets.UTF_8));
    }
    EventMapping mapping = EventMapping.of("u").eventNamed("view");
    assertEquals(2, EventLog.read(file("a.jsonl.gz", out.toByteArray()), mapping).log().size());
    byte[] half = Arrays.copyOf(out.toByteArray(), out.size() / 2);
    assertTrue(refusal(file("b.csv.gz", half), mapping).startsWith("b.csv.gz is a damaged gzip"));
  }

  @Test
  void otherEncodingsAreRefusedWithTheWayOutAndReadWhenNamed() {
    EventMapping mapping = EventMapping.of("用户", "课程").eventNamed("view");
    String text = "用户,课程\n小王,机器学习\n";
    Path gbk = file("gbk.csv", text.getBytes(Charset.forName("GB18030")));
    assertEquals(
        "gbk.csv is not UTF-8 text from line 1 on. Save it as UTF-8 (in Excel: \"CSV UTF-8\"), for"
            + " example with iconv -f GB18030 -t UTF-8, or name its encoding:"
            + " .charset(\"GB18030\").",
        refusal(gbk, mapping));
    assertEquals("小王", EventLog.read(gbk, mapping.charset("GB18030")).log().userId(0));
    Path wide = file("wide.csv", text.getBytes(StandardCharsets.UTF_16));
    assertTrue(refusal(wide, mapping).contains("UTF-16"), refusal(wide, mapping));
    assertEquals("小王", EventLog.read(wide, mapping.charset("UTF-16")).log().userId(0));
    Path unmarked = file("unmarked.csv", "u,c\na,b\n".getBytes(StandardCharsets.UTF_16LE));
    assertTrue(refusal(unmarked, mapping).startsWith("unmarked.csv is not UTF-8 text from line 1"));
    byte[] mixed = "u,c\n\na,b\nc,?\n".getBytes(StandardCharsets.UTF_8);
    mixed[11] = (byte) 0xff;
    assertTrue(
        refusal(file("mixed.csv", mixed), mapping)
            .startsWith("mixed.csv is not UTF-8 text from line 4"));
    assertThrows(UserError.class, () -> mapping.charset("klingon"));
    assertThrows(UserError.class, () -> mapping.zone("Mars"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.csv", "e.jsonl", "e.parquet"})
  void emptyAndMissingFilesAndFoldersSaySo(String name) throws IOException {
    EventMapping mapping = EventMapping.of("u", "c").eventNamed("view");
    assertTrue(refusal(folder.resolve(name), mapping).startsWith("There is no file "));
    assertTrue(refusal(file(name, ""), mapping).startsWith(name + " is empty: "));
    Files.delete(folder.resolve(name));
    Files.createDirectory(folder.resolve(name));
    assertTrue(refusal(folder.resolve(name), mapping).contains("is a folder"));
  }

  @Test
  void filesOfAnotherKindSaySo() {
    EventMapping mapping = EventMapping.of("u", "c").eventNamed("view");
    assertTrue(
        refusal(file("x.parquet", "u,c\na,b\n"), mapping)
            .startsWith("x.parquet cannot be read as Parquet: "));
    assertTrue(refusal(file("x.json", "[{\"u\":1}]"), mapping).contains("one JSON array"));
    assertTrue(refusal(file("y.json", "u,c\n"), mapping).contains("holds no JSON object"));
    assertEquals(
        "two.csv has two columns \"u\": rename one of them.",
        refusal(file("two.csv", "u,c, u\n1,2,3\n"), mapping));
    assertEquals(
        "near.csv has no column \"c\". Its columns: u, C. Did you mean \"C\"?",
        refusal(file("near.csv", "u,C\n1,2\n"), mapping));
    assertTrue(refusal(file("blanks.csv", "u  c\n1  2\n"), mapping).endsWith("a tab must stand."));
    assertTrue(
        refusal(file("bare.csv", "7,12\n7,13\n"), mapping).endsWith("this one looks like data."));
    assertEquals(0, EventLog.read(file("none.csv", "u,c\n"), mapping).log().size());
  }

  @Test
  void aMappingMustSayWhatHappened() {
    assertEquals(
        "Say what the rows of x.csv are: .event(\"column\"), or .eventNamed(Events.VIEW) when all"
            + " are one kind.",
        refusal(Path.of("x.csv"), EventMapping.of("u", "c")));
    assertThrows(UserError.class, () -> EventMapping.of(" "));
    assertThrows(UserError.class, () -> EventMapping.of("u", "c").time(""));
    assertThrows(UserError.class, () -> EventLog.read());
  }

  @Test
  void attributesOfUsersFromATableOfTheirOwn() {
    AttributesCsv read =
        AttributesCsv.ofUsers(
            file(
                "users.csv",
                """
                city, uid ,age,income,code
                Beijing,ann,20,1e3,007
                ,bob,NaN,2.5,8
                Wuhan,ann,30,3,9
                Wuhan,,30,3,9
                Wuhan
                """),
            "uid");
    assertEquals(5, read.rowsRead());
    assertEquals(
        List.of(
            new BadRow("users.csv", 4, "user \"ann\" stood there before"),
            new BadRow("users.csv", 5, "user is empty"),
            new BadRow("users.csv", 6, "1 fields where the first line has 5")),
        read.badRows());
    Table table = read.table();
    assertEquals(List.of("user", "city", "age", "income", "code"), table.columnNames());
    assertEquals(20, table.intColumn("age").get(0));
    assertTrue(table.intColumn("age").isMissing(1));
    assertEquals(1000, table.doubleColumn("income").get(0));
    assertEquals("007", table.stringColumn("code").get(0));
    assertTrue(table.stringColumn("city").isMissing(1));
    EventLog log = EventLog.builder().build().withUserAttributes(table);
    assertEquals(2, log.userAttributes().rowCount());
    assertTrue(read.bundle().plain().startsWith("5 rows read, 3 set aside"));
    assertEquals(
        List.of("course", "n"),
        AttributesCsv.ofCourses(file("c.csv", "id,n\n1,2\n"), "id").table().columnNames());
  }
}
