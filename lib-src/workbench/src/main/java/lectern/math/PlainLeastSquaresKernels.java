package lectern.math;

import java.util.Arrays;

/** The least-squares kernels in plain Java: the reference for the order of operations. */
final class PlainLeastSquaresKernels implements LeastSquaresKernels {
  static final PlainLeastSquaresKernels INSTANCE = new PlainLeastSquaresKernels();

  private PlainLeastSquaresKernels() {}

  @Override
  public void dots(float[] rows, int count, int width, float[] x, int xAt, float[] out) {
    for (int r = 0; r < count; r++) {
      out[r] = LeastSquaresKernels.dot(rows, r * width, x, xAt, width);
    }
  }

  @Override
  public void addProjections(
      float[] rows,
      int width,
      int[] index,
      float[] constant,
      float[] weight,
      int from,
      int to,
      float[] x,
      float[] out) {
    for (int e = from; e < to; e++) {
      int row = index[e] * width;
      float dot = LeastSquaresKernels.dot(rows, row, x, 0, width);
      float factor = Math.fma(weight[e], dot, constant == null ? 0 : constant[e]);
      addScaled(factor, rows, row, out, 0, width);
    }
  }

  @Override
  public void addGram(float[] rows, int count, int width, float[] gram) {
    for (int r = 0; r < count; r++) {
      for (int i = 0; i < width; i++) {
        float factor = rows[r * width + i];
        addScaled(factor, rows, r * width + i, gram, i * width + i, width - i);
      }
    }
  }

  @Override
  public void symmetricProduct(float[] matrix, int width, float[] x, float[] out) {
    Arrays.fill(out, 0, width, 0);
    for (int j = 0; j < width; j++) {
      addScaled(x[j], matrix, j * width, out, 0, width);
    }
  }

  @Override
  public boolean solve(float[] a, int width, float[] b) {
    float[] inverse = new float[width];
    for (int j = 0; j < width; j++) {
      int row = j * width;
      float pivot = a[row + j];
      if (!(pivot > 0 && pivot < Float.POSITIVE_INFINITY)) {
        return false;
      }
      inverse[j] = (float) (1 / Math.sqrt(pivot));
      for (int c = j + 1; c < width; c++) {
        a[row + c] *= inverse[j];
      }
      for (int i = j + 1; i < width; i++) {
        addScaled(-a[row + i], a, row + i, a, i * width + i, width - i);
      }
    }
    for (int j = 0; j < width; j++) {
      b[j] *= inverse[j];
      addScaled(-b[j], a, j * width + j + 1, b, j + 1, width - j - 1);
    }
    for (int j = width - 1; j >= 0; j--) {
      float[] lanes = new float[LANES];
      for (int c = j + 1; c < width; c++) {
        lanes[c % LANES] = Math.fma(a[j * width + c], b[c], lanes[c % LANES]);
      }
      b[j] = (b[j] - LeastSquaresKernels.total(lanes, 0)) * inverse[j] + 0f;
    }
    return true;
  }

  private static void addScaled(float factor, float[] x, int xAt, float[] y, int yAt, int length) {
    for (int i = 0; i < length; i++) {
      y[yAt + i] = Math.fma(factor, x[xAt + i], y[yAt + i]);
    }
  }
}
