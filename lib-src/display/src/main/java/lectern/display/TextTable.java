package lectern.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small table of texts, as HTML and as aligned plain text.
 *
 * <pre>{@code
 * TextTable.of(List.of("name", "size"), List.of(List.of("x", "3"), List.of("y", "12")))
 * }</pre>
 *
 * @param columns from left to right
 * @param rows texts of the columns; a long one is cut
 * @param count a line below the table, or ""
 */
public record TextTable(List<Column> columns, List<List<String>> rows, String count)
    implements Displayable {
  private static final int CELL = 80;

  /**
   * A column.
   *
   * @param right whether its texts stand on the right, as numbers do
   */
  public record Column(String name, boolean right) {}

  public TextTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row must have " + columns.size() + " texts, not " + row.size() + ": " + row);
      }
    }
  }

  /** A table whose texts all stand on the left. */
  public static TextTable of(List<String> names, List<List<String>> rows) {
    return new TextTable(names.stream().map(name -> new Column(name, false)).toList(), rows, "");
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(text()).with(MimeBundle.HTML, html());
  }

  /** Names, a rule and the rows, one below the other. */
  String text() {
    List<String> lines = new ArrayList<>(List.of("", ""));
    rows.forEach(row -> lines.add(""));
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      List<String> cells =
          Stream.concat(
                  Stream.of(columns.get(i).name()), rows.stream().map(row -> cell(row.get(column))))
              .toList();
      int width = cells.stream().mapToInt(TextWidth::of).max().orElse(0);
      String gap = i == 0 ? "" : "  ";
      append(lines, 0, gap + TextWidth.pad(cells.get(0), width, columns.get(i).right()));
      append(lines, 1, gap + "-".repeat(width));
      IntStream.range(1, cells.size())
          .forEach(
              row ->
                  append(
                      lines,
                      row + 1,
                      gap + TextWidth.pad(cells.get(row), width, columns.get(column).right())));
    }
    if (!count.isEmpty()) {
      lines.add(count);
    }
    return String.join("\n", lines.stream().map(String::stripTrailing).toList());
  }

  private static void append(List<String> lines, int line, String text) {
    lines.set(line, lines.get(line) + text);
  }

  /** The table as HTML that follows the page's theme. */
  String html() {
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    columns.forEach(
        column -> append(html, "th", column.right(), Html.escape(column.name()), column.name()));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < columns.size(); i++) {
        append(html, "td", columns.get(i).right(), Html.escape(cell(row.get(i))), row.get(i));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>");
    return count.isEmpty() ? html.toString() : html + "\n<p>" + Html.escape(count) + "</p>";
  }

  private static void append(
      StringBuilder html, String tag, boolean right, String content, String whole) {
    html.append('<').append(tag);
    html.append(" style=\"text-align: ").append(right ? "right" : "left").append('"');
    if (!cell(whole).equals(whole)) {
      html.append(" title=\"").append(Html.escape(CutText.of(whole, 1_000))).append('"');
    }
    html.append('>').append(content).append("</").append(tag).append('>');
  }

  /** A text as one line, cut. */
  private static String cell(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return TextWidth.cut(line, CELL);
  }
}
