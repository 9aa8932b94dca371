package lectern.recommend;

import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.math.SparseMatrix;
import lectern.math.VectorKernels;

/**
 * The f directions of the columns along which a matrix is largest: an orthonormal basis of its
 * first f right singular vectors, by subspace iteration (Golub and Van Loan, Matrix Computations,
 * 8.2.4).
 */
final class Subspace {
  private static final int BLOCK = 64;

  /** columns × f; a direction that the matrix does not have is a column of zeros. */
  private final double[] basis;

  private final int f;

  private Subspace(double[] basis, int f) {
    this.basis = basis;
    this.f = f;
  }

  /** A subspace that was kept. */
  static Subspace of(double[] basis, int f) {
    return new Subspace(basis, f);
  }

  double[] basis() {
    return basis;
  }

  static Subspace of(SparseMatrix a, int f, int rounds, RandomStream random) {
    SparseMatrix turned = a.transpose();
    double[] q = new double[a.columns() * f];
    for (int at = 0; at < q.length; at++) {
      q[at] = random.nextGaussian();
    }
    orthonormalise(q, a.columns(), f);
    for (int round = 0; round < rounds; round++) {
      q = times(turned, times(a, q, f), f);
      orthonormalise(q, a.columns(), f);
    }
    return new Subspace(q, f);
  }

  /** a × rows of f numbers. */
  private static double[] times(SparseMatrix a, double[] rows, int f) {
    double[] out = new double[a.rows() * f];
    VectorKernels kernels = VectorKernels.get();
    Parallel.forBlocks(
        a.rows(),
        BLOCK,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int p = a.rowStart(i); p < a.rowStart(i + 1); p++) {
              kernels.addScaled(a.value(p), rows, a.column(p) * f, out, i * f, f);
            }
          }
        });
    return out;
  }

  /** Gram and Schmidt, twice for the rounding. */
  private static void orthonormalise(double[] q, int rows, int f) {
    for (int v = 0; v < f; v++) {
      double before = Math.sqrt(dot(q, v, v, rows, f));
      for (int pass = 0; pass < 2; pass++) {
        for (int w = 0; w < v; w++) {
          double share = dot(q, v, w, rows, f);
          for (int i = 0; i < rows; i++) {
            q[i * f + v] -= share * q[i * f + w];
          }
        }
      }
      double norm = Math.sqrt(dot(q, v, v, rows, f));
      boolean gone = norm <= 1e-10 * before;
      for (int i = 0; i < rows; i++) {
        q[i * f + v] = gone ? 0 : q[i * f + v] / norm;
      }
    }
  }

  private static double dot(double[] q, int v, int w, int rows, int f) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += q[i * f + v] * q[i * f + w];
    }
    return sum;
  }

  /** A row of the matrix along the directions: f numbers. */
  double[] along(SparseMatrix a, int row) {
    double[] out = new double[f];
    for (int p = a.rowStart(row); p < a.rowStart(row + 1); p++) {
      VectorKernels.get().addScaled(a.value(p), basis, a.column(p) * f, out, 0, f);
    }
    return out;
  }

  /** What f numbers along the directions say of a column. */
  double at(double[] along, int column) {
    return VectorKernels.get().dot(along, 0, basis, column * f, f);
  }
}
