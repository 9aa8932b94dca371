package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.math.Parallel;
import lectern.math.SparseMatrix;

/**
 * Ratings predicted from how much higher one item is rated than another: the simplest line, of
 * slope one, through two items.
 *
 * <p>With dev_ij the mean of r_ui − r_uj over the n_ij users who have both, ū the user's mean and J
 * the user's items with n_ij above 0:
 *
 * <pre>{@code
 * plain      ū + Σ j∈J dev_ij / |J|
 * weighted   Σ j∈J n_ij (dev_ij + r_uj) / Σ j∈J n_ij
 * }</pre>
 *
 * <p>Where J is empty: ū. A user without items, or unknown, gets each item's mean, and the mean of
 * all values where nobody has the item. Memory: 12 bytes × items², at most 12,000 items.
 *
 * <p>Source: Lemire and Maclachlan, Slope One Predictors for Online Rating-Based Collaborative
 * Filtering, SDM 2005 (2 and 3); the plain form is that of Surprise. Values are not cut to the
 * scale.
 */
public final class SlopeOne extends FittedModel implements RatingModel {
  /** Whether items that many users have in common count more; not if unsaid. */
  public record Options(boolean weighted) {
    public Options() {
      this(false);
    }
  }

  private static final int BLOCK = 16;

  private final Interactions train;
  private final Options options;
  private final double mean;
  private final double[] userMeans;
  private final double[] itemMeans;
  private final double[][] deviation;
  private final int[][] common;

  private SlopeOne(FittedOn fittedOn, Interactions train, Options options) {
    super(fittedOn);
    int n = train.itemCount();
    Checks.squareFits("Slope one", "items", n, "Keep the items with the most interactions.");
    this.train = train;
    this.options = options;
    this.mean = train.size() == 0 ? 0 : train.meanValue();
    SparseMatrix byUser = train.toMatrix();
    SparseMatrix byItem = byUser.transpose();
    this.userMeans = RowMeans.of(byUser, mean);
    this.itemMeans = RowMeans.of(byItem, mean);
    this.deviation = new double[n][];
    this.common = new int[n][];
    Parallel.forBlocks(
        n,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            deviate(i, byItem);
          }
        });
  }

  private void deviate(int i, SparseMatrix byItem) {
    double[] sum = new double[train.itemCount()];
    int[] both = new int[sum.length];
    for (int q = byItem.rowStart(i); q < byItem.rowStart(i + 1); q++) {
      int u = byItem.column(q);
      double value = byItem.value(q);
      for (int p = train.start(u); p < train.start(u + 1); p++) {
        sum[train.item(p)] += value - train.value(p);
        both[train.item(p)]++;
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] = both[j] == 0 ? 0 : sum[j] / both[j];
    }
    deviation[i] = sum;
    common[i] = both;
  }

  public static SlopeOne fit(Interactions train) {
    return fit(train, new Options());
  }

  public static SlopeOne fit(Interactions train, Options options) {
    return new SlopeOne(FittedOn.of(SlopeOne.class, train, options, 0), train, options);
  }

  /** dev_ij; 0 where nobody has both. */
  public double deviation(int i, int j) {
    return deviation[i][j];
  }

  @Override
  public double meanValue() {
    return mean;
  }

  @Override
  public double estimate(int user, int item) {
    if (!knowsItem(item)) {
      return mean;
    }
    if (!knowsUser(user) || train.sizeOf(user) == 0) {
      return itemMeans[item];
    }
    double[] higher = deviation[item];
    int[] both = common[item];
    double sum = 0;
    double weights = 0;
    for (int p = train.start(user); p < train.start(user + 1); p++) {
      int j = train.item(p);
      if (both[j] > 0 && j != item) {
        sum += options.weighted() ? both[j] * (higher[j] + train.value(p)) : higher[j];
        weights += options.weighted() ? both[j] : 1;
      }
    }
    if (weights == 0) {
      return userMeans[user];
    }
    return (options.weighted() ? 0 : userMeans[user]) + sum / weights;
  }

  @Override
  public void estimates(int user, double[] out) {
    requireRoom(out.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = estimate(user, i);
    }
  }

  @Override
  public String name() {
    return options.weighted() ? "weighted slope one" : "slope one";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.integer(options.weighted() ? 1 : 0);
    InteractionsFile.write(train, out);
  }

  /** Reads it again; deviations are worked out anew, to the same bits. */
  public static SlopeOne load(Path file) {
    return ModelFile.load(
        file,
        SlopeOne.class,
        (fittedOn, in) -> {
          Options options = new Options(in.integer() == 1);
          return new SlopeOne(fittedOn, InteractionsFile.read(fittedOn, in), options);
        });
  }
}
