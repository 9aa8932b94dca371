package lectern.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lectern.data.EventLog;
import lectern.data.WholeFile;

/**
 * A made-up file like those that a shop for courses exports, to try things on: one row an event,
 * with the columns {@code customer, course, title, field, what, when, amount}; times of Beijing;
 * with the dirt of the platform's options, and every 700th row cut short. The same platform gives
 * the same bytes.
 */
public final class ExampleCsv {
  private static final int CUT_SHORT = 700;
  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private ExampleCsv() {}

  /**
   * Writes the events with a course.
   *
   * @param file a file that is there is replaced
   */
  public static void write(Path file, SimulatedPlatform platform) throws IOException {
    EventLog log = platform.log();
    var courses = log.courseAttributes();
    StringBuilder out = new StringBuilder("customer,course,title,field,what,when,amount\n");
    int written = 0;
    for (int row = 0; row < log.size(); row++) {
      int course = log.course(row);
      if (course < 0) {
        continue;
      }
      String line =
          String.join(
              ",",
              log.userId(row),
              log.courseId(row),
              quoted(courses.stringColumn("title").get(course)),
              courses.stringColumn("field").get(course),
              log.eventName(row),
              log.hasTime(row) ? BEIJING.format(Instant.ofEpochSecond(log.time(row))) : "",
              Double.isNaN(log.value(row)) ? "" : log.value(row) + "");
      written++;
      out.append(written % CUT_SHORT == 0 ? line.substring(0, line.lastIndexOf(',')) : line);
      out.append('\n');
    }
    WholeFile.write(file, out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
