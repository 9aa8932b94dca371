package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;

/**
 * User-based collaborative filtering: what the users who are most like you thought of an item.
 *
 * <p>With N the neighbours of user u (see {@link Neighbours}), s_uv the {@link Similarity} and r̄ a
 * user's mean, the score of item i is one of (see {@link Scoring})
 *
 * <pre>{@code
 * weighted mean   (Σ v∈N s_uv r_vi + β r̄_u) / (Σ v∈N s_uv + β)
 * centred         r̄_u + Σ v∈N s_uv (r_vi − r̄_v) / (Σ v∈N s_uv + β)
 * weighted sum    Σ v∈N s_uv r_vi
 * dot-product sum Σ v∈N (r_u · r_v) r_vi
 * }</pre>
 *
 * over those neighbours who have the item. β is the shrinkage: it pulls the means of a few
 * neighbours towards the user's own.
 *
 * <p>Neighbours have a similarity above 0; ties go to the lower number. An item that no neighbour
 * has gets r̄_u, or 0 in the sums. A user without items, or unknown, gets each item's mean (the
 * mean of all values where nobody has it), or the sum of its values in the sums. An unknown item:
 * the mean of all values.
 *
 * <p>Similarities are worked out when a user is scored: nothing but the data is kept.
 */
public final class UserKnn extends FittedModel implements RatingModel {
  /** How alike two users are, from −1 or 0 to 1. */
  public enum Similarity {
    /** r_u · r_v / (‖r_u‖ ‖r_v‖), a missing value being 0: the article "omnichannel", 5.2. */
    COSINE,
    /** The cosine over the items that both have, alone. */
    COSINE_OF_COMMON,
    /** Pearson's correlation over the items that both have; 0 below two, or without variance. */
    PEARSON
  }

  /** How neighbours' values become a score; formulas above. */
  public enum Scoring {
    WEIGHTED_MEAN,
    CENTRED_WEIGHTED_MEAN,
    /** For lists rather than values: an item that many neighbours have rises. */
    WEIGHTED_SUM,
    /** The nearest sound reading of the article's listing: {@link ListedCollaborativeFilter}. */
    DOT_PRODUCT_SUM
  }

  /** Whose k best count. */
  public enum Neighbours {
    /** The k users most like this one, whatever they have. */
    OF_USER,
    /** For each item, the k most alike of those who have it. */
    AMONG_RATERS
  }

  /**
   * How to score.
   *
   * @param k how many neighbours at most, at least 1
   * @param similarity cosine if unsaid
   * @param scoring weighted mean if unsaid
   * @param neighbours of the user if unsaid
   * @param shrinkage β, at least 0; 0 if unsaid. It does nothing in the sums
   */
  public record Options(
      int k, Similarity similarity, Scoring scoring, Neighbours neighbours, double shrinkage) {
    public Options {
      if (k < 1) {
        throw new UserError("k must be at least 1, not " + k + ".");
      }
      if (!(shrinkage >= 0 && shrinkage < Double.POSITIVE_INFINITY)) {
        throw new UserError("shrinkage must be at least 0, not " + shrinkage + ".");
      }
    }

    public Options(int k) {
      this(k, Scoring.WEIGHTED_MEAN);
    }

    public Options(int k, Scoring scoring) {
      this(k, Similarity.COSINE, scoring, Neighbours.OF_USER, 0);
    }

    /**
     * The article "crossplatform", 4.1, to the letter: cosine of whole rows, a missing value being
     * 0, and a sum that is not divided by its weights, so that scores are no ratings. The sound
     * form is {@link #Options(int)}.
     */
    public static Options crossplatform(int k) {
      return new Options(k, Scoring.WEIGHTED_SUM);
    }

    /**
     * The article "precision", 3.1, to the letter: cosine over the items that both have, so that
     * one item in common makes two users alike (1), and the same sum. Its 4.2 and 4.3 sum over all
     * users: give the largest k, {@link Integer#MAX_VALUE}.
     */
    public static Options precision(int k) {
      return new Options(
          k, Similarity.COSINE_OF_COMMON, Scoring.WEIGHTED_SUM, Neighbours.OF_USER, 0);
    }
  }

  /** A neighbour: number, id, similarity. */
  public record Neighbour(int user, String id, double similarity) {}

  private final Interactions train;
  private final SparseMatrix byItem;
  private final Options options;
  private final double[] userMeans;
  private final double meanValue;

  private UserKnn(FittedOn fittedOn, Interactions train, Options options) {
    super(fittedOn);
    this.train = train;
    this.byItem = train.byItem();
    this.options = options;
    this.userMeans = new double[train.userCount()];
    for (int u = 0; u < userMeans.length; u++) {
      double sum = 0;
      for (int p = train.start(u); p < train.start(u + 1); p++) {
        sum += train.value(p);
      }
      userMeans[u] = sum / Math.max(1, train.sizeOf(u));
    }
    this.meanValue = train.size() == 0 ? 0 : train.meanValue();
  }

  public static UserKnn fit(Interactions train, Options options) {
    return new UserKnn(FittedOn.of(UserKnn.class, train, options, 0), train, options);
  }

  /** The user's nearest users, at most k, the nearest first. */
  public List<Neighbour> neighbours(int user) {
    List<Neighbour> out = new ArrayList<>();
    if (known(user)) {
      double[] similarity = new UserSimilarities(train, byItem, user).of(options.similarity());
      for (int v : nearest(similarity)) {
        out.add(new Neighbour(v, train.users().id(v), similarity[v]));
      }
    }
    return out;
  }

  private boolean known(int user) {
    return knowsUser(user) && train.sizeOf(user) > 0;
  }

  /** The k users with the highest similarity above 0. */
  private int[] nearest(double[] similarity) {
    return NearestUsers.of(similarity, options.k());
  }

  @Override
  public void estimates(int user, double[] out) {
    requireRoom(out.length);
    if (!known(user)) {
      for (int i = 0; i < out.length; i++) {
        out[i] = forStrangers(i);
      }
      return;
    }
    var common = new UserSimilarities(train, byItem, user);
    double[] similarity = common.of(options.similarity());
    double[] weight = options.scoring() == Scoring.DOT_PRODUCT_SUM ? common.dots() : similarity;
    double[] sums = new double[out.length];
    double[] weights = new double[out.length];
    if (options.neighbours() == Neighbours.OF_USER) {
      for (int v : nearest(similarity)) {
        for (int p = train.start(v); p < train.start(v + 1); p++) {
          add(v, train.item(p), train.value(p), weight[v], sums, weights);
        }
      }
    } else {
      for (int i = 0; i < out.length; i++) {
        addRaters(i, similarity, weight, sums, weights);
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = score(user, sums[i], weights[i]);
    }
  }

  private void addRaters(
      int item, double[] similarity, double[] weight, double[] sums, double[] weights) {
    int from = byItem.rowStart(item);
    double[] raters = new double[byItem.rowSize(item)];
    for (int q = 0; q < raters.length; q++) {
      raters[q] = similarity[byItem.column(from + q)];
    }
    for (int q : NearestUsers.of(raters, options.k())) {
      int v = byItem.column(from + q);
      add(v, item, byItem.value(from + q), weight[v], sums, weights);
    }
  }

  private void add(int v, int item, double value, double weight, double[] sums, double[] weights) {
    boolean centred = options.scoring() == Scoring.CENTRED_WEIGHTED_MEAN;
    sums[item] += weight * (centred ? value - userMeans[v] : value);
    weights[item] += weight;
  }

  private double score(int user, double sum, double weight) {
    double beta = options.shrinkage();
    return switch (options.scoring()) {
      case WEIGHTED_SUM, DOT_PRODUCT_SUM -> sum;
      case CENTRED_WEIGHTED_MEAN -> userMeans[user] + (weight == 0 ? 0 : sum / (weight + beta));
      case WEIGHTED_MEAN ->
          weight == 0 ? userMeans[user] : (sum + beta * userMeans[user]) / (weight + beta);
    };
  }

  private double forStrangers(int item) {
    double sum = 0;
    for (int q = byItem.rowStart(item); q < byItem.rowStart(item + 1); q++) {
      sum += byItem.value(q);
    }
    return switch (options.scoring()) {
      case WEIGHTED_SUM, DOT_PRODUCT_SUM -> sum;
      case WEIGHTED_MEAN, CENTRED_WEIGHTED_MEAN ->
          byItem.rowSize(item) == 0 ? meanValue : sum / byItem.rowSize(item);
    };
  }

  @Override
  public double meanValue() {
    return meanValue;
  }

  @Override
  public String name() {
    return "user neighbours, k = " + options.k();
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.integer(options.k());
    out.choice(options.similarity());
    out.choice(options.scoring());
    out.choice(options.neighbours());
    out.number(options.shrinkage());
    InteractionsFile.write(train, out);
  }

  public static UserKnn load(Path file) {
    return ModelFile.load(file, UserKnn.class, UserKnn::read);
  }

  private static UserKnn read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    Options options =
        new Options(
            in.integer(),
            in.choice(Similarity.class),
            in.choice(Scoring.class),
            in.choice(Neighbours.class),
            in.number());
    return new UserKnn(fittedOn, InteractionsFile.read(fittedOn, in), options);
  }
}
