package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;

import java.util.Arrays;
import lectern.math.Parallel;

/** The way back through an LSTM: the loss by its numbers and by its inputs. */
final class LstmBackward {
  private final Kernels kernels = Kernels.get();

  /** The loss by the outputs, rows × hidden padded: to be filled; it is changed. */
  float[] dh;

  /** The loss by the inputs, rows × inputs padded. */
  float[] dx;

  private float[] dz;
  private float[][] dc;
  private float[][] parts;

  void room(LstmWeights of, LstmForward forward) {
    int rows = forward.sequences * forward.steps;
    int blocks = Blocks.count(forward.sequences);
    dh = Blocks.room(dh, rows * of.hiddenPadded);
    dx = Blocks.room(dx, rows * of.inputsPadded);
    dz = Blocks.room(dz, rows * of.gates);
    dc = Blocks.room(dc, blocks, Blocks.size(forward.sequences) * of.hiddenPadded);
    parts = Blocks.room(parts, blocks, of.gates * (of.inputsPadded + of.hiddenPadded + 1));
  }

  /**
   * Runs it.
   *
   * @param gradient gets the loss by W, R and b, in their order
   */
  void run(LstmWeights of, LstmForward forward, float[] gradient) {
    int sequences = forward.sequences;
    int size = Blocks.size(sequences);
    Parallel.forBlocks(sequences, size, (from, to) -> block(of, forward, from, to, from / size));
    int blocks = Blocks.count(sequences);
    Parallel.forBlocks(4, 1, (gate, next) -> total(of, blocks, gate, gradient));
  }

  private void block(LstmWeights of, LstmForward forward, int from, int to, int block) {
    int steps = forward.steps;
    int first = from * steps;
    int rows = (to - from) * steps;
    int gates = of.gates;
    int width = of.hiddenPadded;
    float[] cells = dc[block];
    Arrays.fill(cells, 0, (to - from) * width, 0f);
    for (int t = steps - 1; t >= 0; t--) {
      for (int b = from; b < to; b++) {
        int row = b * steps + t;
        int at = row * width;
        kernels.cellBack(
            forward.z,
            row * gates,
            width,
            forward.c,
            t > 0 ? at - width : -1,
            forward.tanhC,
            dh,
            at,
            cells,
            (b - from) * width,
            dz);
      }
      if (t > 0) {
        kernels.multiplyAdd(
            to - from,
            width,
            gates,
            dz,
            (first + t) * gates,
            steps * gates,
            1,
            of.rBack,
            0,
            gates * PANEL,
            PANEL,
            dh,
            (first + t - 1) * width,
            steps * width);
      }
    }
    inputs(of, first, rows);
    numbers(of, forward, first, rows, parts[block]);
  }

  /** dx = dz·Wᵀ. */
  private void inputs(LstmWeights of, int first, int rows) {
    int wide = of.inputsPadded;
    Arrays.fill(dx, first * wide, (first + rows) * wide, 0f);
    kernels.multiplyAdd(
        rows,
        wide,
        of.gates,
        dz,
        first * of.gates,
        of.gates,
        1,
        of.wBack,
        0,
        of.gates * PANEL,
        PANEL,
        dx,
        first * wide,
        wide);
  }

  /** The block's share of dzᵀ·x, dzᵀ·hBefore and the column sums of dz. */
  private void numbers(LstmWeights of, LstmForward forward, int first, int rows, float[] part) {
    int gates = of.gates;
    int recurrent = gates * of.inputsPadded;
    int bias = recurrent + gates * of.hiddenPadded;
    Arrays.fill(part, 0, bias + gates, 0f);
    transposed(rows, gates, first, forward.x, of.inputsPadded, part, 0);
    transposed(rows, gates, first, forward.hBefore, of.hiddenPadded, part, recurrent);
    for (int row = first; row < first + rows; row++) {
      kernels.addRow(dz, row * gates, part, bias, gates);
    }
  }

  private void transposed(
      int rows, int gates, int first, float[] right, int width, float[] part, int at) {
    kernels.multiplyAdd(
        gates,
        width,
        rows,
        dz,
        first * gates,
        1,
        gates,
        right,
        first * width,
        PANEL,
        width,
        part,
        at,
        width);
  }

  /** Adds up the blocks in their order and drops the padding. */
  private void total(LstmWeights of, int blocks, int gate, float[] gradient) {
    int recurrent = of.gates * of.inputsPadded;
    int bias = recurrent + of.gates * of.hiddenPadded;
    int hidden = of.hidden;
    for (int u = 0; u < hidden; u++) {
      int from = gate * of.hiddenPadded + u;
      int to = gate * hidden + u;
      Blocks.total(parts, blocks, from * of.inputsPadded, gradient, to * of.inputs, of.inputs);
      Blocks.total(
          parts,
          blocks,
          recurrent + from * of.hiddenPadded,
          gradient,
          of.recurrentFrom() + to * hidden,
          hidden);
    }
    Blocks.total(
        parts,
        blocks,
        bias + gate * of.hiddenPadded,
        gradient,
        of.biasFrom() + gate * hidden,
        hidden);
  }
}
