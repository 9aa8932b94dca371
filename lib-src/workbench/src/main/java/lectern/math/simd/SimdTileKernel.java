package lectern.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.math.TileKernel;

/**
 * The tile kernel on the machine's vector unit: the same bits as the plain form.
 *
 * <p>A vector holds one column of as many rows as it has lanes. Two vectors and two points at a
 * time give four sums that do not wait for each other, from four loads. Where the last point has no
 * partner it is taken twice: the second time no distance is below the least.
 */
public final class SimdTileKernel implements TileKernel {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > ROWS / 2
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void nearest(
      double[] tile, int width, double[] points, int k, int[] nearest, double[] distances) {
    double[] found = new double[ROWS];
    for (int row = 0; row < ROWS; row += 2 * WIDTH) {
      DoubleVector leastA = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
      DoubleVector leastB = leastA;
      DoubleVector bestA = DoubleVector.zero(SPECIES);
      DoubleVector bestB = bestA;
      for (int c = 0; c < k; c += 2) {
        int d = Math.min(c + 1, k - 1);
        DoubleVector sumAc = DoubleVector.zero(SPECIES);
        DoubleVector sumAd = sumAc;
        DoubleVector sumBc = sumAc;
        DoubleVector sumBd = sumAc;
        for (int j = 0; j < width; j++) {
          DoubleVector a = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row);
          DoubleVector b = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row + WIDTH);
          DoubleVector pointC = DoubleVector.broadcast(SPECIES, points[c * width + j]);
          DoubleVector pointD = DoubleVector.broadcast(SPECIES, points[d * width + j]);
          sumAc = sumAc.add(square(a.sub(pointC)));
          sumAd = sumAd.add(square(a.sub(pointD)));
          sumBc = sumBc.add(square(b.sub(pointC)));
          sumBd = sumBd.add(square(b.sub(pointD)));
        }
        VectorMask<Double> nearer = sumAc.compare(VectorOperators.LT, leastA);
        leastA = leastA.blend(sumAc, nearer);
        bestA = bestA.blend(c, nearer);
        nearer = sumAd.compare(VectorOperators.LT, leastA);
        leastA = leastA.blend(sumAd, nearer);
        bestA = bestA.blend(d, nearer);
        nearer = sumBc.compare(VectorOperators.LT, leastB);
        leastB = leastB.blend(sumBc, nearer);
        bestB = bestB.blend(c, nearer);
        nearer = sumBd.compare(VectorOperators.LT, leastB);
        leastB = leastB.blend(sumBd, nearer);
        bestB = bestB.blend(d, nearer);
      }
      leastA.intoArray(distances, row);
      leastB.intoArray(distances, row + WIDTH);
      bestA.intoArray(found, row);
      bestB.intoArray(found, row + WIDTH);
    }
    for (int row = 0; row < ROWS; row++) {
      nearest[row] = (int) found[row];
    }
  }

  private static DoubleVector square(DoubleVector difference) {
    return difference.mul(difference);
  }

  @Override
  public void squaredDistances(
      double[] tile, int width, double[] points, int at, double[] distances) {
    for (int row = 0; row < ROWS; row += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int j = 0; j < width; j++) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, tile, j * ROWS + row);
        sum = sum.add(square(x.sub(points[at + j])));
      }
      sum.intoArray(distances, row);
    }
  }

  @Override
  public void addByLabel(double[] rows, int width, int[] labels, int from, int to, double[] sums) {
    int whole = SPECIES.loopBound(width);
    for (int i = from; i < to; i++) {
      int row = i * width;
      int sum = labels[i] * width;
      for (int j = 0; j < whole; j += WIDTH) {
        DoubleVector before = DoubleVector.fromArray(SPECIES, sums, sum + j);
        before.add(DoubleVector.fromArray(SPECIES, rows, row + j)).intoArray(sums, sum + j);
      }
      for (int j = whole; j < width; j++) {
        sums[sum + j] += rows[row + j];
      }
    }
  }
}
