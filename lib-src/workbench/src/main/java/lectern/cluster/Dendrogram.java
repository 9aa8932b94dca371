package lectern.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.plot.Figure;

/** Draws a {@link Hierarchy}: each merge is a bracket at its height over the two it joins. */
final class Dendrogram {
  /** More leaves cannot be told apart; below them a tree is cut off. */
  private static final int LEAVES = 50;

  private final int rows;
  private final int[][] merges;
  private final double[] heights;
  private final int firstShown;
  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();
  private int leaves;

  private Dendrogram(int rows, int[][] merges, double[] heights) {
    this.rows = rows;
    this.merges = merges;
    this.heights = heights;
    this.firstShown = Math.max(0, merges.length - (LEAVES - 1));
  }

  static Figure figure(int rows, int[][] merges, double[] heights, Linkage linkage) {
    Dendrogram drawing = new Dendrogram(rows, merges, heights);
    drawing.place(rows + merges.length - 1);
    String below =
        drawing.firstShown == 0
            ? rows + " rows"
            : String.format(Locale.ROOT, "the last %d groups of %,d rows", drawing.leaves, rows);
    return Figure.of("Dendrogram (" + linkage.words() + " linkage)")
        .line("merges", drawing.x, drawing.y)
        .onLast("line.width", 1.2)
        .xTitle(below)
        .yTitle("height")
        .yFromZero()
        .with("xaxis.showticklabels", false);
  }

  /** Draws a node and all under it; gives where it stands. At most 50 deep. */
  private double place(int node) {
    int merge = node - rows;
    if (merge < firstShown) {
      return leaves++;
    }
    double left = place(merges[merge][0]);
    double right = place(merges[merge][1]);
    double top = heights[merge];
    point(left, height(merges[merge][0]));
    point(left, top);
    point(right, top);
    point(right, height(merges[merge][1]));
    x.add(null);
    y.add(null);
    return (left + right) / 2;
  }

  private double height(int node) {
    return node - rows < firstShown ? 0 : heights[node - rows];
  }

  private void point(double at, double height) {
    x.add(at);
    y.add(height);
  }
}
