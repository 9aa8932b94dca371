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
import lectern.math.RandomStream;

/**
 * Matrix factorisation of what people did, not of what they said: who took an item prefers it, and
 * the more often, the surer we are.
 *
 * <pre>{@code
 * ImplicitAls.fit(train, new ImplicitAls.Options(64).alpha(20), seed)
 * }</pre>
 *
 * <p>With r_ui the value of user u and item i, preference p_ui = 1 where r_ui &gt; 0 and 0
 * elsewhere, and confidence c_ui = 1 + α r_ui, alternating least squares makes small, over
 * <em>all</em> pairs,
 *
 * <pre>{@code
 * Σ u,i  c_ui (p_ui − x_u · y_i)² + λ (Σ u ‖x_u‖² + Σ i ‖y_i‖²)
 * }</pre>
 *
 * <p>With Y fixed, each x_u solves (YᵀY + λI + Σ α r_ui y_i y_iᵀ) x_u = Σ c_ui y_i over the user's
 * items; YᵀY is formed once for all users. Then X is fixed and each y_i solved for. {@link
 * Solver#EXACT} forms the matrix and solves by Cholesky, n f² + f³ operations for a user with n
 * items; {@link Solver#CONJUGATE_GRADIENT} takes a few steps from where x_u stands, n f + f² each.
 *
 * <p>Both matrices start from normal random numbers with standard deviation 0.01 ({@link #start}).
 * score(u, i) = x_u · y_i. An unknown user, and one without items, is scored by the mean of the
 * other users' x. An item that nobody took has y = 0 and score 0. Values below 0 are refused; a
 * value of 0 counts as not taken. Numbers are held and added in single precision (7 digits), see
 * {@link LeastSquaresKernels}; the same bits on any number of threads, with the vector unit or
 * without.
 *
 * <p>Source: Hu, Koren and Volinsky, Collaborative filtering for implicit feedback datasets, 2008;
 * conjugate gradient: Takács, Pilászy and Tikk, Applications of the conjugate gradient method for
 * implicit feedback collaborative filtering, 2011.
 */
public final class ImplicitAls extends FittedModel implements Displayable {
  /** How each row's equations are solved. */
  public enum Solver {
    /** By Cholesky's factorisation. */
    EXACT,
    /** By a few steps of conjugate gradient: faster, and nearly as good after a few iterations. */
    CONJUGATE_GRADIENT
  }

  /** Which of the two matrices. */
  public enum Side {
    USERS,
    ITEMS
  }

  /**
   * How it is fitted.
   *
   * @param factors f, at least 1; 64 if unsaid
   * @param alpha α, above 0: how much surer a value of 1 makes us; 20 if unsaid (the paper: 40)
   * @param regularisation λ, at least 0; 0.01 if unsaid
   * @param iterations how often both sides are solved for, at least 1; 15 if unsaid
   * @param solver conjugate gradient if unsaid
   * @param steps of conjugate gradient for each row, at least 1; 3 if unsaid. Exact solving has
   *     none
   */
  public record Options(
      int factors, double alpha, double regularisation, int iterations, Solver solver, int steps) {
    public Options {
      Checks.atLeastOne("factors", factors);
      Checks.aboveZero("alpha", alpha);
      Checks.notBelowZero("regularisation", regularisation);
      Checks.atLeastOne("iterations", iterations);
      Checks.atLeastOne("steps", steps);
    }

    public Options() {
      this(64);
    }

    public Options(int factors) {
      this(factors, 20, 0.01, 15, Solver.CONJUGATE_GRADIENT, 3);
    }

    public Options alpha(double surer) {
      return new Options(factors, surer, regularisation, iterations, solver, steps);
    }

    public Options regularisation(double lambda) {
      return new Options(factors, alpha, lambda, iterations, solver, steps);
    }

    public Options iterations(int number) {
      return new Options(factors, alpha, regularisation, number, solver, steps);
    }

    public Options solver(Solver chosen) {
      return new Options(factors, alpha, regularisation, iterations, chosen, steps);
    }

    public Options steps(int number) {
      return new Options(factors, alpha, regularisation, iterations, solver, number);
    }
  }

  private static final double START = 0.01;

  private final FactorRows users;
  private final FactorRows items;
  private final boolean[] met;
  private final float[] stranger;
  private final double loss;

  ImplicitAls(FittedOn fittedOn, FactorRows users, FactorRows items, boolean[] met, double loss) {
    super(fittedOn);
    this.users = users;
    this.items = items;
    this.met = met;
    this.stranger = users.mean(met);
    this.loss = loss;
  }

  /** Fits; silent. */
  public static ImplicitAls fit(Interactions train, Options options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if there is nothing above 0 or something below, or the
   *     regularisation is too small to solve for
   */
  public static ImplicitAls fit(Interactions train, Options options, long seed, Progress progress) {
    return new ImplicitAlsFit(train, options, seed, LeastSquaresKernels.get()).run(progress);
  }

  /** Where a fit with this seed starts: one row for each user or item. */
  public static DenseMatrix start(Side side, int rows, int factors, long seed) {
    return startRows(side, rows, factors, seed).toDense();
  }

  static FactorRows startRows(Side side, int rows, int factors, long seed) {
    String name = side == Side.USERS ? "users" : "items";
    return FactorRows.random(rows, factors, START, RandomStream.of(seed, "als", name));
  }

  /** X: one row for each user. */
  public DenseMatrix userFactors() {
    return users.toDense();
  }

  /** Y: one row for each item. */
  public DenseMatrix itemFactors() {
    return items.toDense();
  }

  /** The objective after the last iteration; see the formula above. */
  public double loss() {
    return loss;
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    boolean known = knowsUser(user) && met[user];
    LeastSquaresKernels.get()
        .dots(
            items.values,
            items.rows,
            items.width,
            known ? users.values : stranger,
            known ? user * users.width : 0,
            out);
  }

  @Override
  public String name() {
    return "implicit ALS, " + users.factors + " factors";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    users.write(out);
    items.write(out);
    for (boolean one : met) {
      out.integer(one ? 1 : 0);
    }
    out.number(loss);
  }

  public static ImplicitAls load(Path file) {
    return ModelFile.load(file, ImplicitAls.class, ImplicitAls::read);
  }

  private static ImplicitAls read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    FactorRows users = FactorRows.read(in);
    FactorRows items = FactorRows.read(in);
    boolean[] met = new boolean[users.rows];
    for (int user = 0; user < met.length; user++) {
      met[user] = in.integer() == 1;
    }
    return new ImplicitAls(fittedOn, users, items, met, in.number());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Implicit ALS: %,d users and %,d items, %d factors; loss %.6g",
        users.rows,
        items.rows,
        users.factors,
        loss);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
