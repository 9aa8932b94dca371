package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.math.DenseMatrix;
import lectern.math.VectorKernels;

/**
 * Matrix factorisation by gradient descent: R ≈ U Vᵀ, the method of the article "omnichannel", 4.2.
 *
 * <p>U is users × f, V items × f. With C the cells that count, the loss is the mean squared error
 *
 * <pre>{@code
 * L = 1/|C| · Σ (i,j)∈C (R_ij − u_i · v_j)²
 * }</pre>
 *
 * and the objective that is made small L + λ/|C| · (‖U‖² + ‖V‖²). Which cells count is an option: a
 * pair that is missing from the data is either {@linkplain Zeros#MISSING left out}, or {@linkplain
 * Zeros#VALUE a rating of 0}. The two losses are means over other cells: do not compare them.
 *
 * <p>Each step moves U and V at once against the gradient of ½ |C| · objective, so that a learning
 * rate means the same whatever the number of cells: u_i += η (Σ_j e_ij v_j − λ u_i), and v_j alike.
 * A step that makes the loss infinite ends the fit with an error that names a smaller rate.
 *
 * <p>Starts: normal random numbers, times the start's scale √(m/f), m being the mean of the
 * absolute values (at least 10⁻⁶), so that first estimates have the size of the data. score(u, i) =
 * u · v_i. An unknown user is scored by the mean row of U; an unknown item with the mean of all
 * values.
 */
public final class GradientMf extends FittedModel implements RatingModel, Displayable {
  /** What a pair is that the data does not have. */
  public enum Zeros {
    /** Unknown: it does not count. */
    MISSING,
    /** A rating of 0, as the article's table prints it: all cells count. */
    VALUE
  }

  private final DenseMatrix u;
  private final DenseMatrix v;
  private final double[] losses;
  private final double meanValue;
  private final double[] meanUser;

  GradientMf(FittedOn fittedOn, DenseMatrix u, DenseMatrix v, double[] losses, double meanValue) {
    super(fittedOn);
    this.u = u;
    this.v = v;
    this.losses = losses;
    this.meanValue = meanValue;
    this.meanUser = u.columnMeans();
  }

  /** Fits; silent. */
  public static GradientMf fit(Interactions train, GradientMfOptions options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there are no cells, or the learning rate is so large that
   *     the loss grows without end
   */
  public static GradientMf fit(
      Interactions train, GradientMfOptions options, long seed, Progress progress) {
    return new GradientMfFit(train, options, seed).run(progress);
  }

  /** U: one row for each user. */
  public DenseMatrix userFactors() {
    return u;
  }

  /** V: one row for each item. */
  public DenseMatrix itemFactors() {
    return v;
  }

  /** U Vᵀ: an estimate for each user and item; for small data. */
  public DenseMatrix reconstruction() {
    return u.multiply(v.transpose());
  }

  /** The loss before the first step and after each: steps + 1 numbers. */
  public double[] losses() {
    return losses.clone();
  }

  /** The loss after the last step. */
  public double loss() {
    return losses[losses.length - 1];
  }

  @Override
  public double meanValue() {
    return meanValue;
  }

  @Override
  public double estimate(int user, int item) {
    if (!knowsItem(item)) {
      return meanValue;
    }
    int f = v.columns();
    return knowsUser(user)
        ? VectorKernels.get().dot(u.array(), user * f, v.array(), item * f, f)
        : VectorKernels.get().dot(meanUser, 0, v.array(), item * f, f);
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
    return "matrix factorisation by gradient descent";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.dense(u);
    out.dense(v);
    out.doubles(losses);
    out.number(meanValue);
  }

  public static GradientMf load(Path file) {
    return ModelFile.load(
        file,
        GradientMf.class,
        (fittedOn, in) ->
            new GradientMf(fittedOn, in.dense(), in.dense(), in.doubles(), in.number()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Matrix factorisation: U %s, V %s; loss %.6g at first, %.6g after %d steps",
        u.shape(),
        v.shape(),
        losses[0],
        loss(),
        losses.length - 1);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
