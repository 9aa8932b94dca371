package lectern.recommend;

import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.LeastSquaresKernels;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;

/** One fit of {@link ExplicitAls} under way. */
final class ExplicitAlsFit {
  private static final double START = 0.1;
  private static final int BLOCK = 32;
  private static final int GATHERED = 64;

  private final Interactions train;
  private final ExplicitAls.Options options;
  private final long seed;
  private final LeastSquaresKernels kernels;
  private final double mean;
  private final SparseMatrix byUser;
  private final SparseMatrix byItem;
  private final FactorRows users;
  private final FactorRows items;

  ExplicitAlsFit(
      Interactions train, ExplicitAls.Options options, long seed, LeastSquaresKernels kernels) {
    if (train.size() == 0) {
      throw new UserError("Explicit ALS needs at least one rating; there is none.");
    }
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.kernels = kernels;
    this.mean = train.meanValue();
    this.byUser = train.toMatrix();
    this.byItem = byUser.transpose();
    int f = options.factors();
    this.users = FactorRows.zeros(byUser.rows(), f);
    this.items =
        FactorRows.random(byItem.rows(), f, START, RandomStream.of(seed, "als-wr", "items"));
  }

  ExplicitAls run(Progress progress) {
    double[] losses = new double[options.iterations()];
    try (var task = progress.begin("explicit ALS", losses.length)) {
      for (int iteration = 0; iteration < losses.length; iteration++) {
        solve(byUser, items, users);
        solve(byItem, users, items);
        losses[iteration] = loss();
        task.at(iteration + 1, "loss " + (float) losses[iteration]);
      }
    }
    boolean[] met = new boolean[byUser.rows()];
    for (int user = 0; user < met.length; user++) {
      met[user] = byUser.rowSize(user) > 0;
    }
    return new ExplicitAls(
        FittedOn.of(ExplicitAls.class, train, options, seed), mean, users, items, met, losses);
  }

  /** Solves for every row of one side, the other one standing still. */
  private void solve(SparseMatrix cells, FactorRows fixed, FactorRows solved) {
    int width = fixed.width;
    Parallel.forBlocks(
        cells.rows(),
        BLOCK,
        (from, to) -> {
          float[] gathered = new float[GATHERED * width];
          float[] a = new float[width * width];
          float[] b = new float[width];
          for (int row = from; row < to; row++) {
            Arrays.fill(b, 0);
            if (cells.rowSize(row) > 0) {
              Arrays.fill(a, 0);
              form(cells, row, fixed, gathered, a, b);
              if (!kernels.solve(a, width, b)) {
                throw new UserError(
                    "The equations of a row cannot be solved in single precision: regularisation "
                        + options.regularisation()
                        + " is too small for this data. Try a larger one, such as 0.1.");
              }
            }
            System.arraycopy(b, 0, solved.values, row * width, width);
          }
        });
  }

  private void form(
      SparseMatrix cells, int row, FactorRows fixed, float[] gathered, float[] a, float[] b) {
    int width = fixed.width;
    int last = cells.rowStart(row + 1);
    for (int p = cells.rowStart(row); p < last; p += GATHERED) {
      int some = Math.min(GATHERED, last - p);
      for (int s = 0; s < some; s++) {
        int y = cells.column(p + s) * width;
        float value = (float) (cells.value(p + s) - mean);
        System.arraycopy(fixed.values, y, gathered, s * width, width);
        for (int j = 0; j < width; j++) {
          b[j] = Math.fma(value, fixed.values[y + j], b[j]);
        }
      }
      kernels.addGram(gathered, some, width, a);
    }
    float ridge = (float) (options.regularisation() * cells.rowSize(row));
    for (int j = 0; j < width; j++) {
      a[j * width + j] += j < fixed.factors ? ridge : 1;
    }
  }

  private double loss() {
    int width = users.width;
    double errors =
        Parallel.sum(
            byUser.rows(),
            BLOCK,
            (from, to) -> {
              double part = 0;
              for (int user = from; user < to; user++) {
                for (int p = byUser.rowStart(user); p < byUser.rowStart(user + 1); p++) {
                  int y = byUser.column(p) * width;
                  double s =
                      LeastSquaresKernels.dot(users.values, user * width, items.values, y, width);
                  double error = byUser.value(p) - mean - s;
                  part += error * error;
                }
              }
              return part;
            });
    return errors + options.regularisation() * (weighted(byUser, users) + weighted(byItem, items));
  }

  /** Σ n ‖x‖². */
  private static double weighted(SparseMatrix cells, FactorRows factors) {
    double sum = 0;
    for (int row = 0; row < cells.rows(); row++) {
      for (int j = 0; j < factors.factors; j++) {
        double number = factors.values[row * factors.width + j];
        sum += cells.rowSize(row) * number * number;
      }
    }
    return sum;
  }
}
