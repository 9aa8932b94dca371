package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionsCsvTest {
  private static final ColumnMapping ALL =
      ColumnMapping.of("student", "course").value("stars").time("when");

  @TempDir private Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("log.csv"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private InteractionsCsv read(String text) {
    return Interactions.read(file(text), ALL);
  }

  @Test
  void goodRowsAreReadAndBadOnesSetAside() {
    InteractionsCsv read =
        read(
            """
            when,student,course,stars
            5,ann,"Java, the ""good"" parts",4.5
            6,bob
            7,bob,sql,3,extra

            8,,sql,3
            9,bob,,3
            10,bob,sql,many
            11,bob,sql,NaN
            yesterday,bob,sql,3
            12, bob , sql , 2\s
            """);
    assertEquals(9, read.rowsRead());
    assertEquals(2, read.interactions().size());
    assertEquals(
        OptionalDouble.of(4.5), read.interactions().value("ann", "Java, the \"good\" parts"));
    assertEquals(OptionalDouble.of(2), read.interactions().value("bob", "sql"));
    assertEquals(12, read.interactions().time(1));
    assertEquals(
        List.of(
            new InteractionsCsv.BadRow(3, "2 fields where the first line has 4"),
            new InteractionsCsv.BadRow(4, "5 fields where the first line has 4"),
            new InteractionsCsv.BadRow(6, "user is empty"),
            new InteractionsCsv.BadRow(7, "item is empty"),
            new InteractionsCsv.BadRow(8, "value \"many\" is not a finite number"),
            new InteractionsCsv.BadRow(9, "value \"NaN\" is not a finite number"),
            new InteractionsCsv.BadRow(
                10, "time \"yesterday\" is neither a whole number nor a date")),
        read.badRows());
    assertEquals(7, read.badRowTable().rowCount());
    String text = read.bundle().plain();
    assertTrue(text.startsWith("9 rows read, 7 set aside, 0 joined"), text);
    assertTrue(text.contains("\n  line 3: 2 fields") && text.endsWith("badRows()"), text);
  }

  @Test
  void aByteOrderMarkSemicolonsTabsAndChinese() {
    assertEquals(
        OptionalDouble.of(3),
        read("\uFEFFstudent;course;stars;when\n小王;机器学习;3;1\n").interactions().value("小王", "机器学习"));
    assertEquals(1, read("student\tcourse\tstars\twhen\na\tb\t1\t2\r\n").interactions().size());
  }

  @Test
  void onlyUserAndItemAreNeeded() {
    var read = Interactions.read(file("u,i\na,b\na,b\n"), ColumnMapping.of("u", "i"));
    assertEquals(1, read.interactions().value(0));
    assertEquals(1, read.interactions().duplicates().rowsDropped());
    assertTrue(read.toString().startsWith("2 rows read, 0 set aside, 1 joined with another row"));
    assertEquals(
        0, Interactions.read(file("u,i\n"), ColumnMapping.of("u", "i")).interactions().size());
  }

  @ParameterizedTest
  @CsvSource({
    "1714521600, 1714521600",
    "1714521600.0, 1714521600",
    "-5, -5",
    "2024-05-01, 1714521600",
    "2024/05/01, 1714521600",
    "2024/5/1 0:01, 1714521660",
    "2024-05/01, ",
    "2024-05-01 24:01, ",
    "2024-05-01T00:01:00, 1714521660",
    "2024-05-01 00:01:00, 1714521660",
    "2024-05-01 00:01, 1714521660",
    "2024-05-01T08:01:00+08:00, 1714521660",
    "2024-05-01T00:01:00Z, 1714521660",
    "2024-05-01T00:01:00.75, 1714521660",
    "2024-13-01, ",
    "1.5, ",
    "'', ",
    "May 1, ",
  })
  void timesAsPeopleWriteThem(String text, Long seconds) {
    var parsed = Times.parse(text);
    assertEquals(seconds != null, parsed.isPresent(), text);
    if (seconds != null) {
      assertEquals(seconds, parsed.getAsLong());
    }
  }

  @Test
  void anUnknownColumnNamesTheColumnsAndTheNearest() {
    Path csv = file("studnet,course,stars,when\na,b,1,2\n");
    assertEquals(
        "log.csv has no column \"student\". Its columns: studnet, course, stars, when. Did you mean"
            + " \"studnet\"?",
        assertThrows(UserError.class, () -> Interactions.read(csv, ALL)).getMessage());
    var far = ColumnMapping.of("zzzzzzzz", "course");
    assertTrue(
        assertThrows(UserError.class, () -> Interactions.read(csv, far))
            .getMessage()
            .endsWith("stars, when."));
  }

  @Test
  void filesThatCannotBeReadSaySo() throws IOException {
    assertEquals(
        "log.csv is empty: its first line must name the columns.",
        assertThrows(UserError.class, () -> read("\n\n")).getMessage());
    assertThrows(UserError.class, () -> read(""));
    Path gone = folder.resolve("gone.csv");
    assertTrue(
        assertThrows(UserError.class, () -> Interactions.read(gone, ALL))
            .getMessage()
            .startsWith("There is no file "));
    Path chinese = folder.resolve("gb.csv");
    Files.write(chinese, "student,course\n小王,机器学习\n".getBytes(Charset.forName("GB18030")));
    assertTrue(
        assertThrows(UserError.class, () -> Interactions.read(chinese, ALL))
            .getMessage()
            .startsWith("gb.csv is not UTF-8 text from line 2 on. Save it as UTF-8"));
    Files.write(chinese, "student,course\n小王,b\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        1, Interactions.read(chinese, ColumnMapping.of("student", "course")).interactions().size());
    assertThrows(UserError.class, () -> ColumnMapping.of(" ", "b"));
  }
}
