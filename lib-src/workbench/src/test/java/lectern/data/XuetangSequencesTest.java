package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class XuetangSequencesTest {
  @TempDir Path folder;

  private static final String LINES = "0 6 14 5\n1 14\n\n2 5 6\n3\n";

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sequences.txt"), text);
  }

  @Test
  void placesAreTimes() throws IOException {
    Interactions read = XuetangSequences.read(file(LINES)).interactions();
    assertEquals(4, read.userCount());
    assertEquals(3, read.itemCount());
    assertEquals(6, read.size());
    int fourteen = read.items().number(14);
    assertEquals(2, read.time(read.find(0, fourteen)));
    assertEquals(1, read.time(read.find(1, fourteen)));
    assertEquals(1, read.value(read.find(1, fourteen)));
    assertEquals(0, read.sizeOf(3));
  }

  @Test
  void gzipIsReadAlike() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(LINES.getBytes(StandardCharsets.UTF_8));
    }
    Path zipped = Files.write(folder.resolve("sequences.txt.gz"), bytes.toByteArray());
    assertEquals(
        XuetangSequences.read(file(LINES)).interactions(),
        XuetangSequences.read(zipped).interactions());
    Files.write(zipped, Arrays.copyOf(bytes.toByteArray(), 20));
    UserError cut = assertThrows(UserError.class, () -> XuetangSequences.read(zipped));
    assertTrue(cut.getMessage().endsWith("is a damaged gzip file: fetch it again."));
  }

  @Test
  void aCourseThatStandsTwiceKeepsItsFirstPlace() throws IOException {
    Interactions read = XuetangSequences.read(file("7 1 2 1\n")).interactions();
    assertEquals(2, read.size());
    assertEquals(1, read.time(read.find(0, 0)));
    assertEquals(1, read.duplicates().rowsDropped());
  }

  @Test
  void titlesComeByThePlatformsIds() throws IOException {
    Files.writeString(folder.resolve("item_list.txt"), "org_id remap_id\nC_9 6\nC_8 14\n");
    Path csv = folder.resolve("courses.csv");
    Files.writeString(
        csv, "\ufefforiginal_id,name,fields,schools\nC_9,\"线性代数, 一\",数学,清华大学\nC_1,x,y,z\n");
    XuetangSequences read = XuetangSequences.read(file(LINES));
    assertEquals(Map.of("6", "C_9", "14", "C_8"), read.platformIds());
    Table courses = read.courses(csv);
    assertEquals(3, courses.rowCount());
    assertEquals("5||||", row(courses, 0));
    assertEquals("6|C_9|线性代数, 一|清华大学|数学", row(courses, 1));
    assertEquals("14|C_8|||", row(courses, 2));
  }

  private static String row(Table table, int row) {
    return String.join("|", table.columns().stream().map(column -> column.getString(row)).toList());
  }

  @Test
  void aLineOfSomethingElseIsNamed() throws IOException {
    for (String bad : new String[] {"x", "-3", "2.5", "99999999999999999999"}) {
      Path file = file("0 1 2\n1 3 " + bad + "\n");
      UserError refused = assertThrows(UserError.class, () -> XuetangSequences.read(file));
      assertTrue(refused.getMessage().contains("line 2: \"" + bad + "\""), refused.getMessage());
    }
    assertThrows(UserError.class, () -> XuetangSequences.read(folder.resolve("nothing")));
  }

  @Test
  void aTableOfCoursesThatCannotBeReadIsRefusedWithItsLine() throws IOException {
    XuetangSequences read = XuetangSequences.read(file(LINES));
    Path csv = folder.resolve("courses.csv");
    Files.writeString(csv, "original_id,name,fields,schools\nC_9,a,b,c\nC_8,a\n");
    assertEquals(
        "courses.csv, line 3: 2 fields where the first line has 4. Mend or delete that line.",
        assertThrows(UserError.class, () -> read.courses(csv)).getMessage());
    Files.writeString(csv, "original_id,name,field,schools\n");
    assertTrue(
        assertThrows(UserError.class, () -> read.courses(csv))
            .getMessage()
            .startsWith("courses.csv has no column \"fields\"."));
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path file = file("\n");
    UserError refused = assertThrows(UserError.class, () -> XuetangSequences.read(file));
    assertTrue(refused.getMessage().contains(" is empty"));
  }
}
