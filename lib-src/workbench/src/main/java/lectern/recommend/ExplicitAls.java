package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.math.DenseMatrix;
import lectern.math.LeastSquaresKernels;

/**
 * Matrix factorisation of ratings by alternating least squares, whose regularisation grows with
 * what a user or item has (ALS-WR).
 *
 * <p>With μ the mean of all ratings, n_u and n_i how many a user has given and an item has got, it
 * makes small, over the ratings that are there,
 *
 * <pre>{@code
 * Σ (r_ui − μ − x_u · y_i)² + λ (Σ u n_u ‖x_u‖² + Σ i n_i ‖y_i‖²)
 * }</pre>
 *
 * <p>With Y fixed, each x_u solves (Σ y_i y_iᵀ + λ n_u I) x_u = Σ (r_ui − μ) y_i over the user's
 * items; then X is fixed and each y_i solved for. The paper factorises the ratings themselves; less
 * their mean, an item without ratings is expected at μ and not at 0.
 *
 * <p>An unknown user, and one without ratings, has the mean of the other users' x; an unknown item,
 * and one without ratings, is expected at μ. Factors are held in single precision (7 digits), see
 * {@link LeastSquaresKernels}; the same bits on any number of threads, with the vector unit or
 * without.
 *
 * <p>Source: Zhou, Wilkinson, Schreiber and Pan, Large-scale parallel collaborative filtering for
 * the Netflix Prize, 2008.
 */
public final class ExplicitAls extends FittedModel implements RatingModel, Displayable {
  /**
   * How it is fitted.
   *
   * @param factors f, at least 1; 16 if unsaid
   * @param regularisation λ, above 0; 0.1 if unsaid
   * @param iterations how often both sides are solved for, at least 1; 15 if unsaid
   */
  public record Options(int factors, double regularisation, int iterations) {
    public Options {
      Checks.atLeastOne("factors", factors);
      Checks.aboveZero("regularisation", regularisation);
      Checks.atLeastOne("iterations", iterations);
    }

    public Options() {
      this(16);
    }

    public Options(int factors) {
      this(factors, 0.1, 15);
    }
  }

  private final double mean;
  private final FactorRows users;
  private final FactorRows items;
  private final boolean[] met;
  private final float[] stranger;
  private final double[] losses;

  ExplicitAls(
      FittedOn fittedOn,
      double mean,
      FactorRows users,
      FactorRows items,
      boolean[] met,
      double[] losses) {
    super(fittedOn);
    this.mean = mean;
    this.users = users;
    this.items = items;
    this.met = met;
    this.stranger = users.mean(met);
    this.losses = losses;
  }

  /** Fits; silent. */
  public static ExplicitAls fit(Interactions train, Options options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there are no ratings, or the regularisation is too small
   *     to solve for
   */
  public static ExplicitAls fit(Interactions train, Options options, long seed, Progress progress) {
    return new ExplicitAlsFit(train, options, seed, LeastSquaresKernels.get()).run(progress);
  }

  /** X: one row for each user. */
  public DenseMatrix userFactors() {
    return users.toDense();
  }

  /** Y: one row for each item. */
  public DenseMatrix itemFactors() {
    return items.toDense();
  }

  /** The objective after each iteration; see the formula above. */
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public double meanValue() {
    return mean;
  }

  @Override
  public void estimates(int user, double[] out) {
    requireRoom(out.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = estimate(user, i);
    }
  }

  @Override
  public double estimate(int user, int item) {
    if (!knowsItem(item)) {
      return mean;
    }
    boolean known = knowsUser(user) && met[user];
    int width = items.width;
    float[] x = known ? users.values : stranger;
    return mean
        + LeastSquaresKernels.dot(x, known ? user * width : 0, items.values, item * width, width);
  }

  @Override
  public String name() {
    return "explicit ALS, " + users.factors + " factors";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.number(mean);
    users.write(out);
    items.write(out);
    for (boolean one : met) {
      out.integer(one ? 1 : 0);
    }
    out.doubles(losses);
  }

  public static ExplicitAls load(Path file) {
    return ModelFile.load(file, ExplicitAls.class, ExplicitAls::read);
  }

  private static ExplicitAls read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    double mean = in.number();
    FactorRows users = FactorRows.read(in);
    FactorRows items = FactorRows.read(in);
    boolean[] met = new boolean[users.rows];
    for (int user = 0; user < met.length; user++) {
      met[user] = in.integer() == 1;
    }
    return new ExplicitAls(fittedOn, mean, users, items, met, in.doubles());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Explicit ALS: %,d users and %,d items, %d factors; loss %.6g after %d iterations",
        users.rows,
        items.rows,
        users.factors,
        losses[losses.length - 1],
        losses.length);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
