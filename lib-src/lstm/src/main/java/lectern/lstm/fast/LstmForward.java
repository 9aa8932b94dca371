package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;

import java.util.Arrays;
import lectern.math.Parallel;

/**
 * The way of a batch through an LSTM, all steps, with what the way back needs. Sequence b's step t
 * is row b × steps + t.
 */
final class LstmForward {
  private final Kernels kernels = Kernels.get();
  int sequences;
  int steps;

  /** Inputs, rows × inputs padded. */
  float[] x;

  /** Gates after their activation, rows × gates. */
  float[] z;

  /** The cell's numbers, their tanh, and the output, rows × hidden padded. */
  float[] c;

  float[] tanhC;
  float[] h;

  /** The output of the step before, zeros at the first. */
  float[] hBefore;

  /** Makes room for a batch; x is then to be filled. */
  void room(LstmWeights of, int sequences, int steps) {
    this.sequences = sequences;
    this.steps = steps;
    int rows = sequences * steps;
    x = Blocks.room(x, rows * of.inputsPadded);
    z = Blocks.room(z, rows * of.gates);
    c = Blocks.room(c, rows * of.hiddenPadded);
    tanhC = Blocks.room(tanhC, rows * of.hiddenPadded);
    h = Blocks.room(h, rows * of.hiddenPadded);
    hBefore = Blocks.room(hBefore, rows * of.hiddenPadded);
  }

  /**
   * Runs it.
   *
   * @param mask one number for each row, or null: outputs and cells are multiplied by it
   */
  void run(LstmWeights weights, float[] mask) {
    Parallel.forBlocks(
        sequences, Blocks.size(sequences), (from, to) -> block(weights, mask, from, to));
  }

  private void block(LstmWeights of, float[] mask, int from, int to) {
    int first = from * steps;
    int gates = of.gates;
    int width = of.hiddenPadded;
    for (int row = first; row < to * steps; row++) {
      System.arraycopy(of.bias, 0, z, row * gates, gates);
    }
    kernels.multiplyAdd(
        (to - from) * steps,
        gates,
        of.inputs,
        x,
        first * of.inputsPadded,
        of.inputsPadded,
        1,
        of.w,
        0,
        of.inputs * PANEL,
        PANEL,
        z,
        first * gates,
        gates);
    for (int t = 0; t < steps; t++) {
      if (t > 0) {
        kernels.multiplyAdd(
            to - from,
            gates,
            of.hidden,
            hBefore,
            (first + t) * width,
            steps * width,
            1,
            of.r,
            0,
            of.hidden * PANEL,
            PANEL,
            z,
            (first + t) * gates,
            steps * gates);
      }
      for (int row = first + t; row < to * steps; row += steps) {
        step(row, t, gates, width, mask);
      }
    }
  }

  private void step(int row, int t, int gates, int width, float[] mask) {
    int at = row * width;
    if (t == 0) {
      Arrays.fill(hBefore, at, at + width, 0f);
    }
    kernels.cell(z, row * gates, width, c, t > 0 ? at - width : -1, tanhC, h, at);
    if (mask != null && mask[row] != 1f) {
      kernels.scale(c, at, width, mask[row]);
      kernels.scale(h, at, width, mask[row]);
    }
    if (t + 1 < steps) {
      System.arraycopy(h, at, hBefore, at + width, width);
    }
  }
}
