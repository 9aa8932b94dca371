package lectern.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    String text = decode(csv);
    if (text.isBlank()) {
      throw new UserError(csv.getFileName() + " is empty: its first line must name the columns.");
    }
    char separator = separator(text);
    List<BadRow> bad = new ArrayList<>();
    InteractionsBuilder rows = Interactions.builder();
    int read = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Columns columns = null;
      for (CsvRecord record : reader) {
        if (columns == null) {
          columns = Columns.of(csv, record.getFields(), mapping);
        } else {
          read++;
          String reason = columns.add(record, rows);
          if (!reason.isEmpty()) {
            bad.add(new BadRow(record.getStartingLineNumber(), reason));
          }
        }
      }
    } catch (CsvParseException e) {
      throw new UserError(csv.getFileName() + " is not CSV: " + reasons(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new InteractionsCsv(rows.build(), read, bad);
  }

  private static String reasons(Throwable e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  private static String decode(Path csv) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(csv);
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + csv + ".", e);
    } catch (IOException e) {
      throw new UserError("Cannot read " + csv + ": " + e.getMessage(), e);
    }
    try (InputStreamReader reader =
        new InputStreamReader(
            new ByteArrayInputStream(bytes),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      StringBuilder text = new StringBuilder(bytes.length);
      char[] part = new char[8192];
      for (int n = reader.read(part); n >= 0; n = reader.read(part)) {
        text.append(part, 0, n);
      }
      return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text.toString();
    } catch (IOException e) {
      throw new UserError(
          csv.getFileName()
              + " is not UTF-8 text. Save it as UTF-8 (in Excel: \"CSV UTF-8\"), for example with"
              + " iconv -f GB18030 -t UTF-8.",
          e);
    }
  }

  private static char separator(String text) {
    String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(x -> x == c).count();
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

  /** Where the mapped columns stand in this file. */
  private record Columns(int width, int user, int item, int value, int time) {
    static Columns of(Path csv, List<String> names, ColumnMapping mapping) {
      return new Columns(
          names.size(),
          find(csv, names, mapping.user()),
          find(csv, names, mapping.item()),
          mapping.value().map(name -> find(csv, names, name)).orElse(-1),
          mapping.time().map(name -> find(csv, names, name)).orElse(-1));
    }

    private static int find(Path csv, List<String> names, String wanted) {
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).strip().equals(wanted.strip())) {
          return i;
        }
      }
      throw new UserError(
          csv.getFileName()
              + " has no column \""
              + wanted
              + "\". Its columns: "
              + String.join(", ", names)
              + Nearest.to(wanted, names).map(n -> ". Did you mean \"" + n + "\"?").orElse("."));
    }

    /** Adds the row, or says why it cannot. */
    String add(CsvRecord record, InteractionsBuilder rows) {
      if (record.getFieldCount() != width) {
        return record.getFieldCount() + " fields where the first line has " + width;
      }
      String userId = record.getField(user).strip();
      String itemId = record.getField(item).strip();
      if (userId.isEmpty() || itemId.isEmpty()) {
        return (userId.isEmpty() ? "user" : "item") + " is empty";
      }
      double number = 1;
      if (value >= 0) {
        number = parse(record.getField(value));
        if (!Double.isFinite(number)) {
          return "value \"" + record.getField(value) + "\" is not a number";
        }
      }
      if (time < 0) {
        rows.add(userId, itemId, number);
        return "";
      }
      var when = Times.parse(record.getField(time));
      if (when.isEmpty()) {
        return "time \"" + record.getField(time) + "\" is neither a whole number nor a date";
      }
      rows.add(userId, itemId, number, when.getAsLong());
      return "";
    }

    private static double parse(String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
  }
}
