package lectern.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Interactions read from a CSV file, and the rows that could not be read.
 *
 * <pre>{@code
 * var read = Interactions.read(Path.of("ratings.csv"), ColumnMapping.of("user", "course").value("stars"));
 * read.interactions();   // the good rows
 * read.badRows();        // line and reason of each bad one
 * }</pre>
 *
 * <p>The file is UTF-8, with or without a byte order mark; its first line names the columns;
 * commas, semicolons or tabs separate them (the one that stands most often in the first line);
 * quotes follow RFC 4180. A row is set aside, never dropped in silence, when it has another number
 * of fields than the first line, an empty id, or a value or time that cannot be read. Empty lines
 * are skipped.
 *
 * @param rowsRead rows of the file, good and bad, without the first line and empty ones
 */
public record InteractionsCsv(Interactions interactions, int rowsRead, List<BadRow> badRows)
    implements Displayable {

  /** A row that was set aside: its line in the file (from 1) and why. */
  public record BadRow(long line, String reason) {}

  public InteractionsCsv {
    badRows = List.copyOf(badRows);
  }

  static InteractionsCsv read(Path csv, ColumnMapping mapping) {
    Rows rows = new Rows(csv, mapping);
    CsvFile.read(csv, TextFile.read(csv), rows);
    return new InteractionsCsv(rows.out.build(), rows.read, rows.bad);
  }

  /** Line and reason of every row set aside, as a table. */
  public Table badRowTable() {
    return Table.create(
        "rows set aside",
        IntColumn.create("line", badRows.stream().mapToInt(row -> (int) row.line()).toArray()),
        StringColumn.create("reason", badRows.stream().map(BadRow::reason).toList()));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    var duplicates = interactions.duplicates();
    out.append(
        String.format(
            Locale.ROOT,
            "%,d rows read, %,d set aside, %,d joined with another row of the same user and item"
                + " (%s)%n%s",
            rowsRead,
            badRows.size(),
            duplicates.rowsDropped(),
            duplicates.rule(),
            interactions));
    for (BadRow row : badRows.subList(0, Math.min(5, badRows.size()))) {
      out.append(String.format("%n  line %d: %s", row.line(), row.reason()));
    }
    if (badRows.size() > 5) {
      out.append(String.format("%n  … all of them in badRows()"));
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }

  /** Adds the rows of a file: user, item, then value and time if the mapping names them. */
  private static final class Rows implements RowSink {
    private final Path csv;
    private final ColumnMapping mapping;
    private final InteractionsBuilder out = Interactions.builder();
    private final List<BadRow> bad = new ArrayList<>();
    private int read;

    Rows(Path csv, ColumnMapping mapping) {
      this.csv = csv;
      this.mapping = mapping;
    }

    @Override
    public int[] columns(List<String> names) {
      return Stream.of(
              Optional.of(mapping.user()),
              Optional.of(mapping.item()),
              mapping.value(),
              mapping.time())
          .flatMap(Optional::stream)
          .mapToInt(name -> RowSink.find(csv.getFileName().toString(), names, name))
          .toArray();
    }

    @Override
    public void row(long line, String[] fields) {
      String reason = add(fields);
      if (reason.isEmpty()) {
        read++;
      } else {
        bad(line, reason);
      }
    }

    @Override
    public void bad(long line, String reason) {
      read++;
      bad.add(new BadRow(line, reason));
    }

    /** Adds the row, or says why it cannot. */
    private String add(String[] fields) {
      String userId = fields[0].strip();
      String itemId = fields[1].strip();
      if (userId.isEmpty() || itemId.isEmpty()) {
        return (userId.isEmpty() ? "user" : "item") + " is empty";
      }
      int next = 2;
      double number = 1;
      if (mapping.value().isPresent()) {
        number = Numbers.parse(fields[next]);
        if (!InteractionsBuilder.fits(number)) {
          return "value "
              + Quoted.of(fields[next])
              + (Double.isFinite(number)
                  ? " does not lie between -1e15 and 1e15"
                  : " is not a finite number");
        }
        next++;
      }
      if (mapping.time().isEmpty()) {
        out.add(userId, itemId, number);
        return "";
      }
      var when = Times.parse(fields[next]);
      if (when.isEmpty()) {
        return "time " + Quoted.of(fields[next]) + " is neither a whole number nor a date";
      }
      out.add(userId, itemId, number, when.getAsLong());
      return "";
    }
  }
}
