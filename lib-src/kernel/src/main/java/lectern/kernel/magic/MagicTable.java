package lectern.kernel.magic;

import java.util.List;
import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;

/**
 * Magics with their help, as a table.
 *
 * @param details more about the one magic in it, below the table; or ""
 */
record MagicTable(List<Row> rows, String details) implements Displayable {
  /**
   * One magic.
   *
   * @param written its name with percent signs, and what is written behind it
   * @param help what it does
   */
  record Row(String written, String help) {}

  MagicTable {
    rows = List.copyOf(rows);
  }

  @Override
  public MimeBundle bundle() {
    int width = rows.stream().mapToInt(row -> row.written().length()).max().orElse(0);
    StringBuilder plain = new StringBuilder();
    StringBuilder html =
        new StringBuilder("<table><thead><tr><th style=\"text-align:left\">Magic</th>")
            .append("<th style=\"text-align:left\">What it does</th></tr></thead><tbody>");
    for (Row row : rows) {
      plain.append(plain.isEmpty() ? "" : "\n").append(row.written());
      plain.append(" ".repeat(width - row.written().length() + 2)).append(row.help());
      html.append("<tr><td style=\"text-align:left;white-space:nowrap\"><code>")
          .append(Html.escape(row.written()))
          .append("</code></td><td style=\"text-align:left\">")
          .append(Html.escape(row.help()))
          .append("</td></tr>");
    }
    html.append("</tbody></table>");
    if (!details.isBlank()) {
      plain.append("\n\n").append(details.stripTrailing());
      html.append("<pre>").append(Html.escape(details.stripTrailing())).append("</pre>");
    }
    return MimeBundle.text(plain.toString()).with(MimeBundle.HTML, html.toString());
  }
}
