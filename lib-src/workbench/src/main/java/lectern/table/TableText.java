package lectern.table;

import java.util.List;

/** A table in plain text, its columns aligned also where they hold Chinese. */
final class TableText {
  private static final int WIDEST = 40;
  static final String MISSING = "missing";

  private TableText() {}

  static String of(List<Cells> columns, String footer) {
    int rows = columns.isEmpty() ? 0 : columns.get(0).texts().size();
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      Cells cells = columns.get(c);
      widths[c] = Math.max(TextWidth.of(cell(cells.name())), TextWidth.of(cells.type()));
      for (String text : cells.texts()) {
        widths[c] = Math.max(widths[c], TextWidth.of(cell(text)));
      }
    }
    StringBuilder all = new StringBuilder();
    if (!columns.isEmpty()) {
      line(all, columns, widths, -2);
      line(all, columns, widths, -1);
    }
    for (int row = 0; row < rows; row++) {
      line(all, columns, widths, row);
    }
    return all.append(footer).toString();
  }

  private static void line(StringBuilder all, List<Cells> columns, int[] widths, int row) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      Cells cells = columns.get(c);
      String text =
          row == -2 ? cell(cells.name()) : row == -1 ? cells.type() : cell(cells.texts().get(row));
      String gap = " ".repeat(widths[c] - TextWidth.of(text));
      line.append(c == 0 ? "" : "  ").append(cells.right() ? gap + text : text + gap);
    }
    all.append(line.toString().stripTrailing()).append('\n');
  }

  private static String cell(String text) {
    if (text == null) {
      return MISSING;
    }
    String flat = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return TextWidth.cut(flat, WIDEST);
  }
}
