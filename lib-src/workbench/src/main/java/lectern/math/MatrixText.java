package lectern.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a matrix is written: at most 12 rows and 12 columns, the shape always. */
final class MatrixText {
  private static final int MOST = 12;

  private MatrixText() {}

  static String plain(DenseMatrix matrix) {
    List<List<String>> cells = cells(matrix);
    int width = cells.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    StringBuilder out = new StringBuilder(matrix.shape() + " matrix");
    for (List<String> row : cells) {
      out.append('\n');
      for (int j = 0; j < row.size(); j++) {
        out.append(j == 0 ? "" : "  ").append(" ".repeat(width - row.get(j).length()));
        out.append(row.get(j));
      }
    }
    return out.toString();
  }

  static String html(DenseMatrix matrix) {
    StringBuilder out = new StringBuilder("<table>");
    for (List<String> row : cells(matrix)) {
      out.append("<tr>");
      for (String cell : row) {
        out.append("<td style=\"text-align:right;font-variant-numeric:tabular-nums\">");
        out.append(cell).append("</td>");
      }
      out.append("</tr>");
    }
    return out.append("</table><div style=\"opacity:.7;font-size:12px\">")
        .append(matrix.shape())
        .append(" matrix</div>")
        .toString();
  }

  /** The cells as text; a row or a column of … stands for those left out. */
  private static List<List<String>> cells(DenseMatrix matrix) {
    List<List<String>> out = new ArrayList<>();
    for (int i = 0; i < Math.min(matrix.rows(), MOST); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < Math.min(matrix.columns(), MOST); j++) {
        row.add(number(matrix.get(i, j)));
      }
      if (matrix.columns() > MOST) {
        row.add("…");
      }
      out.add(row);
    }
    if (matrix.rows() > MOST) {
      out.add(List.of("…"));
    }
    return out;
  }

  /** A number with up to four decimals, very large and very small ones in powers of ten. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e9;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", value);
  }
}
