package lectern.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Events read from files, and the rows that could not be read.
 *
 * <pre>{@code
 * var read = EventLog.read(
 *     EventFile.of(Path.of("wechat.csv"), EventMapping.of("openid", "course").event("action").platformNamed("wechat")),
 *     EventFile.of(Path.of("douyin.parquet"), EventMapping.of("uid", "item").event("act").platformNamed("douyin")));
 * read.log();
 * read.badRows();   // file, line and reason of each row that was set aside
 * }</pre>
 *
 * <p>A row is set aside, never dropped in silence, when it has another number of fields than the
 * first line, no user, no event, or a time or value that cannot be read. A missing course,
 * platform, time or value is no fault: {@code lectern.clean} decides on it. Rows stand in the log
 * in the order of the files and of their lines. Text is UTF-8, with or without a byte order mark,
 * unless the mapping names another encoding; a file that is not in it is refused as a whole, with
 * the line where it goes wrong.
 *
 * @param log the good rows
 * @param files what each file gave, in the order read
 * @param badRows the rows set aside
 * @param attributeConflicts how often a row said another attribute of a user or course than an
 *     earlier one, which counts
 */
public record EventReading(
    EventLog log, List<FileRows> files, List<BadRow> badRows, int attributeConflicts)
    implements Displayable {
  private static final int SHOWN = 5;

  /** Rows of a file, good and bad, without its first line and empty ones; and the bad ones. */
  public record FileRows(String file, int rowsRead, int setAside) {}

  public EventReading {
    files = List.copyOf(files);
    badRows = List.copyOf(badRows);
  }

  static EventReading of(List<EventFile> files) {
    if (files.isEmpty()) {
      throw new UserError("Name at least one file to read.");
    }
    EventLogBuilder out = EventLog.builder();
    AttributeRows users = new AttributeRows("user");
    AttributeRows courses = new AttributeRows("course");
    List<FileRows> read = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    for (EventFile file : files) {
      EventRows rows = new EventRows(file, out, users, courses, bad);
      file.read(rows);
      read.add(new FileRows(file.name(), rows.read(), rows.setAside()));
    }
    out.userAttributes(users.table("users")).courseAttributes(courses.table("courses"));
    return new EventReading(out.build(), read, bad, users.conflicts() + courses.conflicts());
  }

  /** Rows of all files, good and bad. */
  public int rowsRead() {
    return files.stream().mapToInt(FileRows::rowsRead).sum();
  }

  /** File, line and reason of every row set aside, as a table. */
  public Table badRowTable() {
    return BadRow.table(badRows);
  }

  /** What each file gave. */
  public Table fileTable() {
    return Table.create(
        "files read",
        StringColumn.create("file", files.stream().map(FileRows::file).toList()),
        IntColumn.create("rows", files.stream().mapToInt(FileRows::rowsRead).toArray()),
        IntColumn.create("set aside", files.stream().mapToInt(FileRows::setAside).toArray()));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%,d rows read from %s, %,d set aside: %s",
            rowsRead(),
            files.size() == 1 ? files.get(0).file() : files.size() + " files",
            badRows.size(),
            log));
    if (attributeConflicts > 0) {
      out.append("\n  ").append(attributeConflicts);
      out.append(" attributes differ from an earlier row of the same user or course, which counts");
    }
    for (BadRow row : badRows.subList(0, Math.min(SHOWN, badRows.size()))) {
      out.append("\n  ").append(row.file()).append(" line ").append(row.line());
      out.append(": ").append(row.reason());
    }
    if (badRows.size() > SHOWN) {
      out.append("\n  … all of them in badRows()");
    }
    return out.toString();
  }

  @Override
  public MimeBundle bundle() {
    String first = toString().lines().findFirst().orElseThrow();
    MimeBundle events = Titled.bundle(first, log.summary());
    if (badRows.isEmpty()) {
      return events;
    }
    MimeBundle bad = Titled.bundle("Rows set aside:", badRowTable());
    return MimeBundle.text(events.plain() + "\n" + bad.plain())
        .with(
            MimeBundle.HTML,
            String.valueOf(events.data().get(MimeBundle.HTML)) + bad.data().get(MimeBundle.HTML));
  }
}
