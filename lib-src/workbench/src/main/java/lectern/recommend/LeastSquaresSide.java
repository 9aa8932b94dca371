package lectern.recommend;

import java.util.Arrays;
import lectern.display.UserError;
import lectern.math.LeastSquaresKernels;
import lectern.math.Parallel;

/**
 * Half an iteration of {@link ImplicitAls}: every row of one factor matrix, the other one standing
 * still.
 *
 * <p>A row x with the cells (y_e, w_e) solves A x = b, A = G + Σ w_e y_e y_eᵀ, b = Σ (1 + w_e) y_e,
 * where G = YᵀY + λ I is the same for all. Rows are independent, so threads move no bit.
 */
final class LeastSquaresSide {
  private static final int BLOCK = 32;
  private static final int GATHERED = 64;
  private static final float SMALL = 1e-20f;

  private final WeightedCells cells;
  private final FactorRows fixed;
  private final FactorRows solved;
  private final ImplicitAls.Options options;
  private final LeastSquaresKernels kernels;
  private final int width;
  private float[] gram;
  private float[] minusConfidence;

  LeastSquaresSide(
      WeightedCells cells,
      FactorRows fixed,
      FactorRows solved,
      ImplicitAls.Options options,
      LeastSquaresKernels kernels) {
    this.cells = cells;
    this.fixed = fixed;
    this.solved = solved;
    this.options = options;
    this.kernels = kernels;
    this.width = fixed.width;
    this.minusConfidence = new float[cells.value.length];
    for (int p = 0; p < minusConfidence.length; p++) {
      minusConfidence[p] = -(1 + cells.value[p]);
    }
  }

  void solveAll() {
    gram = fixed.gram(kernels);
    for (int i = 0; i < width; i++) {
      gram[i * width + i] += (float) options.regularisation();
    }
    boolean exact = options.solver() == ImplicitAls.Solver.EXACT;
    for (int i = fixed.factors; exact && i < width; i++) {
      gram[i * width + i] = 1;
    }
    Parallel.forBlocks(
        cells.rows(),
        BLOCK,
        (from, to) -> {
          Work work = new Work();
          for (int row = from; row < to; row++) {
            if (cells.start[row] == cells.start[row + 1]) {
              Arrays.fill(solved.values, row * width, (row + 1) * width, 0);
            } else if (exact) {
              work.exact(row);
            } else {
              work.conjugateGradient(row);
            }
          }
        });
  }

  /** The arrays of one thread. */
  private final class Work {
    private final float[] x = new float[width];
    private final float[] r = new float[width];
    private final float[] p = new float[width];
    private final float[] product = new float[width];
    private final float[] gathered = new float[GATHERED * width];
    private final float[] a = new float[width * width];

    /** Forms A and b, and solves. */
    void exact(int row) {
      System.arraycopy(gram, 0, a, 0, a.length);
      Arrays.fill(x, 0);
      int to = cells.start[row + 1];
      for (int e = cells.start[row]; e < to; e += GATHERED) {
        int some = Math.min(GATHERED, to - e);
        for (int s = 0; s < some; s++) {
          int y = cells.column[e + s] * width;
          gather((float) Math.sqrt(cells.value[e + s]), fixed.values, y, gathered, s * width);
          addScaled(1 + cells.value[e + s], fixed.values, y, x, 0);
        }
        kernels.addGram(gathered, some, width, a);
      }
      if (!kernels.solve(a, width, x)) {
        throw new UserError(
            "The equations of a row cannot be solved in single precision: regularisation "
                + options.regularisation()
                + " is too small for this data. Try a larger one, such as 0.1.");
      }
      System.arraycopy(x, 0, solved.values, row * width, width);
    }

    /** A few steps of conjugate gradient from where the row stands. */
    void conjugateGradient(int row) {
      int from = cells.start[row];
      int to = cells.start[row + 1];
      System.arraycopy(solved.values, row * width, x, 0, width);
      times(x, minusConfidence, from, to);
      for (int i = 0; i < width; i++) {
        r[i] = -product[i];
        p[i] = r[i];
      }
      float before = LeastSquaresKernels.dot(r, 0, r, 0, width);
      for (int step = 0; step < options.steps() && before > SMALL; step++) {
        times(p, null, from, to);
        float length = before / LeastSquaresKernels.dot(p, 0, product, 0, width);
        addScaled(length, p, 0, x, 0);
        addScaled(-length, product, 0, r, 0);
        float after = LeastSquaresKernels.dot(r, 0, r, 0, width);
        float turn = after / before;
        for (int i = 0; i < width; i++) {
          p[i] = Math.fma(turn, p[i], r[i]);
        }
        before = after;
      }
      System.arraycopy(x, 0, solved.values, row * width, width);
    }

    /** product = A v + Σ constant_e y_e. */
    private void times(float[] v, float[] constant, int from, int to) {
      kernels.symmetricProduct(gram, width, v, product);
      kernels.addProjections(
          fixed.values, width, cells.column, constant, cells.value, from, to, v, product);
    }

    private void gather(float factor, float[] from, int at, float[] into, int intoAt) {
      for (int i = 0; i < width; i++) {
        into[intoAt + i] = factor * from[at + i];
      }
    }

    private void addScaled(float factor, float[] from, int at, float[] into, int intoAt) {
      for (int i = 0; i < width; i++) {
        into[intoAt + i] = Math.fma(factor, from[at + i], into[intoAt + i]);
      }
    }
  }
}
