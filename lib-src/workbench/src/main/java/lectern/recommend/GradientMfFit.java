package lectern.recommend;

import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;
import lectern.math.VectorKernels;

/**
 * One fit of {@link GradientMf} under way.
 *
 * <p>Errors are kept by cell, once by user and once by item, so that each row of U and of V is
 * moved by one thread alone, its cells in their order.
 */
final class GradientMfFit {
  private static final int BLOCK = 32;

  private final Interactions train;
  private final GradientMfOptions options;
  private final long seed;
  private final VectorKernels kernels = VectorKernels.get();
  private final SparseMatrix byUser;
  private final SparseMatrix byItem;
  private final int[] cellByItem;
  private final double[] errors;
  private final int f;
  private double[] u;
  private double[] v;

  GradientMfFit(Interactions train, GradientMfOptions options, long seed) {
    if (train.size() == 0) {
      throw new UserError("Matrix factorisation needs at least one interaction; there are none.");
    }
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.f = options.factors();
    this.byUser = options.zeros() == GradientMf.Zeros.VALUE ? full(train) : train.toMatrix();
    this.byItem = byUser.transpose();
    this.cellByItem = byUser.transposedCells();
    this.errors = new double[byUser.cells()];
  }

  /** Every pair as a cell, 0 where the data has none. */
  private static SparseMatrix full(Interactions train) {
    DenseMatrix dense = train.toDense();
    int[] start = new int[train.userCount() + 1];
    int[] column = new int[dense.array().length];
    for (int p = 0; p < column.length; p++) {
      column[p] = p % train.itemCount();
    }
    for (int i = 0; i < start.length; i++) {
      start[i] = i * train.itemCount();
    }
    return SparseMatrix.wrap(train.userCount(), train.itemCount(), start, column, dense.array());
  }

  GradientMf run(Progress progress) {
    start();
    double[] losses = new double[options.steps() + 1];
    losses[0] = errors();
    try (var task = progress.begin("matrix factorisation", options.steps())) {
      for (int step = 1; step <= options.steps(); step++) {
        step();
        losses[step] = errors();
        refuseDivergence(losses, step);
        task.at(step, "loss " + (float) losses[step]);
      }
    }
    return new GradientMf(
        FittedOn.of(GradientMf.class, train, options, seed),
        DenseMatrix.wrap(train.userCount(), f, u),
        DenseMatrix.wrap(train.itemCount(), f, v),
        losses,
        mean(false));
  }

  private void start() {
    double size = options.startScale() * Math.sqrt(Math.max(1e-6, mean(true)) / f);
    double root = Math.sqrt(size);
    u = gaussians(RandomStream.of(seed, "gradient-mf", "users"), train.userCount(), root);
    v = gaussians(RandomStream.of(seed, "gradient-mf", "items"), train.itemCount(), root);
  }

  private double[] gaussians(RandomStream random, int rows, double scale) {
    double[] out = new double[rows * f];
    for (int p = 0; p < out.length; p++) {
      out[p] = scale * random.nextGaussian();
    }
    return out;
  }

  /** The mean over the cells that count. */
  private double mean(boolean absolute) {
    double sum = 0;
    for (int p = 0; p < byUser.cells(); p++) {
      sum += absolute ? Math.abs(byUser.value(p)) : byUser.value(p);
    }
    return sum / byUser.cells();
  }

  /** Works out the error of each cell; gives their mean square. */
  private double errors() {
    double sum =
        Parallel.sum(
            byUser.rows(),
            BLOCK,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                for (int p = byUser.rowStart(i); p < byUser.rowStart(i + 1); p++) {
                  double estimate = kernels.dot(u, i * f, v, byUser.column(p) * f, f);
                  errors[p] = byUser.value(p) - estimate;
                }
              }
              int first = byUser.rowStart(from);
              return kernels.dot(errors, first, errors, first, byUser.rowStart(to) - first);
            });
    return sum / byUser.cells();
  }

  private void step() {
    double[] oldU = u;
    double[] oldV = v;
    u = moved(byUser, oldU, oldV, false);
    v = moved(byItem, oldV, oldU, true);
  }

  /** The rows after one step against the gradient; the other side is as it was. */
  private double[] moved(SparseMatrix cells, double[] rows, double[] others, boolean turned) {
    double[] out = rows.clone();
    double rate = options.learningRate();
    Parallel.forBlocks(
        cells.rows(),
        BLOCK,
        (from, to) -> {
          double[] gradient = new double[f];
          for (int i = from; i < to; i++) {
            Arrays.fill(gradient, 0);
            for (int p = cells.rowStart(i); p < cells.rowStart(i + 1); p++) {
              double error = errors[turned ? cellByItem[p] : p];
              kernels.addScaled(error, others, cells.column(p) * f, gradient, 0, f);
            }
            kernels.addScaled(-options.regularisation(), rows, i * f, gradient, 0, f);
            kernels.addScaled(rate, gradient, 0, out, i * f, f);
          }
        });
    return out;
  }

  private void refuseDivergence(double[] losses, int step) {
    if (!(losses[step] <= 1e6 * Math.max(losses[0], 1e-300))) {
      throw new UserError(
          "The loss grew from "
              + (float) losses[0]
              + " to "
              + (float) losses[step]
              + " by step "
              + step
              + ": the learning rate "
              + options.learningRate()
              + " is too large for this data. Try "
              + (float) (options.learningRate() / 4)
              + ".");
    }
  }
}
