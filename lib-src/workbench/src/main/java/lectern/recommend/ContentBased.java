package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;

/**
 * Items whose features are like those of what the user liked: the articles "precision", 3.2 and
 * 4.3.
 *
 * <p>With v_i the features of an item and L the items that the user has with a value of at least
 * {@code likedFrom}:
 *
 * <pre>{@code
 * profile   cos(Σ j∈L w_j v_j / Σ j∈L w_j, v_i)        nearest   max j∈L cos(v_j, v_i)
 * }</pre>
 *
 * w_j being the value, or 1. An item without features gets 0. A user who liked nothing with
 * features, or is unknown: how many users have the item, as a share of the most. Items that nobody
 * had yet can be suggested, which no neighbour or factor model can do.
 *
 * <p>Source: Pazzani and Billsus, Content-Based Recommendation Systems, in The Adaptive Web, 2007.
 */
public final class ContentBased extends FittedModel {
  /** What an item is compared with. */
  public enum Against {
    /** The weighted mean of what the user liked. */
    PROFILE,
    /** The nearest of what the user liked. */
    NEAREST
  }

  /**
   * How to score.
   *
   * @param against the profile if unsaid
   * @param likedFrom the lowest value that is a like; any value if unsaid
   * @param weighted whether likes count by their values; they do if unsaid
   */
  public record Options(Against against, double likedFrom, boolean weighted) {
    public Options {
      if (Double.isNaN(likedFrom)) {
        throw new UserError("likedFrom must be a number, not NaN.");
      }
    }

    public Options() {
      this(Against.PROFILE, Double.NEGATIVE_INFINITY, true);
    }
  }

  /** The options and what the features were. */
  private record Fitted(Options options, String featuresChecksum) {}

  private final Interactions train;
  private final Options options;
  private final SparseMatrix features;
  private final SparseMatrix byFeature;
  private final double[] norms;
  private final double[] popular;

  private ContentBased(
      FittedOn fittedOn, Interactions train, Options options, SparseMatrix features) {
    super(fittedOn);
    this.train = train;
    this.options = options;
    this.features = features;
    this.byFeature = features.transpose();
    this.norms = new double[features.rows()];
    for (int i = 0; i < norms.length; i++) {
      double squares = 0;
      for (int p = features.rowStart(i); p < features.rowStart(i + 1); p++) {
        squares += features.value(p) * features.value(p);
      }
      norms[i] = Math.sqrt(squares);
    }
    this.popular = Popular.shares(train);
  }

  public static ContentBased fit(Interactions train, ItemFeatures features, Options options) {
    Fitted fitted = new Fitted(options, features.checksum());
    return new ContentBased(
        FittedOn.of(ContentBased.class, train, fitted, 0),
        train,
        options,
        features.rowsOf(train.items()));
  }

  /**
   * a · b / (‖a‖ ‖b‖), 0 where one is all zeros.
   *
   * @throws UserError if they differ in length
   */
  public static double cosine(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new UserError(
          "A cosine needs arrays of one length, not " + a.length + " and " + b.length + ".");
    }
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int f = 0; f < a.length; f++) {
      products += a[f] * b[f];
      squaresA += a[f] * a[f];
      squaresB += b[f] * b[f];
    }
    double norm = Math.sqrt(squaresA) * Math.sqrt(squaresB);
    return norm == 0 ? 0 : products / norm;
  }

  /** The weighted mean of what the user liked; zeros for an unknown user. */
  public double[] profile(int user) {
    double[] sum = new double[features.columns()];
    double weights = 0;
    for (int p = first(user); p < end(user); p++) {
      if (train.value(p) >= options.likedFrom()) {
        double weight = options.weighted() ? train.value(p) : 1;
        weights += weight;
        add(train.item(p), weight, sum);
      }
    }
    for (int f = 0; f < sum.length && weights != 0; f++) {
      sum[f] /= weights;
    }
    return sum;
  }

  private int first(int user) {
    return knowsUser(user) ? train.start(user) : 0;
  }

  private int end(int user) {
    return knowsUser(user) ? train.start(user + 1) : 0;
  }

  private void add(int item, double weight, double[] sum) {
    for (int q = features.rowStart(item); q < features.rowStart(item + 1); q++) {
      sum[features.column(q)] += weight * features.value(q);
    }
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    double[] scores = new double[out.length];
    boolean any = false;
    if (options.against() == Against.PROFILE) {
      any = compare(profile(user), scores);
    } else {
      Arrays.fill(scores, Double.NEGATIVE_INFINITY);
      for (int p = first(user); p < end(user); p++) {
        if (train.value(p) >= options.likedFrom()) {
          double[] one = new double[features.columns()];
          add(train.item(p), 1, one);
          any |= compare(one, scores);
        }
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (any ? scores[i] : popular[i]);
    }
  }

  /** Raises scores to the cosines with these features; false where the features are zeros. */
  private boolean compare(double[] with, double[] scores) {
    double squares = 0;
    double[] products = new double[scores.length];
    for (int f = 0; f < with.length; f++) {
      squares += with[f] * with[f];
      if (with[f] != 0) {
        for (int q = byFeature.rowStart(f); q < byFeature.rowStart(f + 1); q++) {
          products[byFeature.column(q)] += with[f] * byFeature.value(q);
        }
      }
    }
    double norm = Math.sqrt(squares);
    if (norm == 0) {
      return false;
    }
    boolean best = options.against() == Against.NEAREST;
    for (int i = 0; i < scores.length; i++) {
      double cosine = norms[i] == 0 ? 0 : products[i] / (norm * norms[i]);
      scores[i] = best ? Math.max(scores[i], cosine) : cosine;
    }
    return true;
  }

  @Override
  public String name() {
    return "content, " + options.against().name().toLowerCase(Locale.ROOT);
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.choice(options.against());
    out.number(options.likedFrom());
    out.integer(options.weighted() ? 1 : 0);
    InteractionsFile.write(train, out);
    out.sparse(features);
  }

  public static ContentBased load(Path file) {
    return ModelFile.load(
        file,
        ContentBased.class,
        (fittedOn, in) -> {
          Options options = new Options(in.choice(Against.class), in.number(), in.integer() == 1);
          Interactions train = InteractionsFile.read(fittedOn, in);
          return new ContentBased(fittedOn, train, options, in.sparse());
        });
  }
}
