package lectern.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Stream;
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
   * @throws UserError if there is no such file, nothing in it, or a line holds something else than
   *     numbers
   */
  public static XuetangSequences read(Path sequences) {
    String text = TextFile.read(sequences);
    if (text.isBlank()) {
      throw new UserError(sequences.getFileName() + " is empty: it needs one line a learner.");
    }
    InteractionsBuilder rows = Interactions.builder().duplicates(DuplicateRule.KEEP_FIRST);
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
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
  }

  private static String number(String word, Path file, int line) {
    if (!IdIndex.isNumber(word) || word.startsWith("-")) {
      throw new UserError(
          file.getFileName()
              + ", line "
              + line
              + ": "
              + Quoted.of(word)
              + " is not a whole number from 0. A line is a learner's number, then the numbers of"
              + " the courses, separated by blanks.");
    }
    return word;
  }

  private static Map<String, String> platformIds(Path list) {
    Map<String, String> ids = new HashMap<>();
    if (Files.exists(list)) {
      for (String line : (Iterable<String>) TextFile.read(list).lines()::iterator) {
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
   * @throws UserError if it is not there, no CSV, or lacks a column or a field
   */
  public Table courses(Path csv) {
    CourseList known = new CourseList(csv);
    CsvFile.read(csv, TextFile.read(csv), known);
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
      String[] row = known.rows.getOrDefault(course, new String[] {course, "", "", ""});
      table.stringColumn("item").append(item);
      table.stringColumn("course").append(course);
      table.stringColumn("title").append(row[1]);
      table.stringColumn("school").append(row[2]);
      table.stringColumn("fields").append(row[3]);
    }
    return table;
  }

  /** The rows of the table of courses by the platform's id; refuses one that cannot be read. */
  private static final class CourseList implements RowSink {
    private final String file;
    private final Map<String, String[]> rows = new HashMap<>();

    CourseList(Path csv) {
      file = csv.getFileName().toString();
    }

    @Override
    public int[] columns(List<String> names) {
      return Stream.of("original_id", "name", "schools", "fields")
          .mapToInt(name -> RowSink.find(file, names, name))
          .toArray();
    }

    @Override
    public void row(long line, String[] fields) {
      rows.put(fields[0], fields);
    }

    @Override
    public void bad(long line, String reason) {
      throw new UserError(file + ", line " + line + ": " + reason + ". Mend or delete that line.");
    }
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
