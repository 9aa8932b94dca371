package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.SparseMatrix;
import lectern.math.SymmetricInverse;

/**
 * EASE: what each item says about each other, solved for all pairs at once in closed form.
 *
 * <p>X is users × items with 1 where a user has an item. B, items × items with a diagonal of zeros,
 * makes small
 *
 * <pre>{@code
 * ‖X − X B‖² + λ ‖B‖²
 * }</pre>
 *
 * <p>With P = (XᵀX + λI)⁻¹ the answer is B_ij = −P_ij / P_jj off the diagonal. The score of item j
 * is Σ_i x_ui B_ij over the user's items i. Unlike a neighbour's similarity, B_ij is what i tells
 * of j beyond what all others tell; it may be below 0.
 *
 * <p>No factors, no chance, one setting. Fitting takes the inverse of an items × items matrix
 * ({@link SymmetricInverse}): n³/2 multiply-adds and 16 n² bytes, so above 12,000 items it is
 * refused. An unknown user, and one without items, gets each item's share of all users.
 *
 * <p>Source: Steck, Embarrassingly shallow autoencoders for sparse data, 2019.
 */
public final class Ease extends FittedModel {
  private static final int BLOCK = 16;

  /**
   * How it is fitted.
   *
   * @param regularisation λ, above 0; 200 if unsaid. More for more users
   * @param binary whether every item that a user has counts 1; otherwise its value. True if unsaid
   */
  public record Options(double regularisation, boolean binary) {
    public Options {
      Checks.aboveZero("regularisation", regularisation);
    }

    public Options() {
      this(200);
    }

    public Options(double regularisation) {
      this(regularisation, true);
    }
  }

  private final Interactions train;
  private final boolean binary;
  private final float[] weights;
  private final float[] stranger;

  private Ease(FittedOn fittedOn, Interactions train, boolean binary, float[] weights) {
    super(fittedOn);
    this.train = train;
    this.binary = binary;
    this.weights = weights;
    this.stranger = new float[train.itemCount()];
    double[] counts = ItemShares.counts(train);
    for (int i = 0; i < stranger.length; i++) {
      stranger[i] = (float) (counts[i] / Math.max(1, train.userCount()));
    }
  }

  /** Fits; silent. */
  public static Ease fit(Interactions train, Options options) {
    return fit(train, options, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws UserError if there are more than 12,000 items
   */
  public static Ease fit(Interactions train, Options options, Progress progress) {
    Checks.squareFits("EASE", "items", train.itemCount(), "Leave out rare items.");
    SparseMatrix byUser = train.toMatrix();
    DenseMatrix gram = gram(byUser, byUser.transpose(), options);
    DenseMatrix inverse = SymmetricInverse.of(gram, progress);
    int n = train.itemCount();
    float[] weights = new float[n * n];
    Parallel.forBlocks(
        n,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int j = 0; j < n; j++) {
              weights[i * n + j] = i == j ? 0 : (float) (-inverse.get(i, j) / inverse.get(j, j));
            }
          }
        });
    return new Ease(FittedOn.of(Ease.class, train, options, 0), train, options.binary(), weights);
  }

  /** XᵀX + λI. */
  private static DenseMatrix gram(SparseMatrix byUser, SparseMatrix byItem, Options options) {
    int n = byItem.rows();
    double[] gram = new double[n * n];
    Parallel.forBlocks(
        n,
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int q = byItem.rowStart(i); q < byItem.rowStart(i + 1); q++) {
              int user = byItem.column(q);
              double mine = options.binary() ? 1 : byItem.value(q);
              for (int p = byUser.rowStart(user); p < byUser.rowStart(user + 1); p++) {
                double theirs = options.binary() ? 1 : byUser.value(p);
                gram[i * n + byUser.column(p)] += mine * theirs;
              }
            }
            gram[i * n + i] += options.regularisation();
          }
        });
    return DenseMatrix.wrap(n, n, gram);
  }

  /** B_ij: what having item i tells of item j. */
  public double weight(int i, int j) {
    return weights[i * items().size() + j];
  }

  @Override
  public void score(int user, float[] out) {
    requireRoom(out.length);
    if (!knowsUser(user) || train.sizeOf(user) == 0) {
      System.arraycopy(stranger, 0, out, 0, out.length);
      return;
    }
    Arrays.fill(out, 0);
    for (int p = train.start(user); p < train.start(user + 1); p++) {
      float value = binary ? 1 : (float) train.value(p);
      int row = train.item(p) * out.length;
      for (int j = 0; j < out.length; j++) {
        out[j] += value * weights[row + j];
      }
    }
  }

  @Override
  public String name() {
    return "EASE";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    InteractionsFile.write(train, out);
    out.integer(binary ? 1 : 0);
    out.floats(weights);
  }

  public static Ease load(Path file) {
    return ModelFile.load(
        file,
        Ease.class,
        (fittedOn, in) ->
            new Ease(
                fittedOn, InteractionsFile.read(fittedOn, in), in.integer() == 1, in.floats()));
  }
}
