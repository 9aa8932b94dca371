package lectern.recommend;

import lectern.data.Interactions;

/** How popular each item is, as a share of all interactions: what a model says of strangers. */
final class ItemShares {
  private ItemShares() {}

  /** The share of each item; all 0 when there are no interactions. */
  static double[] of(Interactions data) {
    double[] shares = counts(data);
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= Math.max(1, data.size());
    }
    return shares;
  }

  /** How many users have each item. */
  static double[] counts(Interactions data) {
    double[] counts = new double[data.itemCount()];
    for (int p = 0; p < data.size(); p++) {
      counts[data.item(p)]++;
    }
    return counts;
  }
}
