package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;
import static lectern.lstm.fast.Kernels.padded;

import java.util.Arrays;
import lectern.math.Parallel;

/**
 * A softmax layer's numbers, in the order of Deeplearning4j and packed for the kernels: W, inputs ×
 * classes by columns, then b. Padding has a bias far below zero, so that its share is none.
 */
final class OutputWeights {
  private static final float NEVER = -1e30f;

  final int inputs;
  final int classes;
  final int inputsPadded;
  final int classesPadded;

  /** W as B of x·W. */
  final float[] w;

  final float[] bias;

  /** Wᵀ as B of dz·Wᵀ. */
  final float[] wBack;

  OutputWeights(int inputs, int classes) {
    this.inputs = inputs;
    this.classes = classes;
    inputsPadded = padded(inputs);
    classesPadded = padded(classes);
    w = new float[classesPadded * inputs];
    bias = new float[classesPadded];
    wBack = new float[classes * inputsPadded];
    Arrays.fill(bias, classes, classesPadded, NEVER);
  }

  int count() {
    return classes * (inputs + 1);
  }

  int biasFrom() {
    return classes * inputs;
  }

  /**
   * Packs them.
   *
   * @param back whether the way back is wanted too
   */
  void pack(float[] numbers, boolean back) {
    System.arraycopy(numbers, biasFrom(), bias, 0, classes);
    Parallel.forBlocks(
        classesPadded,
        8 * PANEL,
        (from, to) -> {
          Panels.columns(numbers, 0, classes, inputs, w, 0, from, to);
          for (int row = from; back && row < Math.min(to, classes); row++) {
            Panels.row(numbers, row * inputs, inputs, wBack, classes, row);
          }
        });
  }
}
