package lectern.data;

import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A row of a file that was set aside, and why.
 *
 * @param file the file's name
 * @param line the line at which the row begins, from 1; in a Parquet file, which has no lines, the
 *     number of the row, from 1
 * @param reason what is wrong with it
 */
public record BadRow(String file, long line, String reason) {
  /** File, line and reason of these rows. */
  public static Table table(List<BadRow> rows) {
    return Table.create(
        "rows set aside",
        StringColumn.create("file", rows.stream().map(BadRow::file).toList()),
        LongColumn.create("line", rows.stream().mapToLong(BadRow::line).toArray()),
        StringColumn.create("reason", rows.stream().map(BadRow::reason).toList()));
  }
}
