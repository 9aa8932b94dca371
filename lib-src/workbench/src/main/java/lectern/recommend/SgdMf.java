package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.math.DenseMatrix;
import lectern.math.VectorKernels;

/**
 * Matrix factorisation with biases by stochastic gradient descent: what Surprise calls SVD, with
 * the choices that the article "omnichannel" names in 9.2.
 *
 * <p>score(u, i) = μ + b_u + b_i + p_u · q_i, or p_u · q_i alone without biases. For each value,
 * with e = r_ui − score and g the {@link Objective}'s push (e, the sign of e, or e times a weight),
 * all of
 *
 * <pre>{@code
 * b_u += η (g − λ b_u)    b_i += η (g − λ b_i)    p_u += η (g q_i − λ p_u)    q_i += η (g p_u − λ q_i)
 * }</pre>
 *
 * move at once from their old numbers. A batch of several values adds their pushes up, all worked
 * out before the step, so that a rate means the same for any batch; large batches need smaller
 * rates. With L1 the pull is not −λ x: after the step, x moves by η λ towards 0 and stops there
 * (once for each value of a batch).
 *
 * <p>Values come in one order on one thread: the same bits on any number. A user without values, or
 * unknown, gets μ + b_i, or without biases the mean row of p of those who have some. An unknown
 * item: μ.
 *
 * <p>Source: Koren, Bell and Volinsky, Matrix Factorization Techniques for Recommender Systems,
 * IEEE Computer 42(8), 2009. Values are not cut to the scale.
 */
public final class SgdMf extends FittedModel implements RatingModel {
  /** How factors begin; all three have the same mean square. */
  public enum Start {
    NORMAL,
    /** Evenly from −√3 to √3 standard deviations. */
    UNIFORM,
    /** Normal columns made orthogonal to each other (rows, where there are fewer rows). */
    ORTHOGONAL
  }

  /** What is made small. */
  public enum Objective {
    /** Σ e²: estimates aim at the mean. */
    SQUARED,
    /** Σ |e|: estimates aim at the median, far-off values count less. */
    ABSOLUTE,
    /**
     * Σ w e² with w = 1 + a (r − lowest) / (highest − lowest): what satisfied a user counts more.
     * Our reading of "maximise satisfaction", of which the article says no more.
     */
    SATISFACTION
  }

  /** What keeps the numbers small. */
  public enum Penalty {
    NONE,
    /** λ times half the sum of squares. */
    L2,
    /** λ times the sum of absolute values: numbers become 0. */
    L1
  }

  private final double mean;
  private final boolean biased;
  private final double[] userBias;
  private final double[] itemBias;
  private final DenseMatrix p;
  private final DenseMatrix q;
  private final boolean[] learnt;
  private final double[] losses;
  private final double[] meanUser;

  SgdMf(
      FittedOn fittedOn,
      double mean,
      boolean biased,
      double[] userBias,
      double[] itemBias,
      DenseMatrix p,
      DenseMatrix q,
      boolean[] learnt,
      double[] losses) {
    super(fittedOn);
    this.mean = mean;
    this.biased = biased;
    this.userBias = userBias;
    this.itemBias = itemBias;
    this.p = p;
    this.q = q;
    this.learnt = learnt;
    this.losses = losses;
    this.meanUser = new double[p.columns()];
    int count = 0;
    for (int u = 0; u < learnt.length; u++) {
      if (learnt[u]) {
        count++;
        VectorKernels.get().addScaled(1, p.array(), u * p.columns(), meanUser, 0, p.columns());
      }
    }
    for (int f = 0; f < meanUser.length; f++) {
      meanUser[f] /= Math.max(1, count);
    }
  }

  /** Fits; silent. */
  public static SgdMf fit(Interactions train, SgdMfOptions options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there are no interactions, or the learning rate is so
   *     large that numbers grow without end
   */
  public static SgdMf fit(Interactions train, SgdMfOptions options, long seed, Progress progress) {
    return new SgdMfFit(train, options, seed).run(progress);
  }

  /** p: one row for each user. */
  public DenseMatrix userFactors() {
    return p;
  }

  /** q: one row for each item. */
  public DenseMatrix itemFactors() {
    return q;
  }

  /** b_u; 0 for an unknown user. */
  public double userBias(int user) {
    return knowsUser(user) ? userBias[user] : 0;
  }

  /** b_i; 0 for an unknown item. */
  public double itemBias(int item) {
    return knowsItem(item) ? itemBias[item] : 0;
  }

  /** The mean squared error over the values as each epoch met them, one number an epoch. */
  public double[] losses() {
    return losses.clone();
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
    int f = q.columns();
    VectorKernels kernels = VectorKernels.get();
    if (!knowsUser(user) || !learnt[user]) {
      return biased ? mean + itemBias[item] : kernels.dot(meanUser, 0, q.array(), item * f, f);
    }
    double taste = kernels.dot(p.array(), user * f, q.array(), item * f, f);
    return biased ? mean + userBias[user] + itemBias[item] + taste : taste;
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
    return String.format(
        Locale.ROOT,
        "matrix factorisation by SGD, %d factors%s",
        q.columns(),
        biased ? ", biases" : "");
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.number(mean);
    out.integer(biased ? 1 : 0);
    out.doubles(userBias);
    out.doubles(itemBias);
    out.dense(p);
    out.dense(q);
    out.ints(ones(learnt));
    out.doubles(losses);
  }

  public static SgdMf load(Path file) {
    return ModelFile.load(
        file,
        SgdMf.class,
        (fittedOn, in) ->
            new SgdMf(
                fittedOn,
                in.number(),
                in.integer() == 1,
                in.doubles(),
                in.doubles(),
                in.dense(),
                in.dense(),
                booleans(in.ints()),
                in.doubles()));
  }

  private static int[] ones(boolean[] flags) {
    int[] out = new int[flags.length];
    Arrays.setAll(out, i -> flags[i] ? 1 : 0);
    return out;
  }

  private static boolean[] booleans(int[] ones) {
    boolean[] out = new boolean[ones.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = ones[i] == 1;
    }
    return out;
  }
}
