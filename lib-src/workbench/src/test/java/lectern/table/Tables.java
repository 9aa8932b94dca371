package lectern.table;

import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables to look at. */
final class Tables {
  private Tables() {}

  static Table courses() {
    return Table.create(
        "courses",
        IntColumn.create("course", 101, 102, 103),
        StringColumn.create("title", "机器学习", "<b>R & D</b>", ""),
        DoubleColumn.create("price", 199, 49.5, Double.NaN));
  }

  /** Columns c0, c1 … of whole numbers. */
  static Table wide(int rows, int columns) {
    Table table = Table.create("");
    for (int i = 0; i < columns; i++) {
      table.addColumns(IntColumn.create("c" + i, IntStream.range(0, rows).toArray()));
    }
    return table;
  }
}
