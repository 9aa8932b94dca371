package lectern.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Course enrolments on XuetangX (MOOCCubeX) in the order in which each learner took them.
 *
 * <pre>{@code
 * var xuetang = XuetangSequences.read(Path.of("mooccubex-seq/sequences.txt.gz"));
 * Split.leaveLastOut(xuetang.interactions());
 * }</pre>
 *
 * <p>One line a learner: the learner's number, then the numbers of the courses, the first enrolment
 * first, separated by blanks; plain text or gzip. There are no dates: the time of an enrolment is
 * its place, 1 for the first, so only the order within a learner means something. All values are 1.
 * A course that stands twice in a line keeps its first place.
 *
 * <p>MOOCCubeX is at github.com/THU-KEG/MOOCCubeX (Yu et al., MOOCCubeX: A Large Knowledge-centered
 * Repository for Adaptive Learning in MOOCs, CIKM 2021).
 *
 * @param interactions learners × courses, with places as times
 * @param platformIds the platform's own id of a course ({@code C_375775}) by our id, from the file
 *     {@code item_list.txt} beside the sequences; empty without that file
 */
public record XuetangSequences(Interactions interactions, Map<String, String> platformIds)
    implements Displayable {
  private static final String ITEM_LIST = "item_list.txt";

  public XuetangSequences {
    platformIds = Map.copyOf(platformIds);
  }

  /**
   * Reads the sequences, and the course ids if their list lies beside them.
   *
   * @throws UserError if there is no such file, or a line holds something else than numbers
   */
  public static XuetangSequences read(Path sequences) {
    InteractionsBuilder rows = Interactions.builder().duplicates(DuplicateRule.KEEP_FIRST);
    try (BufferedReader lines = open(sequences)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        StringTokenizer words = new StringTokenizer(line);
        if (words.hasMoreTokens()) {
          String learner = number(words.nextToken(), sequences, number);
          rows.user(learner);
          for (int place = 1; words.hasMoreTokens(); place++) {
            rows.add(learner, number(words.nextToken(), sequences, number), 1, place);
          }
        }
      }
      return new XuetangSequences(rows.build(), platformIds(sequences.resolveSibling(ITEM_LIST)));
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + sequences + ".", e);
    } catch (IOException e) {
      throw new UserError("Cannot read " + sequences + ": " + e.getMessage(), e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean zipped = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    InputStream in = new ByteArrayInputStream(bytes);
    return new BufferedReader(
        new InputStreamReader(zipped ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
  }

  private static String number(String word, Path file, int line) {
    if (!IdIndex.isNumber(word) || word.startsWith("-")) {
      throw new UserError(
          file.getFileName()
              + ", line "
              + line
              + ": \""
              + word
              + "\" is not a whole number from 0. A line is a learner's number, then the numbers of"
              + " the courses, separated by blanks.");
    }
    return word;
  }

  private static Map<String, String> platformIds(Path list) throws IOException {
    Map<String, String> ids = new HashMap<>();
    if (Files.exists(list)) {
      for (String line : Files.readAllLines(list)) {
        String[] words = line.split(" ");
        if (words.length == 2 && IdIndex.isNumber(words[1])) {
          ids.put(words[1], words[0]);
        }
      }
    }
    return ids;
  }

  /**
   * The courses: item (our id), course (the platform's), title, school and fields, empty where the
   * table has no such course.
   *
   * @param csv a table with the columns original_id, name, schools and fields, as in {@code
   *     mooccubex_extended_course.csv}
   */
  public Table courses(Path csv) {
    Map<String, NamedCsvRecord> known = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(csv)) {
      reader.forEach(row -> known.put(row.findField("original_id").orElse(""), row));
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + csv + ".", e);
    } catch (IOException | CsvParseException e) {
      throw new UserError("Cannot read " + csv + ": " + e.getMessage(), e);
    }
    Table table =
        Table.create(
            "XuetangX courses",
            StringColumn.create("item"),
            StringColumn.create("course"),
            StringColumn.create("title"),
            StringColumn.create("school"),
            StringColumn.create("fields"));
    for (String item : interactions.items().ids()) {
      String course = platformIds.getOrDefault(item, "");
      NamedCsvRecord row = known.get(course);
      table.stringColumn("item").append(item);
      table.stringColumn("course").append(course);
      table.stringColumn("title").append(field(row, "name"));
      table.stringColumn("school").append(field(row, "schools"));
      table.stringColumn("fields").append(field(row, "fields"));
    }
    return table;
  }

  private static String field(NamedCsvRecord row, String name) {
    return row == null ? "" : row.findField(name).orElse("");
  }

  @Override
  public String toString() {
    return "XuetangX: " + interactions;
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
