package lectern.lstm.fast.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.lstm.fast.FloatMath;
import lectern.lstm.fast.Kernels;

/** The kernels on the machine's vector unit: the same bits as the plain form. */
public final class SimdKernels implements Kernels {
  /** At most 16 lanes, the logical number. */
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > LANES
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int WIDTH = SPECIES.length();
  private static final boolean WIDE = WIDTH == 16;
  private static final int TILE = WIDTH * (WIDE ? 4 : 2);
  private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1f);
  private static final FloatVector TWO = FloatVector.broadcast(SPECIES, 2f);

  @Override
  public void multiplyAdd(
      int m,
      int n,
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bFrom,
      int bPanel,
      int bRow,
      float[] c,
      int cFrom,
      int cRow) {
    for (int j = 0; j < n; j += TILE) {
      int bAt = bFrom + j / PANEL * bPanel + j % PANEL;
      if (WIDE) {
        wide(m, k, a, aFrom, aRow, aColumn, b, bAt, bRow, c, cFrom + j, cRow);
      } else {
        narrow(m, k, a, aFrom, aRow, aColumn, b, bAt, bRow, c, cFrom + j, cRow);
      }
    }
  }

  private static void wide(
      int m,
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow) {
    int i = 0;
    for (; i + 6 <= m; i += 6) {
      WideTiles.six(k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow, cRow);
    }
    if (i + 4 <= m) {
      WideTiles.four(k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow, cRow);
      i += 4;
    }
    for (; i < m; i++) {
      WideTiles.one(k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow);
    }
  }

  private static void narrow(
      int m,
      int k,
      float[] a,
      int aFrom,
      int aRow,
      int aColumn,
      float[] b,
      int bAt,
      int bRow,
      float[] c,
      int cAt,
      int cRow) {
    int i = 0;
    for (; i + 6 <= m; i += 6) {
      NarrowTiles.six(k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow, cRow);
    }
    if (i + 4 <= m) {
      NarrowTiles.four(
          k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow, cRow);
      i += 4;
    }
    for (; i < m; i++) {
      NarrowTiles.one(k, a, aFrom + i * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + i * cRow);
    }
  }

  private static FloatVector exp(FloatVector number) {
    FloatVector x = number.max(FloatMath.LOWEST).min(FloatMath.HIGHEST);
    FloatVector t = fma(x, FloatMath.LOG2_E, FloatVector.broadcast(SPECIES, FloatMath.ROUNDER));
    FloatVector n = t.sub(FloatMath.ROUNDER);
    FloatVector r = fma(n, FloatMath.LOG2_LOW, fma(n, FloatMath.LOG2_HIGH, x));
    FloatVector p = fma(r, FloatMath.P5, FloatVector.broadcast(SPECIES, FloatMath.P4));
    p = p.fma(r, FloatVector.broadcast(SPECIES, FloatMath.P3));
    p = p.fma(r, FloatVector.broadcast(SPECIES, FloatMath.P2));
    p = p.fma(r, FloatVector.broadcast(SPECIES, FloatMath.P1));
    p = p.fma(r, FloatVector.broadcast(SPECIES, FloatMath.P0));
    p = p.fma(r.mul(r), r.add(1f));
    return p.mul(
        t.reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(0x3F800000)
            .reinterpretAsFloats());
  }

  private static FloatVector fma(FloatVector x, float factor, FloatVector plus) {
    return x.fma(FloatVector.broadcast(SPECIES, factor), plus);
  }

  private static FloatVector logistic(FloatVector x) {
    return ONE.div(exp(x.neg()).add(1f));
  }

  private static FloatVector tanh(FloatVector x) {
    return ONE.sub(TWO.div(exp(x.add(x)).add(1f)));
  }

  @Override
  public void cell(
      float[] z, int gates, int width, float[] c, int cBefore, float[] tanhC, float[] h, int at) {
    for (int j = 0; j < width; j += WIDTH) {
      int g = gates + j;
      FloatVector a = tanh(FloatVector.fromArray(SPECIES, z, g));
      FloatVector forget = logistic(FloatVector.fromArray(SPECIES, z, g + width));
      FloatVector output = logistic(FloatVector.fromArray(SPECIES, z, g + 2 * width));
      FloatVector input = logistic(FloatVector.fromArray(SPECIES, z, g + 3 * width));
      FloatVector state = input.mul(a);
      if (cBefore >= 0) {
        state = forget.fma(FloatVector.fromArray(SPECIES, c, cBefore + j), state);
      }
      FloatVector t = tanh(state);
      a.intoArray(z, g);
      forget.intoArray(z, g + width);
      output.intoArray(z, g + 2 * width);
      input.intoArray(z, g + 3 * width);
      state.intoArray(c, at + j);
      t.intoArray(tanhC, at + j);
      output.mul(t).intoArray(h, at + j);
    }
  }

  @Override
  public void cellBack(
      float[] z,
      int gates,
      int width,
      float[] c,
      int cBefore,
      float[] tanhC,
      float[] dh,
      int at,
      float[] dc,
      int dcAt,
      float[] dz) {
    for (int j = 0; j < width; j += WIDTH) {
      int g = gates + j;
      FloatVector a = FloatVector.fromArray(SPECIES, z, g);
      FloatVector forget = FloatVector.fromArray(SPECIES, z, g + width);
      FloatVector output = FloatVector.fromArray(SPECIES, z, g + 2 * width);
      FloatVector input = FloatVector.fromArray(SPECIES, z, g + 3 * width);
      FloatVector t = FloatVector.fromArray(SPECIES, tanhC, at + j);
      FloatVector d = FloatVector.fromArray(SPECIES, dh, at + j);
      FloatVector state =
          d.mul(output).fma(ONE.sub(t.mul(t)), FloatVector.fromArray(SPECIES, dc, dcAt + j));
      state.mul(input).mul(ONE.sub(a.mul(a))).intoArray(dz, g);
      if (cBefore < 0) {
        FloatVector.zero(SPECIES).intoArray(dz, g + width);
      } else {
        state
            .mul(FloatVector.fromArray(SPECIES, c, cBefore + j))
            .mul(forget)
            .mul(ONE.sub(forget))
            .intoArray(dz, g + width);
      }
      d.mul(t).mul(output).mul(ONE.sub(output)).intoArray(dz, g + 2 * width);
      state.mul(a).mul(input).mul(ONE.sub(input)).intoArray(dz, g + 3 * width);
      state.mul(forget).intoArray(dc, dcAt + j);
    }
  }

  @Override
  public double softmax(float[] row, int from, int length, int chosen) {
    FloatVector most = FloatVector.fromArray(SPECIES, row, from);
    for (int j = WIDTH; j < length; j += WIDTH) {
      most = most.max(FloatVector.fromArray(SPECIES, row, from + j));
    }
    float highest = most.reduceLanes(VectorOperators.MAX);
    float above = chosen < 0 ? 0 : row[from + chosen] - highest;
    float[] lanes = new float[LANES];
    for (int part = 0; part < LANES; part += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int j = from + part; j < from + length; j += LANES) {
        FloatVector e = exp(FloatVector.fromArray(SPECIES, row, j).sub(highest));
        e.intoArray(row, j);
        sum = sum.add(e);
      }
      sum.intoArray(lanes, part);
    }
    float sum = Kernels.total(lanes);
    scale(row, from, length, 1f / sum);
    return chosen < 0 ? 0 : above - StrictMath.log(sum);
  }

  @Override
  public void addRow(float[] row, int from, float[] to, int toFrom, int length) {
    for (int j = 0; j < length; j += WIDTH) {
      FloatVector.fromArray(SPECIES, to, toFrom + j)
          .add(FloatVector.fromArray(SPECIES, row, from + j))
          .intoArray(to, toFrom + j);
    }
  }

  @Override
  public void scale(float[] row, int from, int length, float factor) {
    for (int j = from; j < from + length; j += WIDTH) {
      FloatVector.fromArray(SPECIES, row, j).mul(factor).intoArray(row, j);
    }
  }

  @Override
  public String name() {
    return "vector unit, " + SPECIES.vectorBitSize() + " bits";
  }
}
