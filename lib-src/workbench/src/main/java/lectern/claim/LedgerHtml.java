package lectern.claim;

import java.util.List;
import lectern.display.Html;

/**
 * All claims of a ledger as one table: every row, long texts wrapped, the verdict in its colour.
 */
final class LedgerHtml {
  private static final String CELL =
      "<td style=\"text-align:left;vertical-align:top;white-space:pre-wrap;max-width:260px;"
          + "padding:3px 10px\">";

  private LedgerHtml() {}

  static String of(String title, List<Checked> rows) {
    StringBuilder html = new StringBuilder();
    html.append("<p style=\"margin:4px 0\">").append(Html.escape(title)).append("</p>");
    html.append("<div style=\"overflow-x:auto\"><table style=\"font-size:13px\"><thead><tr>");
    for (String name : List.of("section", "claim", "printed", "ours", "verdict", "why")) {
      html.append("<th style=\"text-align:left;padding:3px 10px\">").append(name).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (Checked row : rows) {
      html.append("<tr>")
          .append(cell(row.section()))
          .append(cell(row.what()))
          .append(cell(row.printed()))
          .append(cell(row.computed().isEmpty() ? "–" : row.computed()))
          .append(CELL)
          .append(row.verdict().badge())
          .append("</td>")
          .append(cell(row.why()))
          .append("</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static String cell(String text) {
    return CELL + Html.escape(text) + "</td>";
  }
}
