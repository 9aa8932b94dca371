package lectern.table;

import java.util.ArrayList;
import java.util.List;
import lectern.display.TextWidth;

/**
 * A grid as aligned plain text. Where the columns do not fit side by side, they follow in blocks,
 * one below the other.
 */
final class GridText {
  private static final int LINE = 120;

  private GridText() {}

  /** Names, types, a rule, the rows, and the line that counts. */
  static String of(Grid grid) {
    StringBuilder out = new StringBuilder();
    List<List<String>> block = new ArrayList<>();
    int used = 0;
    for (List<String> column : columns(grid)) {
      int width = TextWidth.of(column.get(0)) + 2;
      if (used + width > LINE + 2 && !block.isEmpty()) {
        write(block, out);
        block.clear();
        used = 0;
      }
      block.add(column);
      used += width;
    }
    write(block, out);
    return out.append(grid.count()).toString();
  }

  private static void write(List<List<String>> block, StringBuilder out) {
    int lines = block.isEmpty() ? 0 : block.get(0).size();
    for (int i = 0; i < lines; i++) {
      int line = i;
      String text = String.join("  ", block.stream().map(column -> column.get(line)).toList());
      out.append(text.stripTrailing()).append('\n');
    }
    if (lines > 0) {
      out.append('\n');
    }
  }

  /** Each column as lines of one width. */
  private static List<List<String>> columns(Grid grid) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      if (i == grid.gap()) {
        all.add(gap(grid.rows()));
      }
      all.add(column(grid.columns().get(i), grid.typed()));
    }
    if (grid.gap() == grid.columns().size()) {
      all.add(gap(grid.rows()));
    }
    return all;
  }

  private static List<String> column(Grid.Shown shown, boolean typed) {
    List<String> lines = new ArrayList<>();
    lines.add(shown.name().text());
    if (typed) {
      lines.add(shown.type());
    }
    for (Cell cell : shown.cells()) {
      lines.add(cell.text());
    }
    int width = lines.stream().mapToInt(TextWidth::of).max().orElse(0);
    lines.add(typed ? 2 : 1, "-".repeat(width));
    lines.replaceAll(line -> TextWidth.pad(line, width, shown.right()));
    return lines;
  }

  private static List<String> gap(int rows) {
    List<String> lines = new ArrayList<>(List.of("…", " ", "-"));
    for (int i = 0; i < rows; i++) {
      lines.add("…");
    }
    return lines;
  }
}
