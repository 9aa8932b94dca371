package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import lectern.display.Html;
import lectern.display.MimeBundle;

/**
 * A small table with lines of text under it, as HTML and as text.
 *
 * <p>Styles stand at each element, so that it reads the same where a page takes style sheets out;
 * colours follow JupyterLab's theme.
 */
record Sheet(List<Column> columns, List<List<Cell>> rows, List<String> notes) {
  private static final String FAINT = "var(--jp-ui-font-color2,#666)";
  private static final String RULE = "1px solid var(--jp-border-color2,#d0d0d0)";

  /** A column: its name, a smaller line under it (or ""), and whether it holds numbers. */
  record Column(String name, String small, boolean number) {}

  /** A cell: its text, a smaller text behind it (or ""), and whether it stands out. */
  record Cell(String text, String small, boolean strong) {
    static Cell of(String text) {
      return new Cell(text, "", false);
    }
  }

  MimeBundle bundle() {
    return MimeBundle.text(text()).with(MimeBundle.HTML, html());
  }

  String html() {
    StringBuilder out = new StringBuilder("<div style=\"overflow-x:auto\">\n");
    out.append(
        "<table style=\"color:inherit;font-size:inherit;border-collapse:collapse;font-variant-numeric:tabular-nums\">\n");
    out.append("<thead><tr style=\"border-bottom:").append(RULE).append("\">");
    for (Column column : columns) {
      out.append("<th scope=\"col\"").append(style(column)).append('>');
      out.append(Html.escape(column.name())).append(small(column.small(), "<br>")).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : rows) {
      out.append("<tr>");
      for (int c = 0; c < columns.size(); c++) {
        Cell cell = row.get(c);
        String text = Html.escape(cell.text());
        out.append("<td").append(style(columns.get(c))).append('>');
        out.append(cell.strong() ? "<b>" + text + "</b>" : text);
        out.append(small(cell.small(), "<br>")).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
    for (String note : notes) {
      out.append("<p style=\"margin:4px 0;max-width:60em;font-size:90%;color:").append(FAINT);
      out.append("\">").append(Html.escape(note)).append("</p>\n");
    }
    return out.append("</div>").toString();
  }

  private static String style(Column column) {
    return " style=\"text-align:"
        + (column.number() ? "right" : "left")
        + ";padding:4px 12px;white-space:nowrap;vertical-align:top\"";
  }

  private static String small(String text, String before) {
    return text.isEmpty()
        ? ""
        : before
            + "<small style=\"font-weight:normal;color:"
            + FAINT
            + "\">"
            + Html.escape(text)
            + "</small>";
  }

  String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).toList());
    rows.forEach(row -> lines.add(row.stream().map(Sheet::inOneLine).toList()));
    StringBuilder out = new StringBuilder();
    for (List<String> line : lines) {
      List<String> padded = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        int column = c;
        int width = lines.stream().mapToInt(l -> width(l.get(column))).max().orElse(0);
        String spaces = " ".repeat(width - width(line.get(c)));
        padded.add(columns.get(c).number() ? spaces + line.get(c) : line.get(c) + spaces);
      }
      out.append(String.join("  ", padded).stripTrailing()).append('\n');
    }
    notes.forEach(note -> out.append(note).append('\n'));
    return out.toString().stripTrailing();
  }

  private static String inOneLine(Cell cell) {
    return cell.text() + (cell.small().isEmpty() ? "" : " (" + cell.small() + ")");
  }

  /** Places a text takes where letters are of one width: Chinese ones and their signs take two. */
  private static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x30ff)
        || (c >= 0xff01 && c <= 0xff60);
  }
}
