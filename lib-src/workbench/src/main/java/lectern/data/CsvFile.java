package lectern.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;

/**
 * The rows of a CSV file: its first line names the columns; commas, semicolons or tabs separate
 * them (the one that stands most often in the first line); quotes follow RFC 4180; empty lines are
 * skipped. A row with another number of fields than the first line is bad.
 */
final class CsvFile {
  private static final String WAY_OUT =
      "Look there for a quote that never closes; longer texts can be read from Parquet or JSON"
          + " lines.";

  private CsvFile() {}

  /** Reads the text of a file row by row. */
  static void read(Path csv, String text, RowSink sink) {
    if (text.isBlank()) {
      throw new UserError(csv.getFileName() + " is empty: its first line must name the columns.");
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      int width = -1;
      int[] wanted = {};
      for (CsvRecord row : reader) {
        List<String> fields = row.getFields();
        if (width < 0) {
          width = fields.size();
          wanted = sink.columns(fields);
        } else if (fields.size() != width) {
          sink.bad(row.getStartingLineNumber(), otherWidth(row, width));
        } else {
          String[] chosen = new String[wanted.length];
          for (int c = 0; c < chosen.length; c++) {
            chosen[c] = fields.get(wanted[c]);
          }
          sink.row(row.getStartingLineNumber(), chosen);
        }
      }
    } catch (CsvParseException e) {
      throw new UserError(csv.getFileName() + " is not CSV: " + reasons(e) + ". " + WAY_OUT, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A quote that is never closed swallows the lines after it: say how far it reaches. */
  private static String otherWidth(CsvRecord row, int width) {
    long breaks =
        row.getFields().stream().mapToLong(f -> f.chars().filter(c -> c == '\n').count()).sum();
    return row.getFieldCount()
        + " fields where the first line has "
        + width
        + (breaks == 0
            ? ""
            : " (a quote opens here and the row goes on to line "
                + (row.getStartingLineNumber() + breaks)
                + ")");
  }

  private static String reasons(Throwable e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
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
}
