package lectern.math;

import java.util.Objects;

/** The kernels in plain Java: the reference for the order of addition. */
final class PlainKernels implements VectorKernels {
  static final PlainKernels INSTANCE = new PlainKernels();

  private PlainKernels() {}

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    Objects.checkFromIndexSize(aFrom, length, a.length);
    Objects.checkFromIndexSize(bFrom, length, b.length);
    double[] lanes = new double[LANES];
    for (int i = 0; i < length; i++) {
      lanes[i % LANES] += a[aFrom + i] * b[bFrom + i];
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public double squaredDistance(double[] a, int aFrom, double[] b, int bFrom, int length) {
    Objects.checkFromIndexSize(aFrom, length, a.length);
    Objects.checkFromIndexSize(bFrom, length, b.length);
    double[] lanes = new double[LANES];
    for (int i = 0; i < length; i++) {
      double difference = a[aFrom + i] - b[bFrom + i];
      lanes[i % LANES] += difference * difference;
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public double sum(double[] a, int from, int length) {
    Objects.checkFromIndexSize(from, length, a.length);
    double[] lanes = new double[LANES];
    for (int i = 0; i < length; i++) {
      lanes[i % LANES] += a[from + i];
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public void addScaled(double factor, double[] x, int xFrom, double[] y, int yFrom, int length) {
    Objects.checkFromIndexSize(xFrom, length, x.length);
    Objects.checkFromIndexSize(yFrom, length, y.length);
    for (int i = 0; i < length; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public String name() {
    return "plain";
  }
}
