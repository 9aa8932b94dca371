package lectern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lectern.BrokenFiles.Broken;
import lectern.BrokenFiles.Form;
import lectern.data.AttributesCsv;
import lectern.data.BadRow;
import lectern.data.ColumnMapping;
import lectern.data.EventLog;
import lectern.data.EventMapping;
import lectern.data.EventReading;
import lectern.data.Interactions;
import lectern.data.InteractionsCsv;
import lectern.data.MovieLensArchive;
import lectern.data.XuetangSequences;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a file, each reader answers with one sentence or with its rows, the bad
 * ones counted with their lines; the file stays as it is. All answers stand in {@code
 * broken-inputs.txt}: reader, fault, what is said.
 */
class BrokenInputsTest {
  private static final EventMapping EVENTS =
      EventMapping.of("user", "course").event("event").time("time").value("value");

  @TempDir private Path folder;

  /**
   * What a reader made of a file.
   *
   * @param rows how many it saw, good and bad; −1 where it does not say
   */
  private record Answer(Object of, int rows, List<BadRow> bad) {}

  private static Answer events(Path file) {
    EventReading read = EventLog.read(file, EVENTS);
    assertEquals(read.rowsRead(), read.log().size() + read.badRows().size());
    return new Answer(read.log(), read.rowsRead(), read.badRows());
  }

  private static Answer interactions(Path file) {
    InteractionsCsv read =
        Interactions.read(file, ColumnMapping.of("user", "course").value("value").time("time"));
    String name = file.getFileName().toString();
    List<BadRow> bad = new ArrayList<>();
    read.badRows().forEach(row -> bad.add(new BadRow(name, row.line(), row.reason())));
    assertEquals(read.rowsRead(), read.interactions().duplicates().rowsAdded() + bad.size());
    return new Answer(read.interactions(), read.rowsRead(), bad);
  }

  private static Answer attributes(Path file) {
    AttributesCsv read = AttributesCsv.ofUsers(file, "user");
    assertEquals(read.rowsRead(), read.table().rowCount() + read.badRows().size());
    String users = read.table().rowCount() + " users, " + read.table().columnCount() + " columns";
    return new Answer(users, read.rowsRead(), read.badRows());
  }

  private static Answer sequences(Path file) {
    return new Answer(XuetangSequences.read(file), -1, List.of());
  }

  private static Answer movieLens(Path file) {
    return new Answer(MovieLensArchive.read(file), -1, List.of());
  }

  @Test
  void everyReaderAnswersToEveryFault() throws Exception {
    List<String> said = new ArrayList<>();
    add(said, "events", ".csv", BrokenFiles.of(Form.CSV), BrokenInputsTest::events);
    add(said, "events", ".jsonl", BrokenFiles.of(Form.JSON_LINES), BrokenInputsTest::events);
    add(said, "events", ".parquet", BrokenArchives.parquet(folder), BrokenInputsTest::events);
    add(said, "interactions", ".csv", BrokenFiles.of(Form.CSV), BrokenInputsTest::interactions);
    add(said, "attributes", ".csv", BrokenFiles.of(Form.CSV), BrokenInputsTest::attributes);
    add(said, "sequences", ".txt", BrokenFiles.of(Form.SEQUENCES), BrokenInputsTest::sequences);
    add(said, "MovieLens", ".zip", BrokenArchives.movieLens(), BrokenInputsTest::movieLens);
    assertEquals(String.join("\n", wanted()), String.join("\n", said));
  }

  private static List<String> wanted() throws IOException {
    try (InputStream in = BrokenInputsTest.class.getResourceAsStream("broken-inputs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void add(
      List<String> said,
      String reader,
      String ending,
      Map<String, Broken> files,
      Function<Path, Answer> read)
      throws IOException {
    for (var each : files.entrySet()) {
      Broken broken = each.getValue();
      Path file = Files.write(folder.resolve("broken" + ending), broken.bytes());
      said.add(reader + ending + " | " + each.getKey() + " | " + said(read, file, broken.rows()));
      assertArrayEquals(broken.bytes(), Files.readAllBytes(file), "the file is as it was");
      assertEquals(List.of(file), inFolder(), "nothing stands beside it");
      Files.delete(file);
    }
    said.add(reader + ending + " | no file | " + said(read, folder.resolve("no" + ending), -1));
    Path inner = Files.createDirectory(folder.resolve("folder" + ending));
    said.add(reader + ending + " | a folder | " + said(read, inner, -1));
    Files.delete(inner);
  }

  private List<Path> inFolder() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** The answer in a line; any exception but a {@link UserError} ends the test. */
  private String said(Function<Path, Answer> read, Path file, int rows) {
    Answer answer;
    try {
      answer = read.apply(file);
    } catch (UserError refused) {
      String said = refused.getMessage().replace(folder.toString(), "FOLDER");
      assertFalse(said.matches("(?s).*(\n|Exception|java\\.|null).*"), said);
      assertTrue(said.length() > 20 && said.length() < 600, said);
      return said;
    }
    StringBuilder said = new StringBuilder(answer.of().toString());
    if (answer.rows() >= 0) {
      assertEquals(rows, answer.rows(), "rows of " + said);
      said.append("; ").append(answer.bad().size()).append(" of ").append(rows);
      said.append(" rows set aside");
    }
    for (BadRow row : answer.bad()) {
      assertEquals(file.getFileName().toString(), row.file());
      assertTrue(row.line() > 0 && row.reason().length() < 200, row.toString());
      said.append("; line ").append(row.line()).append(": ").append(row.reason());
    }
    return said.toString();
  }
}
