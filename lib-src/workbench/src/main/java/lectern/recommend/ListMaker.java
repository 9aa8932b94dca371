package lectern.recommend;

import java.util.Arrays;
import java.util.List;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;

/** One list of {@link Reranked} under way: the next item, place by place. */
final class ListMaker {
  private static final double MIXED = 0.01;

  private final List<Suggestion> pool;
  private final SparseMatrix categories;
  private final double[] interest;
  private final Reranked.Options options;
  private final RandomStream random;
  private final double[] relevance;
  private final boolean[] taken;
  private final double[] nearest;
  private final double[] uncovered;
  private final double[] inList;
  private final int[] times;
  private double relevanceInList;
  private int size;

  ListMaker(
      List<Suggestion> pool,
      SparseMatrix categories,
      double[] interest,
      Reranked.Options options,
      long seed,
      String user) {
    this.pool = pool;
    this.categories = categories;
    this.interest = interest;
    this.options = options;
    this.random = RandomStream.of(seed, "re-ranked", user);
    float[] scores = new float[pool.size()];
    for (int p = 0; p < scores.length; p++) {
      scores[p] = pool.get(p).score();
    }
    this.relevance = Scaled.toUnit(scores);
    this.taken = new boolean[pool.size()];
    this.nearest = new double[pool.size()];
    this.uncovered = new double[categories.columns()];
    this.inList = new double[categories.columns()];
    this.times = new int[categories.columns()];
    Arrays.fill(uncovered, 1);
  }

  /** The next item; there must be one. */
  Suggestion next() {
    int best =
        switch (options.method()) {
          case RANDOM -> random.nextDouble() < options.strength() ? any() : best(false);
          case LIMITED -> best(true) >= 0 ? best(true) : best(false);
          case MMR, XQUAD, CALIBRATED -> best(false);
        };
    take(best);
    return pool.get(best);
  }

  /** The place of the highest value, −1 where none is left; within the limit if wanted. */
  private int best(boolean limited) {
    int best = -1;
    double highest = 0;
    for (int p = 0; p < taken.length; p++) {
      if (!taken[p] && (!limited || withinLimit(pool.get(p).item()))) {
        double value = value(p);
        if (best < 0 || value > highest) {
          best = p;
          highest = value;
        }
      }
    }
    return best;
  }

  private int any() {
    int at = random.nextInt(taken.length - size);
    int p = -1;
    while (at >= 0) {
      p++;
      at -= taken[p] ? 0 : 1;
    }
    return p;
  }

  private boolean withinLimit(int item) {
    for (int q = categories.rowStart(item); q < categories.rowStart(item + 1); q++) {
      if (categories.value(q) > 0 && times[categories.column(q)] >= options.most()) {
        return false;
      }
    }
    return true;
  }

  private double value(int p) {
    double lambda = options.strength();
    return switch (options.method()) {
      case MMR -> (1 - lambda) * relevance[p] - lambda * nearest[p];
      case XQUAD -> (1 - lambda) * relevance[p] + lambda * newInterest(pool.get(p).item());
      case CALIBRATED ->
          (1 - lambda) * (relevanceInList + relevance[p]) - lambda * divergence(pool.get(p).item());
      case RANDOM, LIMITED -> -p;
    };
  }

  private double newInterest(int item) {
    double sum = 0;
    for (int q = categories.rowStart(item); q < categories.rowStart(item + 1); q++) {
      int c = categories.column(q);
      sum += interest[c] * categories.value(q) * uncovered[c];
    }
    return sum;
  }

  /** KL of the user's interests from the list's categories, were this item added. */
  private double divergence(int item) {
    double[] shares = inList.clone();
    for (int q = categories.rowStart(item); q < categories.rowStart(item + 1); q++) {
      shares[categories.column(q)] += categories.value(q);
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      if (interest[c] > 0) {
        double mixed = (1 - MIXED) * shares[c] / (size + 1) + MIXED * interest[c];
        sum += interest[c] * StrictMath.log(interest[c] / mixed);
      }
    }
    return sum;
  }

  private void take(int p) {
    int item = pool.get(p).item();
    taken[p] = true;
    size++;
    relevanceInList += relevance[p];
    for (int q = categories.rowStart(item); q < categories.rowStart(item + 1); q++) {
      int c = categories.column(q);
      uncovered[c] *= 1 - categories.value(q);
      inList[c] += categories.value(q);
      times[c] += categories.value(q) > 0 ? 1 : 0;
    }
    if (options.method() == Reranked.Method.MMR) {
      for (int other = 0; other < taken.length; other++) {
        if (!taken[other]) {
          double cosine = Memberships.cosine(categories, item, pool.get(other).item());
          nearest[other] = Math.max(nearest[other], cosine);
        }
      }
    }
  }
}
