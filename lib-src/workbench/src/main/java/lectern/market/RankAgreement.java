package lectern.market;

import java.util.Arrays;

/** How far two lists of scores put the same users in the same order. */
final class RankAgreement {
  private RankAgreement() {}

  /** The numbers 0 to n − 1, the highest score first, ties by number. */
  static int[] order(double[] scores) {
    int[] order = new int[scores.length];
    Arrays.setAll(order, i -> i);
    sort(scores, order, new int[order.length], 0, order.length);
    return order;
  }

  private static void sort(double[] scores, int[] order, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(scores, order, spare, from, middle);
    sort(scores, order, spare, middle, to);
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      boolean fromLeft =
          right >= to || left < middle && scores[order[left]] >= scores[order[right]];
      spare[k] = fromLeft ? order[left++] : order[right++];
    }
    System.arraycopy(spare, from, order, from, to - from);
  }

  /**
   * Kendall's τ between the two orders (ties broken by number): 1 the same, −1 reversed. By
   * counting inversions while merging, n log n.
   */
  static double kendall(double[] first, double[] second) {
    int n = first.length;
    if (n < 2) {
      return 1;
    }
    int[] rank = new int[n];
    int[] byFirst = order(first);
    int[] bySecond = order(second);
    for (int r = 0; r < n; r++) {
      rank[bySecond[r]] = r;
    }
    int[] sequence = Arrays.stream(byFirst).map(i -> rank[i]).toArray();
    double pairs = n * (n - 1.0) / 2;
    return 1 - 2 * inversions(sequence, new int[n], 0, n) / pairs;
  }

  private static long inversions(int[] a, int[] spare, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long count = inversions(a, spare, from, middle) + inversions(a, spare, middle, to);
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (right >= to || left < middle && a[left] <= a[right]) {
        spare[k] = a[left++];
      } else {
        count += middle - left;
        spare[k] = a[right++];
      }
    }
    System.arraycopy(spare, from, a, from, to - from);
    return count;
  }

  /** The share of the first k of one order that are among the first k of the other. */
  static double overlap(double[] first, double[] second, int k) {
    int size = Math.min(k, first.length);
    if (size == 0) {
      return 1;
    }
    boolean[] chosen = new boolean[first.length];
    Arrays.stream(order(first)).limit(size).forEach(i -> chosen[i] = true);
    return Arrays.stream(order(second)).limit(size).filter(i -> chosen[i]).count() / (double) size;
  }
}
