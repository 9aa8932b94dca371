package lectern.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.math.TileKernel;

/**
 * The tile kernel on the machine's vector unit: the same bits as the plain form.
 *
 * <p>A vector holds one column of as many rows as it has lanes. Four points at a time: their four
 * sums are independent, which hides the time an addition takes.
 */
public final class SimdTileKernel implements TileKernel {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > ROWS
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void nearest(
      double[] tile, int width, double[] points, int k, int[] nearest, double[] distances) {
    double[] found = new double[ROWS];
    for (int row = 0; row < ROWS; row += WIDTH) {
      DoubleVector least = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
      DoubleVector best = DoubleVector.zero(SPECIES);
      int c = 0;
      for (; c + 4 <= k; c += 4) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int p = c * width;
        for (int j = 0; j < width; j++, p++) {
          DoubleVector x = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row);
          DoubleVector d0 = x.sub(points[p]);
          DoubleVector d1 = x.sub(points[p + width]);
          DoubleVector d2 = x.sub(points[p + 2 * width]);
          DoubleVector d3 = x.sub(points[p + 3 * width]);
          s0 = s0.add(d0.mul(d0));
          s1 = s1.add(d1.mul(d1));
          s2 = s2.add(d2.mul(d2));
          s3 = s3.add(d3.mul(d3));
        }
        VectorMask<Double> nearer = s0.compare(VectorOperators.LT, least);
        least = least.blend(s0, nearer);
        best = best.blend(c, nearer);
        nearer = s1.compare(VectorOperators.LT, least);
        least = least.blend(s1, nearer);
        best = best.blend(c + 1, nearer);
        nearer = s2.compare(VectorOperators.LT, least);
        least = least.blend(s2, nearer);
        best = best.blend(c + 2, nearer);
        nearer = s3.compare(VectorOperators.LT, least);
        least = least.blend(s3, nearer);
        best = best.blend(c + 3, nearer);
      }
      for (; c < k; c++) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = 0; j < width; j++) {
          DoubleVector x = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row);
          DoubleVector difference = x.sub(points[c * width + j]);
          sum = sum.add(difference.mul(difference));
        }
        VectorMask<Double> nearer = sum.compare(VectorOperators.LT, least);
        least = least.blend(sum, nearer);
        best = best.blend(c, nearer);
      }
      least.intoArray(distances, row);
      best.intoArray(found, row);
    }
    for (int row = 0; row < ROWS; row++) {
      nearest[row] = (int) found[row];
    }
  }

  @Override
  public void squaredDistances(
      double[] tile, int width, double[] points, int at, double[] distances) {
    for (int row = 0; row < ROWS; row += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int j = 0; j < width; j++) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row);
        DoubleVector difference = x.sub(points[at + j]);
        sum = sum.add(difference.mul(difference));
      }
      sum.intoArray(distances, row);
    }
  }
}
