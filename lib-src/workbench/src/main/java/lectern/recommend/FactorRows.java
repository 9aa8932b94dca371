package lectern.recommend;

import java.io.IOException;
import java.util.Arrays;
import lectern.math.DenseMatrix;
import lectern.math.LeastSquaresKernels;
import lectern.math.Parallel;
import lectern.math.RandomStream;

/**
 * One factor matrix in single precision: a row of f numbers for each user or item, filled up with
 * zeros to the width that {@link LeastSquaresKernels} asks for.
 */
final class FactorRows {
  private static final int BLOCK = 512;

  final int rows;
  final int factors;
  final int width;
  final float[] values;

  private FactorRows(int rows, int factors, float[] values) {
    this.rows = rows;
    this.factors = factors;
    this.width = LeastSquaresKernels.widthFor(factors);
    this.values = values;
  }

  /** Normal random numbers with mean 0 and this standard deviation. */
  static FactorRows random(int rows, int factors, double scale, RandomStream random) {
    FactorRows made = zeros(rows, factors);
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < factors; j++) {
        made.values[row * made.width + j] = (float) (scale * random.nextGaussian());
      }
    }
    return made;
  }

  static FactorRows zeros(int rows, int factors) {
    int width = LeastSquaresKernels.widthFor(factors);
    return new FactorRows(rows, factors, new float[Math.multiplyExact(rows, width)]);
  }

  /** Σ y yᵀ over all rows, both triangles; in blocks, so that threads move no bit. */
  float[] gram(LeastSquaresKernels kernels) {
    float[][] parts = new float[(rows + BLOCK - 1) / BLOCK][];
    Parallel.forBlocks(
        rows,
        BLOCK,
        (from, to) -> {
          float[] some = new float[width * width];
          float[] block = Arrays.copyOfRange(values, from * width, to * width);
          kernels.addGram(block, to - from, width, some);
          parts[from / BLOCK] = some;
        });
    float[] gram = new float[width * width];
    for (float[] part : parts) {
      for (int cell = 0; cell < gram.length; cell++) {
        gram[cell] += part[cell];
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * width + j] = gram[j * width + i];
      }
    }
    return gram;
  }

  /** Σ of all squares. */
  double squares() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  /** The mean of the rows that are counted; zeros where none is. */
  float[] mean(boolean[] counted) {
    double[] sums = new double[width];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (counted[row]) {
        count++;
        for (int j = 0; j < width; j++) {
          sums[j] += values[row * width + j];
        }
      }
    }
    float[] mean = new float[width];
    for (int j = 0; j < width; j++) {
      mean[j] = (float) (sums[j] / Math.max(1, count));
    }
    return mean;
  }

  /** The numbers without the filling. */
  DenseMatrix toDense() {
    DenseMatrix dense = DenseMatrix.zeros(rows, factors);
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < factors; j++) {
        dense.array()[row * factors + j] = values[row * width + j];
      }
    }
    return dense;
  }

  void write(ModelFile.Writer out) throws IOException {
    out.integer(rows);
    out.integer(factors);
    out.floats(values);
  }

  static FactorRows read(ModelFile.Reader in) throws IOException {
    return new FactorRows(in.integer(), in.integer(), in.floats());
  }
}
