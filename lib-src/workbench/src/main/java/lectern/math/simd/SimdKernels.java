package lectern.math.simd;

import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import lectern.math.VectorKernels;

/** The kernels on the machine's vector unit: the same bits as the plain form. */
public final class SimdKernels implements VectorKernels {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > LANES
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    Objects.checkFromIndexSize(aFrom, length, a.length);
    Objects.checkFromIndexSize(bFrom, length, b.length);
    int whole = length - length % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; whole > 0 && lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = lane; i < whole; i += LANES) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, a, aFrom + i);
        sum = sum.add(x.mul(DoubleVector.fromArray(SPECIES, b, bFrom + i)));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < length; i++) {
      lanes[i - whole] += a[aFrom + i] * b[bFrom + i];
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public double squaredDistance(double[] a, int aFrom, double[] b, int bFrom, int length) {
    Objects.checkFromIndexSize(aFrom, length, a.length);
    Objects.checkFromIndexSize(bFrom, length, b.length);
    int whole = length - length % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; whole > 0 && lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = lane; i < whole; i += LANES) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, a, aFrom + i);
        DoubleVector difference = x.sub(DoubleVector.fromArray(SPECIES, b, bFrom + i));
        sum = sum.add(difference.mul(difference));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < length; i++) {
      double difference = a[aFrom + i] - b[bFrom + i];
      lanes[i - whole] += difference * difference;
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public double sum(double[] a, int from, int length) {
    Objects.checkFromIndexSize(from, length, a.length);
    int whole = length - length % LANES;
    double[] lanes = new double[LANES];
    for (int lane = 0; whole > 0 && lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = lane; i < whole; i += LANES) {
        sum = sum.add(DoubleVector.fromArray(SPECIES, a, from + i));
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < length; i++) {
      lanes[i - whole] += a[from + i];
    }
    return VectorKernels.total(lanes);
  }

  @Override
  public void addScaled(double factor, double[] x, int xFrom, double[] y, int yFrom, int length) {
    Objects.checkFromIndexSize(xFrom, length, x.length);
    Objects.checkFromIndexSize(yFrom, length, y.length);
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += WIDTH) {
      DoubleVector scaled = DoubleVector.fromArray(SPECIES, x, xFrom + i).mul(factor);
      DoubleVector.fromArray(SPECIES, y, yFrom + i).add(scaled).intoArray(y, yFrom + i);
    }
    for (int i = whole; i < length; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public String name() {
    return "vector, " + SPECIES.vectorBitSize() + " bits";
  }
}
