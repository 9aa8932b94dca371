package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;

import java.util.Arrays;
import java.util.List;
import lectern.math.Parallel;

/**
 * A frozen copy of embedding → LSTM → output that computes the output after the last step alone.
 *
 * <p>The part of the gates that comes from a course is the same wherever it stands, so it is
 * computed once for each. Safe for many threads; same bits however histories are put together.
 */
public final class LastStepScorer {
  /** Histories that go through together. */
  private static final int BLOCK = 32;

  private final Kernels kernels = Kernels.get();
  private final LstmWeights memory;
  private final OutputWeights output;
  private final float[] ofInput;

  private LastStepScorer(LstmWeights memory, OutputWeights output, float[] ofInput) {
    this.memory = memory;
    this.output = output;
    this.ofInput = ofInput;
  }

  /**
   * A scorer.
   *
   * @param embedding one row for each input, rows × width, as the LSTM reads it
   * @param rows how many inputs there are
   * @param hidden H
   * @param lstm the LSTM's numbers in the order of Deeplearning4j
   * @param out the output's numbers in that order, or null when only {@link #states} is wanted
   * @param classes outputs
   */
  public static LastStepScorer of(
      float[] embedding, int rows, int hidden, float[] lstm, float[] out, int classes) {
    int width = embedding.length / rows;
    LstmWeights memory = new LstmWeights(width, hidden);
    memory.pack(lstm, false);
    OutputWeights output = new OutputWeights(hidden, classes);
    if (out != null) {
      output.pack(out, false);
    }
    LastStepScorer scorer = new LastStepScorer(memory, output, new float[rows * memory.gates]);
    Parallel.forBlocks(rows, 256, (from, to) -> scorer.gatesOf(embedding, from, to));
    return scorer;
  }

  private void gatesOf(float[] embedding, int from, int to) {
    int gates = memory.gates;
    for (int row = from; row < to; row++) {
      System.arraycopy(memory.bias, 0, ofInput, row * gates, gates);
    }
    kernels.multiplyAdd(
        to - from,
        gates,
        memory.inputs,
        embedding,
        from * memory.inputs,
        memory.inputs,
        1,
        memory.w,
        0,
        memory.inputs * PANEL,
        PANEL,
        ofInput,
        from * gates,
        gates);
  }

  /** The outputs before softmax after each history; a history holds at least one input. */
  public float[][] logits(List<int[]> histories) {
    float[][] out = new float[histories.size()][];
    Parallel.forBlocks(histories.size(), BLOCK, (from, to) -> logits(histories, from, to, out));
    return out;
  }

  private void logits(List<int[]> histories, int from, int to, float[][] out) {
    float[] h = run(histories, from, to);
    int rows = to - from;
    int classes = output.classesPadded;
    float[] z = new float[rows * classes];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(output.bias, 0, z, i * classes, classes);
    }
    kernels.multiplyAdd(
        rows,
        classes,
        memory.hidden,
        h,
        0,
        memory.hiddenPadded,
        1,
        output.w,
        0,
        memory.hidden * PANEL,
        PANEL,
        z,
        0,
        classes);
    for (int i = 0; i < rows; i++) {
      out[from + i] = Arrays.copyOfRange(z, i * classes, i * classes + output.classes);
    }
  }

  /** What the LSTM gives after each history: H numbers. */
  public float[][] states(List<int[]> histories) {
    float[][] out = new float[histories.size()][];
    Parallel.forBlocks(
        histories.size(),
        BLOCK,
        (from, to) -> {
          float[] h = run(histories, from, to);
          int width = memory.hiddenPadded;
          for (int i = from; i < to; i++) {
            int at = (i - from) * width;
            out[i] = Arrays.copyOfRange(h, at, at + memory.hidden);
          }
        });
    return out;
  }

  /** The outputs after the last steps: short histories begin later, so that all end together. */
  private float[] run(List<int[]> histories, int from, int to) {
    int rows = to - from;
    int gates = memory.gates;
    int width = memory.hiddenPadded;
    float[] h = new float[rows * width];
    float[] c = new float[rows * width];
    float[] tanhC = new float[rows * width];
    float[] z = new float[rows * gates];
    int longest = 0;
    for (int i = from; i < to; i++) {
      longest = Math.max(longest, histories.get(i).length);
    }
    for (int t = 0; t < longest; t++) {
      for (int i = 0; i < rows; i++) {
        int[] history = histories.get(from + i);
        int at = t - longest + history.length;
        if (at >= 0) {
          System.arraycopy(ofInput, history[at] * gates, z, i * gates, gates);
        }
      }
      if (t > 0) {
        kernels.multiplyAdd(
            rows,
            gates,
            memory.hidden,
            h,
            0,
            width,
            1,
            memory.r,
            0,
            memory.hidden * PANEL,
            PANEL,
            z,
            0,
            gates);
      }
      for (int i = 0; i < rows; i++) {
        int at = t - longest + histories.get(from + i).length;
        if (at >= 0) {
          kernels.cell(z, i * gates, width, c, at > 0 ? i * width : -1, tanhC, h, i * width);
        }
      }
    }
    return h;
  }

  /** Numbers by columns, rows × width of them, as rows. */
  public static float[] rows(float[] byColumns, int rows) {
    int width = byColumns.length / rows;
    float[] out = new float[byColumns.length];
    for (int j = 0; j < width; j++) {
      for (int i = 0; i < rows; i++) {
        out[i * width + j] = byColumns[j * rows + i];
      }
    }
    return out;
  }
}
