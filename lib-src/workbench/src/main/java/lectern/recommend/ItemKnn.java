package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.math.Parallel;
import lectern.math.SparseMatrix;

/**
 * Lists from items like those the user has: "whoever took this also took that".
 *
 * <p>With I_u the user's items and N(j) the k items with the highest {@link Similarity} to j that
 * is above 0 (ties by number, j itself is none), the score of item i is one of
 *
 * <pre>{@code
 * sum    Σ j r_uj s_ij        mean   Σ j r_uj s_ij / Σ j s_ij
 * }</pre>
 *
 * over the j of I_u with j ∈ N(i), or with i ∈ N(j): see {@link Neighbours}. r_uj is 1 unless
 * values count. An item without such a j gets 0, or in the mean the user's mean. A user without
 * items, or unknown, gets how many users have each item (or the sum of its values), in the mean the
 * mean of its values.
 *
 * <p>The sound form for lists is the sum of cosines. The article "crossplatform", 4.1, prints
 * another similarity, {@link Similarity#PRINTED}, which is a distance rather: two items that nobody
 * has in common are as alike as can be. {@link ItemKnnOptions#crossplatform} is that formula to the
 * letter.
 *
 * <p>Source: Sarwar et al., Item-Based Collaborative Filtering, WWW 2001; Deshpande and Karypis,
 * Item-Based Top-N Recommendation Algorithms, ACM TOIS 22(1), 2004.
 */
public final class ItemKnn extends FittedModel {
  /** How alike two items are; sums run over the users, a missing value being 0 where not said. */
  public enum Similarity {
    /** Σ r_ui r_uj / (‖r_i‖ ‖r_j‖). */
    COSINE,
    /** The cosine of what values are above the user's mean, over users who have both (Sarwar). */
    ADJUSTED_COSINE,
    /**
     * The cosine of what values are above the item's mean, a missing value being the mean: the
     * sound reading of {@link #PRINTED}, without its squares and its "1 −".
     */
    CENTRED_COSINE,
    /**
     * 1 − Σ a² b² / (Σ a² Σ b²), a and b being what values are above the item's mean and 0 where
     * missing; 0 for an item whose values do not differ, for which it is not defined.
     */
    PRINTED
  }

  /** Whose neighbours count. */
  public enum Neighbours {
    /** Each item the user has brings its k neighbours. */
    OF_WHAT_THE_USER_HAS,
    /** Each item looks among its own k neighbours for those the user has. */
    OF_THE_SUGGESTED
  }

  /** How similarities become a score; formulas above. */
  public enum Scoring {
    SUM,
    MEAN
  }

  private static final int BLOCK = 16;

  private final Interactions train;
  private final ItemKnnOptions options;
  private final SparseMatrix reached;
  private final double[] userMeans;
  private final double[] forStrangers;

  private ItemKnn(
      FittedOn fittedOn, Interactions train, ItemKnnOptions options, SparseMatrix reached) {
    super(fittedOn);
    this.train = train;
    this.options = options;
    this.reached = reached;
    SparseMatrix byUser = train.toMatrix();
    SparseMatrix byItem = byUser.transpose();
    double mean = train.size() == 0 ? 0 : train.meanValue();
    this.userMeans = RowMeans.of(byUser, mean);
    this.forStrangers = RowMeans.of(byItem, mean);
    if (options.scoring() == Scoring.SUM) {
      for (int i = 0; i < forStrangers.length; i++) {
        int size = byItem.rowSize(i);
        forStrangers[i] = options.values() ? (size == 0 ? 0 : forStrangers[i] * size) : size;
      }
    }
  }

  public static ItemKnn fit(Interactions train, ItemKnnOptions options) {
    int n = train.itemCount();
    ItemSimilarities similarities = new ItemSimilarities(train, options);
    int[][] near = new int[n][];
    double[][] how = new double[n][];
    Parallel.forBlocks(
        n,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double[] all = similarities.of(i);
            near[i] = NearestUsers.of(all, options.k());
            Arrays.sort(near[i]);
            how[i] = Arrays.stream(near[i]).mapToDouble(j -> all[j]).toArray();
          }
        });
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] = start[i] + near[i].length;
    }
    int[] column = new int[start[n]];
    double[] value = new double[start[n]];
    for (int i = 0; i < n; i++) {
      System.arraycopy(near[i], 0, column, start[i], near[i].length);
      System.arraycopy(how[i], 0, value, start[i], near[i].length);
    }
    SparseMatrix neighbours = SparseMatrix.wrap(n, n, start, column, value);
    boolean turned = options.neighbours() == Neighbours.OF_THE_SUGGESTED;
    return new ItemKnn(
        FittedOn.of(ItemKnn.class, train, options, 0),
        train,
        options,
        turned ? neighbours.transpose() : neighbours);
  }

  /** s of two items where one brings the other, by numbers; 0 where it does not. */
  public double similarity(int has, int suggested) {
    int cell = reached.find(has, suggested);
    return cell < 0 ? 0 : reached.value(cell);
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    boolean stranger = !knowsUser(user) || train.sizeOf(user) == 0;
    double[] sums = stranger ? forStrangers : scores(user, out.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) sums[i];
    }
  }

  private double[] scores(int user, int n) {
    double[] sums = new double[n];
    double[] weights = new double[n];
    for (int p = train.start(user); p < train.start(user + 1); p++) {
      int j = train.item(p);
      double value = options.values() ? train.value(p) : 1;
      for (int q = reached.rowStart(j); q < reached.rowStart(j + 1); q++) {
        sums[reached.column(q)] += value * reached.value(q);
        weights[reached.column(q)] += reached.value(q);
      }
    }
    if (options.scoring() == Scoring.MEAN) {
      double otherwise = options.values() ? userMeans[user] : 1;
      for (int i = 0; i < n; i++) {
        sums[i] = weights[i] == 0 ? otherwise : sums[i] / weights[i];
      }
    }
    return sums;
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "item neighbours, %s, k = %d",
        options.similarity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        options.k());
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(options.similarity());
    out.integer(options.k());
    out.choice(options.neighbours());
    out.choice(options.scoring());
    out.integer(options.values() ? 1 : 0);
    out.number(options.shrinkage());
    InteractionsFile.write(train, out);
    out.sparse(reached);
  }

  public static ItemKnn load(Path file) {
    return ModelFile.load(
        file,
        ItemKnn.class,
        (fittedOn, in) -> {
          ItemKnnOptions options =
              new ItemKnnOptions(
                  in.choice(Similarity.class),
                  in.integer(),
                  in.choice(Neighbours.class),
                  in.choice(Scoring.class),
                  in.integer() == 1,
                  in.number());
          Interactions train = InteractionsFile.read(fittedOn, in);
          return new ItemKnn(fittedOn, train, options, in.sparse());
        });
  }
}
