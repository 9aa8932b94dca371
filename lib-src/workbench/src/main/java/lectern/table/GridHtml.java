package lectern.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import lectern.display.Html;

/**
 * A grid as HTML that follows the page's theme, scrolls in its own box, and stays readable where
 * styles are taken out of it, as on a page that does not trust the notebook.
 */
final class GridHtml {
  private static final String STYLE = "<style>\n" + resource("table.css") + "</style>\n";

  // These few also hold where the style sheet is taken out and the page's own would differ.
  private static final String SCROLL = " style=\"overflow: auto; max-width: 100%\"";
  private static final String LEFT = " style=\"text-align: left; white-space: pre\"";
  private static final String TYPE = " style=\"font-weight: normal\"";

  private final Grid grid;
  private final StringBuilder out = new StringBuilder(STYLE);

  private GridHtml(Grid grid) {
    this.grid = grid;
  }

  static String of(Grid grid) {
    GridHtml html = new GridHtml(grid);
    html.write();
    return html.out.toString();
  }

  private void write() {
    out.append("<div class=\"lectern-table\">\n");
    if (!grid.columns().isEmpty()) {
      out.append("<div class=\"lectern-scroll\"")
          .append(SCROLL)
          .append(">\n<table>\n<thead>\n<tr>");
      each(this::head);
      out.append("</tr>\n</thead>\n<tbody>\n");
      for (int row = 0; row < grid.rows(); row++) {
        int line = row;
        out.append("<tr>");
        each(column -> cell(column, line));
        out.append("</tr>\n");
      }
      out.append("</tbody>\n</table>\n</div>\n");
    }
    out.append("<p class=\"lectern-count\">").append(Html.escape(grid.count()));
    out.append("</p>\n</div>");
  }

  /** Does it for each column; null stands for those left out. */
  private void each(Consumer<Grid.Shown> what) {
    for (int i = 0; i < grid.columns().size(); i++) {
      if (i == grid.gap()) {
        what.accept(null);
      }
      what.accept(grid.columns().get(i));
    }
    if (grid.gap() == grid.columns().size()) {
      what.accept(null);
    }
  }

  private void head(Grid.Shown column) {
    if (column == null) {
      out.append("<th>…</th>");
      return;
    }
    out.append("<th scope=\"col\"").append(column.right() ? "" : LEFT);
    title(column.name());
    out.append('>').append(Html.escape(column.name().text()));
    if (grid.typed()) {
      out.append("<br><small")
          .append(TYPE)
          .append('>')
          .append(Html.escape(column.type()))
          .append("</small>");
    }
    out.append("</th>");
  }

  private void cell(Grid.Shown column, int row) {
    if (column == null) {
      out.append("<td>…</td>");
      return;
    }
    Cell cell = column.cells().get(row);
    out.append("<td").append(column.right() ? "" : LEFT);
    title(cell);
    String text = Html.escape(cell.text());
    out.append('>').append(cell.missing() ? "<i>" + text + "</i>" : text).append("</td>");
  }

  /** What is seen of a cell by pointing at it. */
  private void title(Cell cell) {
    if (cell.full() != null) {
      out.append(" title=\"").append(Html.escape(cell.full())).append('"');
    }
  }

  private static String resource(String name) {
    try (InputStream in = GridHtml.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
