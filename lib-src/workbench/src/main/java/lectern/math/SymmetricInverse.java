package lectern.math;

import java.util.Arrays;
import lectern.display.Progress;
import lectern.display.UserError;

/**
 * The inverse of a large symmetric positive definite matrix, in n³/2 multiply-adds on all threads,
 * without a native library.
 *
 * <p>The matrix is swept block by block (Gauss and Jordan's elimination; Goodnight, A tutorial on
 * the SWEEP operator, 1979): for the 64 rows K of a block, whose own part A_KK is inverted by
 * Cholesky's factorisation, and all rows i, j outside of it
 *
 * <pre>{@code
 * W = A_KK⁻¹ A_K·     A_ij −= A_Kiᵀ W_j     A_Kj = W_j     A_KK = −A_KK⁻¹
 * }</pre>
 *
 * <p>After all blocks the matrix is −A⁻¹. Only the upper triangle is worked on, which keeps the
 * inverse symmetric to the bit. Pivots of a positive definite matrix stay positive definite, so
 * nothing needs to be exchanged; one that is not is refused. The inverse is as exact as the
 * matrix's condition number allows: about 16 digits less its logarithm.
 *
 * <p>Each entry is changed in the order of the blocks by a {@link BlockKernel}: the same bits on
 * any number of threads, with the vector unit or without. Memory: the matrix once more.
 */
public final class SymmetricInverse {
  private static final int BLOCK = 64;
  private static final int ROWS = BlockKernel.ROWS;
  private static final int COLUMNS = BlockKernel.COLUMNS;

  private final BlockKernel kernel;
  private final int n;
  private final int stride;
  private final double[] a;
  private final double[] left;
  private final double[] right;

  private SymmetricInverse(DenseMatrix matrix, BlockKernel kernel) {
    this.kernel = kernel;
    this.n = matrix.rows();
    this.stride = (n + BLOCK - 1) / BLOCK * BLOCK;
    this.a = new double[Math.multiplyExact(stride, stride)];
    this.left = new double[BLOCK * stride];
    this.right = new double[BLOCK * stride];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix.array(), i * n, a, i * stride, n);
    }
    for (int i = n; i < stride; i++) {
      a[i * stride + i] = 1;
    }
  }

  /** The inverse; silent. */
  public static DenseMatrix of(DenseMatrix matrix) {
    return of(matrix, Progress.silent());
  }

  /**
   * The inverse.
   *
   * @param matrix symmetric; only its upper triangle is read
   * @throws ShapeMismatch if it is not square
   * @throws UserError if it is not positive definite
   */
  public static DenseMatrix of(DenseMatrix matrix, Progress progress) {
    return of(matrix, progress, BlockKernel.get());
  }

  static DenseMatrix of(DenseMatrix matrix, Progress progress, BlockKernel kernel) {
    if (matrix.rows() != matrix.columns()) {
      throw new ShapeMismatch("Only a square matrix has an inverse, not " + matrix.shape() + ".");
    }
    return new SymmetricInverse(matrix, kernel).run(progress);
  }

  private DenseMatrix run(Progress progress) {
    try (var task = progress.begin("inverse", Math.max(1, stride / BLOCK))) {
      for (int first = 0; first < stride; first += BLOCK) {
        sweep(first);
        task.at(first / BLOCK + 1);
      }
    }
    double[] out = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        out[i * n + j] = -a[i * stride + j];
        out[j * n + i] = out[i * n + j];
      }
    }
    return DenseMatrix.wrap(n, n, out);
  }

  private void sweep(int first) {
    double[] inverse = inverseOfPivot(first);
    Parallel.forBlocks(stride, BLOCK, (from, to) -> pack(first, inverse, from));
    Parallel.forBlocks(
        stride,
        BLOCK,
        (from, to) -> {
          if (from != first) {
            subtract(first, from);
          }
        });
    Parallel.forBlocks(stride, BLOCK, (from, to) -> unpack(first, from));
    for (int i = 0; i < BLOCK; i++) {
      for (int j = i; j < BLOCK; j++) {
        a[(first + i) * stride + first + j] = -inverse[i * BLOCK + j];
      }
    }
  }

  /** A_KK⁻¹ = U⁻¹ U⁻ᵀ with A_KK = UᵀU. */
  private double[] inverseOfPivot(int first) {
    double[] u = new double[BLOCK * BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      for (int j = i; j < BLOCK; j++) {
        double sum = a[(first + i) * stride + first + j];
        for (int k = 0; k < i; k++) {
          sum -= u[k * BLOCK + i] * u[k * BLOCK + j];
        }
        if (i == j && !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
          throw new UserError(
              "The matrix is not positive definite: row "
                  + (first + i)
                  + " depends on the rows before it. Add something to its diagonal.");
        }
        u[i * BLOCK + j] = i == j ? Math.sqrt(sum) : sum / u[i * BLOCK + i];
      }
    }
    double[] v = new double[BLOCK * BLOCK];
    for (int j = 0; j < BLOCK; j++) {
      v[j * BLOCK + j] = 1 / u[j * BLOCK + j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += u[i * BLOCK + k] * v[k * BLOCK + j];
        }
        v[i * BLOCK + j] = -sum / u[i * BLOCK + i];
      }
    }
    double[] inverse = new double[BLOCK * BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      for (int j = i; j < BLOCK; j++) {
        double sum = 0;
        for (int k = j; k < BLOCK; k++) {
          sum += v[i * BLOCK + k] * v[j * BLOCK + k];
        }
        inverse[i * BLOCK + j] = sum;
        inverse[j * BLOCK + i] = sum;
      }
    }
    return inverse;
  }

  /**
   * Copies 64 columns of A_K· and of W into the order in which the kernel reads them: 4 columns
   * after another on the left, 16 on the right.
   */
  private void pack(int first, double[] inverse, int from) {
    double[] t = new double[BLOCK * BLOCK];
    for (int k = 0; k < BLOCK; k++) {
      for (int j = 0; j < BLOCK; j++) {
        int row = Math.min(first + k, from + j);
        int column = Math.max(first + k, from + j);
        t[k * BLOCK + j] = a[row * stride + column];
        left[(from + j - j % ROWS) * BLOCK + k * ROWS + j % ROWS] = t[k * BLOCK + j];
      }
    }
    double[] row = new double[BLOCK];
    for (int k = 0; k < BLOCK; k++) {
      Arrays.fill(row, 0);
      for (int m = 0; m < BLOCK; m++) {
        double factor = inverse[k * BLOCK + m];
        for (int j = 0; j < BLOCK; j++) {
          row[j] += factor * t[m * BLOCK + j];
        }
      }
      for (int j = 0; j < BLOCK; j += COLUMNS) {
        System.arraycopy(row, j, right, (from + j) * BLOCK + k * COLUMNS, COLUMNS);
      }
    }
  }

  /** A_ij −= A_Kiᵀ W_j for 64 rows i and the columns j from the diagonal on, outside of K. */
  private void subtract(int first, int from) {
    for (int j = from; j < stride; j += COLUMNS) {
      if (j < first || j >= first + BLOCK) {
        int last = Math.min(from + BLOCK, j + COLUMNS);
        for (int i = from; i < last; i += ROWS) {
          kernel.subtractProduct(
              left, i * BLOCK, right, j * BLOCK, BLOCK, a, i * stride + j, stride);
        }
      }
    }
  }

  /** Writes 64 columns of W to where A_K· stands. */
  private void unpack(int first, int from) {
    if (from == first) {
      return;
    }
    for (int k = 0; k < BLOCK; k++) {
      for (int j = 0; j < BLOCK; j++) {
        int row = Math.min(first + k, from + j);
        int column = Math.max(first + k, from + j);
        a[row * stride + column] =
            right[(from + j - j % COLUMNS) * BLOCK + k * COLUMNS + j % COLUMNS];
      }
    }
  }
}
