package lectern.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Table;

/**
 * What is known of users or courses, read from a CSV file, and the rows that could not be read.
 *
 * <pre>{@code
 * var users = AttributesCsv.ofUsers(Path.of("users.csv"), "user_id");
 * log = log.withUserAttributes(users.table());
 * }</pre>
 *
 * <p>Columns of whole numbers become integers, of numbers doubles, all others text (so {@code 007}
 * stays as it is); empty fields and the words of {@link EventMapping#MISSING} are missing. A row
 * without an id, with another number of fields than the first line, or of an id that stood there
 * before is set aside.
 *
 * @param table first the ids, in a column {@code "user"} or {@code "course"}, then all others
 * @param rowsRead rows of the file, good and bad
 */
public record AttributesCsv(Table table, int rowsRead, List<BadRow> badRows)
    implements Displayable {
  public AttributesCsv {
    badRows = List.copyOf(badRows);
  }

  /** The file's rows by the id in this column. */
  public static AttributesCsv ofUsers(Path csv, String idColumn) {
    return read(csv, idColumn, "user");
  }

  /** The file's rows by the id in this column. */
  public static AttributesCsv ofCourses(Path csv, String idColumn) {
    return read(csv, idColumn, "course");
  }

  private static AttributesCsv read(Path csv, String idColumn, String key) {
    Rows rows = new Rows(csv.getFileName().toString(), idColumn, key);
    CsvFile.read(csv, TextFile.read(csv), rows);
    return new AttributesCsv(rows.out.table(key + "s"), rows.read, rows.bad);
  }

  @Override
  public String toString() {
    String text =
        String.format(Locale.ROOT, "%,d rows read, %,d set aside", rowsRead, badRows.size());
    StringBuilder out = new StringBuilder(text);
    for (BadRow row : badRows.subList(0, Math.min(5, badRows.size()))) {
      out.append("\n  line ").append(row.line()).append(": ").append(row.reason());
    }
    return out.toString();
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table);
  }

  private static final class Rows implements RowSink {
    private final String file;
    private final String idColumn;
    private final String key;
    private final AttributeRows out;
    private final EventMapping words = EventMapping.of("id");
    private final List<BadRow> bad = new ArrayList<>();
    private List<String> names = List.of();
    private int id;
    private int read;

    Rows(String file, String idColumn, String key) {
      this.file = file;
      this.idColumn = idColumn;
      this.key = key;
      this.out = new AttributeRows(key);
    }

    @Override
    public int[] columns(List<String> columns) {
      names = columns.stream().map(String::strip).toList();
      id = RowSink.find(file, names, idColumn);
      int[] all = new int[names.size()];
      for (int c = 0; c < all.length; c++) {
        all[c] = RowSink.find(file, names, names.get(c));
        if (c != id) {
          out.column(names.get(c));
        }
      }
      return all;
    }

    @Override
    public void row(long line, String[] fields) {
      String of = words.field(fields[id]);
      if (of.isEmpty() || out.knows(of)) {
        bad(line, key + (of.isEmpty() ? " is empty" : " " + Quoted.of(of) + " stood there before"));
        return;
      }
      read++;
      out.id(of);
      for (int c = 0; c < fields.length; c++) {
        if (c != id) {
          out.put(of, names.get(c), words.field(fields[c]));
        }
      }
    }

    @Override
    public void bad(long line, String reason) {
      read++;
      bad.add(new BadRow(file, line, reason));
    }
  }
}
