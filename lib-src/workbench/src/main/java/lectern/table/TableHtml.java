package lectern.table;

import java.util.List;
import lectern.display.Html;

/**
 * A table as HTML that follows the colours of JupyterLab's theme, and reads on white where there is
 * none. A wide table scrolls inside its own box.
 */
final class TableHtml {
  /** Texts wider than this are cut; the whole text appears when the mouse rests on them. */
  private static final int WIDEST = 60;

  private static final String MUTED = "color:var(--jp-ui-font-color2,#757575)";
  private static final String RULE = "var(--jp-border-color2,#c8c8c8)";

  private TableHtml() {}

  static String of(List<Cells> columns, String footer) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"lectern-table\" style=\"overflow-x:auto;max-width:100%\">\n");
    html.append("<table style=\"border-collapse:collapse;margin:0;white-space:nowrap\">\n<thead>");
    html.append("<tr style=\"border-bottom:1px solid ").append(RULE).append("\">");
    for (Cells cells : columns) {
      html.append("<th style=\"").append(align(cells)).append(";vertical-align:bottom\">");
      html.append(text(cells.name()));
      html.append("<br><span style=\"font-weight:normal;font-size:85%;").append(MUTED);
      html.append("\">").append(Html.escape(cells.type())).append("</span></th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    int rows = columns.isEmpty() ? 0 : columns.get(0).texts().size();
    for (int row = 0; row < rows; row++) {
      html.append("<tr>");
      for (Cells cells : columns) {
        html.append("<td style=\"").append(align(cells)).append("\">");
        html.append(cell(cells.texts().get(row))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table>\n");
    html.append("<div style=\"font-size:90%;margin-top:4px;").append(MUTED).append("\">");
    return html.append(Html.escape(footer)).append("</div>\n</div>").toString();
  }

  private static String align(Cells cells) {
    return "text-align:" + (cells.right() ? "right" : "left");
  }

  private static String cell(String text) {
    return text == null ? "<i style=\"" + MUTED + "\">" + TableText.MISSING + "</i>" : text(text);
  }

  private static String text(String text) {
    String cut = TextWidth.cut(text, WIDEST);
    return cut.equals(text)
        ? Html.escape(text)
        : "<span title=\"" + Html.escape(text) + "\">" + Html.escape(cut) + "</span>";
  }
}
