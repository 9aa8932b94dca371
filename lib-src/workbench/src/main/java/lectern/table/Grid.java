package lectern.table;

import java.util.List;

/**
 * What of a table is seen: columns of equal length, and a line that counts.
 *
 * @param columns the columns shown, from left to right
 * @param gap how many columns are shown before those that are left out; -1 where none are
 * @param count how much there is, and how much of it is shown
 */
record Grid(List<Shown> columns, int gap, String count) {
  /** One column: its name, its type in a word, whether its values stand on the right. */
  record Shown(Cell name, String type, boolean right, List<Cell> cells) {}

  Grid {
    columns = List.copyOf(columns);
  }

  int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).cells().size();
  }

  /** Whether there are types to show. */
  boolean typed() {
    return columns.stream().anyMatch(column -> !column.type().isEmpty());
  }
}
