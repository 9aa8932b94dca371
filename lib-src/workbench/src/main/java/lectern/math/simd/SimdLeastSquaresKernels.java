package lectern.math.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import lectern.math.LeastSquaresKernels;

/**
 * The least-squares kernels on the machine's vector unit: the same bits as the plain form.
 *
 * <p>Sums stay in registers as long as can be: in {@link #addGram} those of 4 rows × 2 vectors, in
 * {@link #addProjections} four vectors of the result while 16 rows pass. Which entries are worked
 * on at once moves no bit, as each has its own order of additions.
 */
public final class SimdLeastSquaresKernels implements LeastSquaresKernels {
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > LANES
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  private static final int ROWS = 16;

  @Override
  public void dots(float[] rows, int count, int width, float[] x, int xAt, float[] out) {
    float[] lanes = new float[Math.min(ROWS, count) * LANES];
    for (int r = 0; r < count; r += ROWS) {
      int some = Math.min(ROWS, count - r);
      for (int s = 0; s < some; s++) {
        lanes(rows, (r + s) * width, x, xAt, width, lanes, s * LANES);
      }
      for (int s = 0; s < some; s++) {
        out[r + s] = LeastSquaresKernels.total(lanes, s * LANES);
      }
    }
  }

  private static void lanes(
      float[] rows, int row, float[] x, int xAt, int width, float[] lanes, int at) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int c = lane; c < width; c += LANES) {
        FloatVector y = FloatVector.fromArray(SPECIES, rows, row + c);
        sum = y.fma(FloatVector.fromArray(SPECIES, x, xAt + c), sum);
      }
      sum.intoArray(lanes, at + lane);
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
    float[] lanes = new float[ROWS * LANES];
    float[] factor = new float[ROWS];
    for (int e = from; e < to; e += ROWS) {
      int some = Math.min(ROWS, to - e);
      for (int s = 0; s < some; s++) {
        lanes(rows, index[e + s] * width, x, 0, width, lanes, s * LANES);
      }
      for (int s = 0; s < some; s++) {
        float dot = LeastSquaresKernels.total(lanes, s * LANES);
        factor[s] = Math.fma(weight[e + s], dot, constant == null ? 0 : constant[e + s]);
      }
      int c = 0;
      for (; c + 4 * WIDTH <= width; c += 4 * WIDTH) {
        addFourColumns(rows, width, index, e, some, factor, c, out);
      }
      for (; c < width; c += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, out, c);
        for (int s = 0; s < some; s++) {
          FloatVector y = FloatVector.fromArray(SPECIES, rows, index[e + s] * width + c);
          sum = FloatVector.broadcast(SPECIES, factor[s]).fma(y, sum);
        }
        sum.intoArray(out, c);
      }
    }
  }

  private static void addFourColumns(
      float[] rows, int width, int[] index, int e, int some, float[] factor, int c, float[] out) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, c);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, c + WIDTH);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, c + 2 * WIDTH);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, c + 3 * WIDTH);
    for (int s = 0; s < some; s++) {
      int y = index[e + s] * width + c;
      FloatVector f = FloatVector.broadcast(SPECIES, factor[s]);
      s0 = f.fma(FloatVector.fromArray(SPECIES, rows, y), s0);
      s1 = f.fma(FloatVector.fromArray(SPECIES, rows, y + WIDTH), s1);
      s2 = f.fma(FloatVector.fromArray(SPECIES, rows, y + 2 * WIDTH), s2);
      s3 = f.fma(FloatVector.fromArray(SPECIES, rows, y + 3 * WIDTH), s3);
    }
    s0.intoArray(out, c);
    s1.intoArray(out, c + WIDTH);
    s2.intoArray(out, c + 2 * WIDTH);
    s3.intoArray(out, c + 3 * WIDTH);
  }

  @Override
  public void addGram(float[] rows, int count, int width, float[] gram) {
    for (int i = 0; i < width; i += 4) {
      int c = i - i % WIDTH;
      for (; c + 2 * WIDTH <= width; c += 2 * WIDTH) {
        addTile(rows, count, width, i, c, gram);
      }
      if (c < width) {
        addHalfTile(rows, count, width, i, c, gram);
      }
    }
  }

  private static void addTile(float[] rows, int count, int width, int i, int c, float[] gram) {
    int g = i * width + c;
    FloatVector a0 = FloatVector.fromArray(SPECIES, gram, g);
    FloatVector b0 = FloatVector.fromArray(SPECIES, gram, g + WIDTH);
    FloatVector a1 = FloatVector.fromArray(SPECIES, gram, g + width);
    FloatVector b1 = FloatVector.fromArray(SPECIES, gram, g + width + WIDTH);
    FloatVector a2 = FloatVector.fromArray(SPECIES, gram, g + 2 * width);
    FloatVector b2 = FloatVector.fromArray(SPECIES, gram, g + 2 * width + WIDTH);
    FloatVector a3 = FloatVector.fromArray(SPECIES, gram, g + 3 * width);
    FloatVector b3 = FloatVector.fromArray(SPECIES, gram, g + 3 * width + WIDTH);
    for (int r = 0, row = 0; r < count; r++, row += width) {
      FloatVector a = FloatVector.fromArray(SPECIES, rows, row + c);
      FloatVector b = FloatVector.fromArray(SPECIES, rows, row + c + WIDTH);
      FloatVector f0 = FloatVector.broadcast(SPECIES, rows[row + i]);
      FloatVector f1 = FloatVector.broadcast(SPECIES, rows[row + i + 1]);
      FloatVector f2 = FloatVector.broadcast(SPECIES, rows[row + i + 2]);
      FloatVector f3 = FloatVector.broadcast(SPECIES, rows[row + i + 3]);
      a0 = f0.fma(a, a0);
      b0 = f0.fma(b, b0);
      a1 = f1.fma(a, a1);
      b1 = f1.fma(b, b1);
      a2 = f2.fma(a, a2);
      b2 = f2.fma(b, b2);
      a3 = f3.fma(a, a3);
      b3 = f3.fma(b, b3);
    }
    a0.intoArray(gram, g);
    b0.intoArray(gram, g + WIDTH);
    a1.intoArray(gram, g + width);
    b1.intoArray(gram, g + width + WIDTH);
    a2.intoArray(gram, g + 2 * width);
    b2.intoArray(gram, g + 2 * width + WIDTH);
    a3.intoArray(gram, g + 3 * width);
    b3.intoArray(gram, g + 3 * width + WIDTH);
  }

  private static void addHalfTile(float[] rows, int count, int width, int i, int c, float[] gram) {
    int g = i * width + c;
    FloatVector a0 = FloatVector.fromArray(SPECIES, gram, g);
    FloatVector a1 = FloatVector.fromArray(SPECIES, gram, g + width);
    FloatVector a2 = FloatVector.fromArray(SPECIES, gram, g + 2 * width);
    FloatVector a3 = FloatVector.fromArray(SPECIES, gram, g + 3 * width);
    for (int r = 0, row = 0; r < count; r++, row += width) {
      FloatVector a = FloatVector.fromArray(SPECIES, rows, row + c);
      a0 = FloatVector.broadcast(SPECIES, rows[row + i]).fma(a, a0);
      a1 = FloatVector.broadcast(SPECIES, rows[row + i + 1]).fma(a, a1);
      a2 = FloatVector.broadcast(SPECIES, rows[row + i + 2]).fma(a, a2);
      a3 = FloatVector.broadcast(SPECIES, rows[row + i + 3]).fma(a, a3);
    }
    a0.intoArray(gram, g);
    a1.intoArray(gram, g + width);
    a2.intoArray(gram, g + 2 * width);
    a3.intoArray(gram, g + 3 * width);
  }

  @Override
  public void symmetricProduct(float[] matrix, int width, float[] x, float[] out) {
    int c = 0;
    for (; c + 4 * WIDTH <= width; c += 4 * WIDTH) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int j = 0, row = c; j < width; j++, row += width) {
        FloatVector f = FloatVector.broadcast(SPECIES, x[j]);
        s0 = f.fma(FloatVector.fromArray(SPECIES, matrix, row), s0);
        s1 = f.fma(FloatVector.fromArray(SPECIES, matrix, row + WIDTH), s1);
        s2 = f.fma(FloatVector.fromArray(SPECIES, matrix, row + 2 * WIDTH), s2);
        s3 = f.fma(FloatVector.fromArray(SPECIES, matrix, row + 3 * WIDTH), s3);
      }
      s0.intoArray(out, c);
      s1.intoArray(out, c + WIDTH);
      s2.intoArray(out, c + 2 * WIDTH);
      s3.intoArray(out, c + 3 * WIDTH);
    }
    for (; c < width; c += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int j = 0; j < width; j++) {
        FloatVector f = FloatVector.broadcast(SPECIES, x[j]);
        sum = f.fma(FloatVector.fromArray(SPECIES, matrix, j * width + c), sum);
      }
      sum.intoArray(out, c);
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
      int first = j - j % WIDTH;
      for (int c = first; c < width; c += WIDTH) {
        FloatVector.fromArray(SPECIES, a, row + c).mul(inverse[j]).intoArray(a, row + c);
      }
      Arrays.fill(a, row + first, row + j + 1, 0);
      for (int i = j + 1; i < width; i++) {
        addScaled(-a[row + i], a, row, a, i * width, i - i % WIDTH, width);
      }
    }
    for (int j = 0; j < width; j++) {
      b[j] *= inverse[j];
      addScaled(-b[j], a, j * width, b, 0, j - j % WIDTH, width);
    }
    float[] lanes = new float[LANES];
    for (int j = width - 1; j >= 0; j--) {
      int row = j * width;
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int c = j - j % LANES + lane; c < width; c += LANES) {
          if (c + WIDTH > j) {
            FloatVector u = FloatVector.fromArray(SPECIES, a, row + c);
            sum = u.fma(FloatVector.fromArray(SPECIES, b, c), sum);
          }
        }
        sum.intoArray(lanes, lane);
      }
      b[j] = (b[j] - LeastSquaresKernels.total(lanes, 0)) * inverse[j] + 0f;
    }
    return true;
  }

  /** y += factor · x over the columns from (included) to to (excluded), both multiples. */
  private static void addScaled(
      float factor, float[] x, int xAt, float[] y, int yAt, int from, int to) {
    FloatVector f = FloatVector.broadcast(SPECIES, factor);
    for (int c = from; c < to; c += WIDTH) {
      FloatVector sum = FloatVector.fromArray(SPECIES, y, yAt + c);
      f.fma(FloatVector.fromArray(SPECIES, x, xAt + c), sum).intoArray(y, yAt + c);
    }
  }
}
