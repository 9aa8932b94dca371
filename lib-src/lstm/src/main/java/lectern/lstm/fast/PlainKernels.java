package lectern.lstm.fast;

/** The kernels as loops: the same bits as the vector form, some ten times slower. */
final class PlainKernels implements Kernels {
  static final Kernels INSTANCE = new PlainKernels();

  private PlainKernels() {}

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
    for (int j = 0; j < n; j += PANEL) {
      for (int i = 0; i < m; i++) {
        int to = cFrom + i * cRow + j;
        for (int p = 0; p < k; p++) {
          float x = a[aFrom + i * aRow + p * aColumn];
          int from = bFrom + j / PANEL * bPanel + p * bRow;
          for (int q = 0; q < PANEL; q++) {
            c[to + q] = Math.fma(x, b[from + q], c[to + q]);
          }
        }
      }
    }
  }

  @Override
  public void cell(
      float[] z, int gates, int width, float[] c, int cBefore, float[] tanhC, float[] h, int at) {
    for (int j = 0; j < width; j++) {
      int g = gates + j;
      float a = FloatMath.tanh(z[g]);
      float forget = FloatMath.logistic(z[g + width]);
      float output = FloatMath.logistic(z[g + 2 * width]);
      float input = FloatMath.logistic(z[g + 3 * width]);
      float state = input * a;
      if (cBefore >= 0) {
        state = Math.fma(forget, c[cBefore + j], state);
      }
      float t = FloatMath.tanh(state);
      z[g] = a;
      z[g + width] = forget;
      z[g + 2 * width] = output;
      z[g + 3 * width] = input;
      c[at + j] = state;
      tanhC[at + j] = t;
      h[at + j] = output * t;
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
    for (int j = 0; j < width; j++) {
      int g = gates + j;
      float a = z[g];
      float forget = z[g + width];
      float output = z[g + 2 * width];
      float input = z[g + 3 * width];
      float t = tanhC[at + j];
      float d = dh[at + j];
      float state = Math.fma(d * output, 1f - t * t, dc[dcAt + j]);
      dz[g] = state * input * (1f - a * a);
      dz[g + width] = cBefore < 0 ? 0f : state * c[cBefore + j] * forget * (1f - forget);
      dz[g + 2 * width] = d * t * output * (1f - output);
      dz[g + 3 * width] = state * a * input * (1f - input);
      dc[dcAt + j] = state * forget;
    }
  }

  @Override
  public double softmax(float[] row, int from, int length, int chosen) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int j = from; j < from + length; j++) {
      highest = Math.max(highest, row[j]);
    }
    float above = chosen < 0 ? 0 : row[from + chosen] - highest;
    float[] lanes = new float[LANES];
    for (int j = 0; j < length; j++) {
      float e = FloatMath.exp(row[from + j] - highest);
      row[from + j] = e;
      lanes[j % LANES] += e;
    }
    float sum = Kernels.total(lanes);
    scale(row, from, length, 1f / sum);
    return chosen < 0 ? 0 : above - StrictMath.log(sum);
  }

  @Override
  public void addRow(float[] row, int from, float[] to, int toFrom, int length) {
    for (int j = 0; j < length; j++) {
      to[toFrom + j] += row[from + j];
    }
  }

  @Override
  public void scale(float[] row, int from, int length, float factor) {
    for (int j = from; j < from + length; j++) {
      row[j] *= factor;
    }
  }

  @Override
  public String name() {
    return "plain";
  }
}
