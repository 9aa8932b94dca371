package lectern.cluster;

import lectern.math.ShapeMismatch;

/**
 * How far two groupings of the same things agree, chance taken out: 1 when they are equal, about 0
 * when one tells nothing of the other, below 0 when they agree less than by chance.
 *
 * <p>With n_ij things in group i of one and group j of the other, a_i and b_j the sizes of the
 * groups, and C(m) = m (m − 1) / 2: (Σ C(n_ij) − E) / ((Σ C(a_i) + Σ C(b_j)) / 2 − E), E = Σ C(a_i)
 * Σ C(b_j) / C(n). Two groupings that both put everything together, or everything apart, are equal:
 * 1. {1, 2} {3, 4} beside {1, 2} {3} {4}: 4/7.
 *
 * <p>Source: Hubert and Arabie, Comparing partitions, 1985.
 */
public final class AdjustedRand {
  private AdjustedRand() {}

  /** The index of two partitions of the same things; the order of the two does not matter. */
  public static double of(Partition one, Partition other) {
    if (one.size() != other.size()) {
      throw new ShapeMismatch(
          "Two groupings can be compared if they are of the same things: here "
              + one.size()
              + " and "
              + other.size()
              + ".");
    }
    int[] rows = one.labels();
    int[] columns = other.labels();
    long[] cells = new long[Math.multiplyExact(one.groups(), Math.max(1, other.groups()))];
    long[] rowSums = new long[one.groups()];
    long[] columnSums = new long[other.groups()];
    for (int i = 0; i < rows.length; i++) {
      cells[rows[i] * other.groups() + columns[i]]++;
      rowSums[rows[i]]++;
      columnSums[columns[i]]++;
    }
    double together = pairs(cells);
    double inOne = pairs(rowSums);
    double inOther = pairs(columnSums);
    double all = pairs(new long[] {rows.length});
    double expected = all == 0 ? 0 : inOne * inOther / all;
    double most = (inOne + inOther) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(long[] sizes) {
    long pairs = 0;
    for (long size : sizes) {
      pairs += size * (size - 1) / 2;
    }
    return pairs;
  }
}
