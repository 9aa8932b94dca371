package lectern.recommend;

import lectern.math.RandomStream;

/** The first factors of {@link SgdMf}. */
final class SgdMfStart {
  private SgdMfStart() {}

  /** rows × f numbers of this standard deviation. */
  static double[] of(SgdMf.Start kind, int rows, int f, double deviation, RandomStream random) {
    double[] out = new double[rows * f];
    for (int at = 0; at < out.length; at++) {
      out[at] =
          kind == SgdMf.Start.UNIFORM
              ? deviation * Math.sqrt(3) * (2 * random.nextDouble() - 1)
              : deviation * random.nextGaussian();
    }
    if (kind == SgdMf.Start.ORTHOGONAL) {
      boolean tall = rows >= f;
      int vectors = tall ? f : rows;
      int length = tall ? rows : f;
      orthogonalise(out, vectors, length, tall ? 1 : f, tall ? f : 1, deviation);
    }
    return out;
  }

  /** Gram and Schmidt, twice for the rounding; each vector gets length deviation × √length. */
  private static void orthogonalise(
      double[] a, int vectors, int length, int step, int stride, double deviation) {
    for (int v = 0; v < vectors; v++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int w = 0; w < v; w++) {
          double share =
              dot(a, v * step, w * step, length, stride)
                  / Math.max(Double.MIN_NORMAL, dot(a, w * step, w * step, length, stride));
          for (int i = 0; i < length; i++) {
            a[v * step + i * stride] -= share * a[w * step + i * stride];
          }
        }
      }
      double norm = Math.sqrt(dot(a, v * step, v * step, length, stride));
      double factor = norm == 0 ? 0 : deviation * Math.sqrt(length) / norm;
      for (int i = 0; i < length; i++) {
        a[v * step + i * stride] *= factor;
      }
    }
  }

  private static double dot(double[] a, int x, int y, int length, int stride) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[x + i * stride] * a[y + i * stride];
    }
    return sum;
  }
}
