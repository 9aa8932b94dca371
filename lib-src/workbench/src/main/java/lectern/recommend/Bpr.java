package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.math.DenseMatrix;
import lectern.math.LeastSquaresKernels;

/**
 * Bayesian personalised ranking: factors learnt from pairs, so that what a user took stands before
 * what the user did not take.
 *
 * <p>With s_ui = b_i + x_u · y_i, and triples of a user u, an item i that u took and an item j that
 * u did not, it makes large
 *
 * <pre>{@code
 * Σ u,i,j  ln σ(s_ui − s_uj) − λ/2 (‖x_u‖² + ‖y_i‖² + ‖y_j‖² + b_i² + b_j²)
 * }</pre>
 *
 * <p>by stochastic gradient ascent. An epoch draws as many triples as there are interactions: one
 * of them at random gives u and i, then j is drawn (see {@link Negatives}) until u does not have
 * it, at most 32 times; then the triple is passed over. With g = σ(s_uj − s_ui) and learning rate
 * η, x_u += η (g (y_i − y_j) − λ x_u), y_i += η (g x_u − λ y_i), y_j += η (−g x_u − λ y_j), biases
 * alike.
 *
 * <p>Triples are taken one after the other on one thread, so the same seed gives the same bits;
 * programs that let threads race are faster and cannot say that. Values are not read: an
 * interaction is an interaction. Factors are held in single precision. An unknown user, and one
 * without items, is scored by the mean of the other users' x.
 *
 * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, BPR: Bayesian personalized ranking
 * from implicit feedback, 2009.
 */
public final class Bpr extends FittedModel {
  /** How the item is drawn that the user did not take. */
  public enum Negatives {
    /** Each item alike, as in the paper. */
    UNIFORM,
    /** Each as often as it is taken: popular items are pushed down unless a user wants them. */
    POPULAR
  }

  /**
   * How it is fitted.
   *
   * @param factors f, at least 1; 64 if unsaid
   * @param learningRate η, above 0; 0.05 if unsaid
   * @param regularisation λ, at least 0; 0.01 if unsaid
   * @param epochs at least 1; 50 if unsaid
   * @param negatives uniform if unsaid
   */
  public record Options(
      int factors, double learningRate, double regularisation, int epochs, Negatives negatives) {
    public Options {
      Checks.atLeastOne("factors", factors);
      Checks.aboveZero("learningRate", learningRate);
      Checks.notBelowZero("regularisation", regularisation);
      Checks.atLeastOne("epochs", epochs);
    }

    public Options() {
      this(64);
    }

    public Options(int factors) {
      this(factors, 0.05, 0.01, 50, Negatives.UNIFORM);
    }

    public Options learningRate(double rate) {
      return new Options(factors, rate, regularisation, epochs, negatives);
    }

    public Options regularisation(double lambda) {
      return new Options(factors, learningRate, lambda, epochs, negatives);
    }

    public Options epochs(int number) {
      return new Options(factors, learningRate, regularisation, number, negatives);
    }

    public Options negatives(Negatives how) {
      return new Options(factors, learningRate, regularisation, epochs, how);
    }
  }

  private final FactorRows users;
  private final FactorRows items;
  private final float[] biases;
  private final boolean[] met;
  private final float[] stranger;

  Bpr(FittedOn fittedOn, FactorRows users, FactorRows items, float[] biases, boolean[] met) {
    super(fittedOn);
    this.users = users;
    this.items = items;
    this.biases = biases;
    this.met = met;
    this.stranger = users.mean(met);
  }

  /** Fits; silent. */
  public static Bpr fit(Interactions train, Options options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there are no interactions, or the learning rate is so
   *     large that factors grow without end
   */
  public static Bpr fit(Interactions train, Options options, long seed, Progress progress) {
    return new BprFit(train, options, seed).run(progress);
  }

  /** X: one row for each user. */
  public DenseMatrix userFactors() {
    return users.toDense();
  }

  /** Y: one row for each item. */
  public DenseMatrix itemFactors() {
    return items.toDense();
  }

  /** b: one number for each item. */
  public float[] itemBiases() {
    return biases.clone();
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    boolean known = knowsUser(user) && met[user];
    float[] x = known ? users.values : stranger;
    int at = known ? user * users.width : 0;
    LeastSquaresKernels.get().dots(items.values, items.rows, items.width, x, at, out);
    for (int i = 0; i < out.length; i++) {
      out[i] += biases[i];
    }
  }

  @Override
  public String name() {
    return "BPR, " + users.factors + " factors";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    users.write(out);
    items.write(out);
    out.floats(biases);
    for (boolean one : met) {
      out.integer(one ? 1 : 0);
    }
  }

  public static Bpr load(Path file) {
    return ModelFile.load(file, Bpr.class, Bpr::read);
  }

  private static Bpr read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    FactorRows users = FactorRows.read(in);
    FactorRows items = FactorRows.read(in);
    float[] biases = in.floats();
    boolean[] met = new boolean[users.rows];
    for (int user = 0; user < met.length; user++) {
      met[user] = in.integer() == 1;
    }
    return new Bpr(fittedOn, users, items, biases, met);
  }
}
