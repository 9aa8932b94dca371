package lectern.math.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import lectern.math.BlockKernel;

/** The block kernel on the machine's vector unit: 4 rows × 2 vectors stay in registers. */
public final class SimdBlockKernel implements BlockKernel {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > COLUMNS / 2
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  @Override
  public void subtractProduct(
      double[] left,
      int leftAt,
      double[] right,
      int rightAt,
      int depth,
      double[] c,
      int cAt,
      int stride) {
    for (int column = 0; column < COLUMNS; column += 2 * WIDTH) {
      int at = cAt + column;
      DoubleVector a0 = DoubleVector.fromArray(SPECIES, c, at);
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, c, at + WIDTH);
      DoubleVector a1 = DoubleVector.fromArray(SPECIES, c, at + stride);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, c, at + stride + WIDTH);
      DoubleVector a2 = DoubleVector.fromArray(SPECIES, c, at + 2 * stride);
      DoubleVector b2 = DoubleVector.fromArray(SPECIES, c, at + 2 * stride + WIDTH);
      DoubleVector a3 = DoubleVector.fromArray(SPECIES, c, at + 3 * stride);
      DoubleVector b3 = DoubleVector.fromArray(SPECIES, c, at + 3 * stride + WIDTH);
      int l = leftAt;
      int r = rightAt + column;
      for (int k = 0; k < depth; k++, l += ROWS, r += COLUMNS) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, right, r);
        DoubleVector b = DoubleVector.fromArray(SPECIES, right, r + WIDTH);
        DoubleVector f0 = DoubleVector.broadcast(SPECIES, -left[l]);
        DoubleVector f1 = DoubleVector.broadcast(SPECIES, -left[l + 1]);
        DoubleVector f2 = DoubleVector.broadcast(SPECIES, -left[l + 2]);
        DoubleVector f3 = DoubleVector.broadcast(SPECIES, -left[l + 3]);
        a0 = f0.fma(a, a0);
        b0 = f0.fma(b, b0);
        a1 = f1.fma(a, a1);
        b1 = f1.fma(b, b1);
        a2 = f2.fma(a, a2);
        b2 = f2.fma(b, b2);
        a3 = f3.fma(a, a3);
        b3 = f3.fma(b, b3);
      }
      a0.intoArray(c, at);
      b0.intoArray(c, at + WIDTH);
      a1.intoArray(c, at + stride);
      b1.intoArray(c, at + stride + WIDTH);
      a2.intoArray(c, at + 2 * stride);
      b2.intoArray(c, at + 2 * stride + WIDTH);
      a3.intoArray(c, at + 3 * stride);
      b3.intoArray(c, at + 3 * stride + WIDTH);
    }
  }
}
