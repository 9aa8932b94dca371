package lectern.recommend;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import lectern.math.Parallel;
import lectern.math.SparseMatrix;

/**
 * Counts what follows what: cell (a, b) is the sum, over all histories and all places where b comes
 * d steps after a, of a weight that depends on d.
 */
final class FollowingItems {
  private static final int BLOCK = 16;

  private FollowingItems() {}

  /**
   * Items × items: the row comes before the column.
   *
   * @param window the most steps that are counted, at least 1
   * @param weight of a distance of 1 to window steps, above 0
   */
  static SparseMatrix of(
      UserHistories histories, int items, int window, IntToDoubleFunction weight) {
    int[][] history = new int[histories.userCount()][];
    int[] placesFrom = new int[items + 1];
    for (int user = 0; user < history.length; user++) {
      history[user] = histories.of(user);
      for (int item : history[user]) {
        placesFrom[item + 1]++;
      }
    }
    for (int item = 0; item < items; item++) {
      placesFrom[item + 1] += placesFrom[item];
    }
    int[] userAt = new int[histories.size()];
    int[] placeAt = new int[histories.size()];
    int[] next = placesFrom.clone();
    for (int user = 0; user < history.length; user++) {
      for (int place = 0; place < history[user].length; place++) {
        int at = next[history[user][place]]++;
        userAt[at] = user;
        placeAt[at] = place;
      }
    }
    double[] weights = new double[window + 1];
    for (int d = 1; d <= window; d++) {
      weights[d] = weight.applyAsDouble(d);
    }
    int[][] columns = new int[items][];
    double[][] values = new double[items][];
    Parallel.forBlocks(
        items,
        BLOCK,
        (from, to) -> {
          double[] sums = new double[items];
          for (int a = from; a < to; a++) {
            Arrays.fill(sums, 0);
            for (int at = placesFrom[a]; at < placesFrom[a + 1]; at++) {
              int[] list = history[userAt[at]];
              int steps = Math.min(window, list.length - 1 - placeAt[at]);
              for (int d = 1; d <= steps; d++) {
                sums[list[placeAt[at] + d]] += weights[d];
              }
            }
            columns[a] = columnsOf(sums);
            values[a] = Arrays.stream(columns[a]).mapToDouble(b -> sums[b]).toArray();
          }
        });
    return joined(items, columns, values);
  }

  private static int[] columnsOf(double[] sums) {
    int[] columns = new int[sums.length];
    int cells = 0;
    for (int b = 0; b < sums.length; b++) {
      if (sums[b] > 0) {
        columns[cells++] = b;
      }
    }
    return Arrays.copyOf(columns, cells);
  }

  private static SparseMatrix joined(int items, int[][] columns, double[][] values) {
    int[] start = new int[items + 1];
    for (int a = 0; a < items; a++) {
      start[a + 1] = start[a] + columns[a].length;
    }
    int[] column = new int[start[items]];
    double[] value = new double[start[items]];
    for (int a = 0; a < items; a++) {
      System.arraycopy(columns[a], 0, column, start[a], columns[a].length);
      System.arraycopy(values[a], 0, value, start[a], values[a].length);
    }
    return SparseMatrix.wrap(items, items, start, column, value);
  }
}
