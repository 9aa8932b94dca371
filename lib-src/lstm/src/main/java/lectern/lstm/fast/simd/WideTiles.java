package lectern.lstm.fast.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of C that stay in registers while the products are added: rows × vectors of columns.
 *
 * <p>For units with 32 registers (AVX-512): 6 × 4 sums, 4 columns of B and 1 number of A are 29.
 */
final class WideTiles {
  private static final VectorSpecies<Float> SPECIES = SimdKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private WideTiles() {}

  /** 6 rows × 4 vectors. */
  static void six(
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bFrom,
      int bRow,
      float[] c,
      int cFrom,
      int cRow) {
    int at0 = cFrom + 0 * cRow;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, at0 + 0 * WIDTH);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, at0 + 1 * WIDTH);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, at0 + 2 * WIDTH);
    FloatVector c03 = FloatVector.fromArray(SPECIES, c, at0 + 3 * WIDTH);
    int at1 = cFrom + 1 * cRow;
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, at1 + 0 * WIDTH);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, at1 + 1 * WIDTH);
    FloatVector c12 = FloatVector.fromArray(SPECIES, c, at1 + 2 * WIDTH);
    FloatVector c13 = FloatVector.fromArray(SPECIES, c, at1 + 3 * WIDTH);
    int at2 = cFrom + 2 * cRow;
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, at2 + 0 * WIDTH);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, at2 + 1 * WIDTH);
    FloatVector c22 = FloatVector.fromArray(SPECIES, c, at2 + 2 * WIDTH);
    FloatVector c23 = FloatVector.fromArray(SPECIES, c, at2 + 3 * WIDTH);
    int at3 = cFrom + 3 * cRow;
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, at3 + 0 * WIDTH);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, at3 + 1 * WIDTH);
    FloatVector c32 = FloatVector.fromArray(SPECIES, c, at3 + 2 * WIDTH);
    FloatVector c33 = FloatVector.fromArray(SPECIES, c, at3 + 3 * WIDTH);
    int at4 = cFrom + 4 * cRow;
    FloatVector c40 = FloatVector.fromArray(SPECIES, c, at4 + 0 * WIDTH);
    FloatVector c41 = FloatVector.fromArray(SPECIES, c, at4 + 1 * WIDTH);
    FloatVector c42 = FloatVector.fromArray(SPECIES, c, at4 + 2 * WIDTH);
    FloatVector c43 = FloatVector.fromArray(SPECIES, c, at4 + 3 * WIDTH);
    int at5 = cFrom + 5 * cRow;
    FloatVector c50 = FloatVector.fromArray(SPECIES, c, at5 + 0 * WIDTH);
    FloatVector c51 = FloatVector.fromArray(SPECIES, c, at5 + 1 * WIDTH);
    FloatVector c52 = FloatVector.fromArray(SPECIES, c, at5 + 2 * WIDTH);
    FloatVector c53 = FloatVector.fromArray(SPECIES, c, at5 + 3 * WIDTH);
    int x = aFrom;
    int y = bFrom;
    for (int p = 0; p < k; p++, x += aColumn, y += bRow) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, y + 0 * WIDTH);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, y + 1 * WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, y + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, y + 3 * WIDTH);
      FloatVector f = FloatVector.broadcast(SPECIES, a[x]);
      c00 = f.fma(b0, c00);
      c01 = f.fma(b1, c01);
      c02 = f.fma(b2, c02);
      c03 = f.fma(b3, c03);
      f = FloatVector.broadcast(SPECIES, a[x + aRow]);
      c10 = f.fma(b0, c10);
      c11 = f.fma(b1, c11);
      c12 = f.fma(b2, c12);
      c13 = f.fma(b3, c13);
      f = FloatVector.broadcast(SPECIES, a[x + 2 * aRow]);
      c20 = f.fma(b0, c20);
      c21 = f.fma(b1, c21);
      c22 = f.fma(b2, c22);
      c23 = f.fma(b3, c23);
      f = FloatVector.broadcast(SPECIES, a[x + 3 * aRow]);
      c30 = f.fma(b0, c30);
      c31 = f.fma(b1, c31);
      c32 = f.fma(b2, c32);
      c33 = f.fma(b3, c33);
      f = FloatVector.broadcast(SPECIES, a[x + 4 * aRow]);
      c40 = f.fma(b0, c40);
      c41 = f.fma(b1, c41);
      c42 = f.fma(b2, c42);
      c43 = f.fma(b3, c43);
      f = FloatVector.broadcast(SPECIES, a[x + 5 * aRow]);
      c50 = f.fma(b0, c50);
      c51 = f.fma(b1, c51);
      c52 = f.fma(b2, c52);
      c53 = f.fma(b3, c53);
    }
    c00.intoArray(c, at0 + 0 * WIDTH);
    c01.intoArray(c, at0 + 1 * WIDTH);
    c02.intoArray(c, at0 + 2 * WIDTH);
    c03.intoArray(c, at0 + 3 * WIDTH);
    c10.intoArray(c, at1 + 0 * WIDTH);
    c11.intoArray(c, at1 + 1 * WIDTH);
    c12.intoArray(c, at1 + 2 * WIDTH);
    c13.intoArray(c, at1 + 3 * WIDTH);
    c20.intoArray(c, at2 + 0 * WIDTH);
    c21.intoArray(c, at2 + 1 * WIDTH);
    c22.intoArray(c, at2 + 2 * WIDTH);
    c23.intoArray(c, at2 + 3 * WIDTH);
    c30.intoArray(c, at3 + 0 * WIDTH);
    c31.intoArray(c, at3 + 1 * WIDTH);
    c32.intoArray(c, at3 + 2 * WIDTH);
    c33.intoArray(c, at3 + 3 * WIDTH);
    c40.intoArray(c, at4 + 0 * WIDTH);
    c41.intoArray(c, at4 + 1 * WIDTH);
    c42.intoArray(c, at4 + 2 * WIDTH);
    c43.intoArray(c, at4 + 3 * WIDTH);
    c50.intoArray(c, at5 + 0 * WIDTH);
    c51.intoArray(c, at5 + 1 * WIDTH);
    c52.intoArray(c, at5 + 2 * WIDTH);
    c53.intoArray(c, at5 + 3 * WIDTH);
  }

  /** 4 rows × 4 vectors. */
  static void four(
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bFrom,
      int bRow,
      float[] c,
      int cFrom,
      int cRow) {
    int at0 = cFrom + 0 * cRow;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, at0 + 0 * WIDTH);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, at0 + 1 * WIDTH);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, at0 + 2 * WIDTH);
    FloatVector c03 = FloatVector.fromArray(SPECIES, c, at0 + 3 * WIDTH);
    int at1 = cFrom + 1 * cRow;
    FloatVector c10 = FloatVector.fromArray(SPECIES, c, at1 + 0 * WIDTH);
    FloatVector c11 = FloatVector.fromArray(SPECIES, c, at1 + 1 * WIDTH);
    FloatVector c12 = FloatVector.fromArray(SPECIES, c, at1 + 2 * WIDTH);
    FloatVector c13 = FloatVector.fromArray(SPECIES, c, at1 + 3 * WIDTH);
    int at2 = cFrom + 2 * cRow;
    FloatVector c20 = FloatVector.fromArray(SPECIES, c, at2 + 0 * WIDTH);
    FloatVector c21 = FloatVector.fromArray(SPECIES, c, at2 + 1 * WIDTH);
    FloatVector c22 = FloatVector.fromArray(SPECIES, c, at2 + 2 * WIDTH);
    FloatVector c23 = FloatVector.fromArray(SPECIES, c, at2 + 3 * WIDTH);
    int at3 = cFrom + 3 * cRow;
    FloatVector c30 = FloatVector.fromArray(SPECIES, c, at3 + 0 * WIDTH);
    FloatVector c31 = FloatVector.fromArray(SPECIES, c, at3 + 1 * WIDTH);
    FloatVector c32 = FloatVector.fromArray(SPECIES, c, at3 + 2 * WIDTH);
    FloatVector c33 = FloatVector.fromArray(SPECIES, c, at3 + 3 * WIDTH);
    int x = aFrom;
    int y = bFrom;
    for (int p = 0; p < k; p++, x += aColumn, y += bRow) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, y + 0 * WIDTH);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, y + 1 * WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, y + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, y + 3 * WIDTH);
      FloatVector f = FloatVector.broadcast(SPECIES, a[x]);
      c00 = f.fma(b0, c00);
      c01 = f.fma(b1, c01);
      c02 = f.fma(b2, c02);
      c03 = f.fma(b3, c03);
      f = FloatVector.broadcast(SPECIES, a[x + aRow]);
      c10 = f.fma(b0, c10);
      c11 = f.fma(b1, c11);
      c12 = f.fma(b2, c12);
      c13 = f.fma(b3, c13);
      f = FloatVector.broadcast(SPECIES, a[x + 2 * aRow]);
      c20 = f.fma(b0, c20);
      c21 = f.fma(b1, c21);
      c22 = f.fma(b2, c22);
      c23 = f.fma(b3, c23);
      f = FloatVector.broadcast(SPECIES, a[x + 3 * aRow]);
      c30 = f.fma(b0, c30);
      c31 = f.fma(b1, c31);
      c32 = f.fma(b2, c32);
      c33 = f.fma(b3, c33);
    }
    c00.intoArray(c, at0 + 0 * WIDTH);
    c01.intoArray(c, at0 + 1 * WIDTH);
    c02.intoArray(c, at0 + 2 * WIDTH);
    c03.intoArray(c, at0 + 3 * WIDTH);
    c10.intoArray(c, at1 + 0 * WIDTH);
    c11.intoArray(c, at1 + 1 * WIDTH);
    c12.intoArray(c, at1 + 2 * WIDTH);
    c13.intoArray(c, at1 + 3 * WIDTH);
    c20.intoArray(c, at2 + 0 * WIDTH);
    c21.intoArray(c, at2 + 1 * WIDTH);
    c22.intoArray(c, at2 + 2 * WIDTH);
    c23.intoArray(c, at2 + 3 * WIDTH);
    c30.intoArray(c, at3 + 0 * WIDTH);
    c31.intoArray(c, at3 + 1 * WIDTH);
    c32.intoArray(c, at3 + 2 * WIDTH);
    c33.intoArray(c, at3 + 3 * WIDTH);
  }

  /** 1 row × 4 vectors. */
  static void one(
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bFrom,
      int bRow,
      float[] c,
      int cFrom) {
    int at0 = cFrom;
    FloatVector c00 = FloatVector.fromArray(SPECIES, c, at0 + 0 * WIDTH);
    FloatVector c01 = FloatVector.fromArray(SPECIES, c, at0 + 1 * WIDTH);
    FloatVector c02 = FloatVector.fromArray(SPECIES, c, at0 + 2 * WIDTH);
    FloatVector c03 = FloatVector.fromArray(SPECIES, c, at0 + 3 * WIDTH);
    int x = aFrom;
    int y = bFrom;
    for (int p = 0; p < k; p++, x += aColumn, y += bRow) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, y + 0 * WIDTH);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, y + 1 * WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, y + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, y + 3 * WIDTH);
      FloatVector f = FloatVector.broadcast(SPECIES, a[x]);
      c00 = f.fma(b0, c00);
      c01 = f.fma(b1, c01);
      c02 = f.fma(b2, c02);
      c03 = f.fma(b3, c03);
    }
    c00.intoArray(c, at0 + 0 * WIDTH);
    c01.intoArray(c, at0 + 1 * WIDTH);
    c02.intoArray(c, at0 + 2 * WIDTH);
    c03.intoArray(c, at0 + 3 * WIDTH);
  }
}
