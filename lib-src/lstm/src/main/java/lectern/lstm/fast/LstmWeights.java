package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.padded;

import lectern.math.Parallel;

/**
 * An LSTM layer's numbers, in the order of Deeplearning4j and packed for the kernels.
 *
 * <p>In order: W, inputs × 4H by columns; R, H × 4H by columns; b, 4H; the four gates being tanh,
 * forget, output, input. Packed, each gate has H rounded up to a multiple of 64 columns.
 */
final class LstmWeights {
  final int inputs;
  final int hidden;
  final int inputsPadded;
  final int hiddenPadded;
  final int gates;

  /** W and R as B of x·W and h·R. */
  final float[] w;

  final float[] r;
  final float[] bias;

  /** Wᵀ and Rᵀ as B of dz·Wᵀ and dz·Rᵀ. */
  final float[] wBack;

  final float[] rBack;

  LstmWeights(int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    inputsPadded = padded(inputs);
    hiddenPadded = padded(hidden);
    gates = 4 * hiddenPadded;
    w = new float[gates * inputs];
    r = new float[gates * hidden];
    bias = new float[gates];
    wBack = new float[gates * inputsPadded];
    rBack = new float[gates * hiddenPadded];
  }

  /** How many numbers W, R and b have. */
  int count() {
    return 4 * hidden * (inputs + hidden + 1);
  }

  int recurrentFrom() {
    return 4 * hidden * inputs;
  }

  int biasFrom() {
    return 4 * hidden * (inputs + hidden);
  }

  /**
   * Packs them.
   *
   * @param back whether the way back is wanted too
   */
  void pack(float[] numbers, boolean back) {
    Parallel.forBlocks(4, 1, (gate, next) -> packGate(numbers, gate, back));
  }

  private void packGate(float[] numbers, int gate, boolean back) {
    int fromW = gate * hidden * inputs;
    int fromR = recurrentFrom() + gate * hidden * hidden;
    Panels.columns(
        numbers, fromW, hidden, inputs, w, gate * hiddenPadded * inputs, 0, hiddenPadded);
    Panels.columns(
        numbers, fromR, hidden, hidden, r, gate * hiddenPadded * hidden, 0, hiddenPadded);
    System.arraycopy(numbers, biasFrom() + gate * hidden, bias, gate * hiddenPadded, hidden);
    if (back) {
      for (int u = 0; u < hidden; u++) {
        int row = gate * hiddenPadded + u;
        Panels.row(numbers, fromW + u * inputs, inputs, wBack, gates, row);
        Panels.row(numbers, fromR + u * hidden, hidden, rBack, gates, row);
      }
    }
  }
}
