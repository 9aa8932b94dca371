package lectern.lstm.fast;

import static lectern.lstm.fast.Kernels.PANEL;

import java.util.Arrays;
import lectern.math.Parallel;

/**
 * Softmax and cross entropy of a batch's rows, a few rows at a time, so that the shares of all
 * classes need no memory beyond the cache: product, softmax, loss and both gradients in one go.
 */
final class OutputPass {
  /** −log of a share is at most this, as in Deeplearning4j, whose shares are at least 1e-10. */
  private static final double LOWEST_LOG = -23.02585093;

  private static final int CACHE_NUMBERS = 256 * 1024;

  private final Kernels kernels = Kernels.get();

  /** Inputs, rows × inputs padded: to be filled. */
  float[] x;

  /** The loss by the inputs, rows × inputs padded. */
  float[] dx;

  private float[][] shares;
  private float[][] parts;

  void room(OutputWeights of, int rows) {
    x = Blocks.room(x, rows * of.inputsPadded);
    dx = Blocks.room(dx, rows * of.inputsPadded);
  }

  private static int rowsAtATime(OutputWeights of) {
    return Math.max(16, Math.min(512, CACHE_NUMBERS / of.classesPadded / 12 * 12));
  }

  /**
   * The loss, and the gradients.
   *
   * @param wanted each row's class, or −1 for none
   * @param counts each row's weight, or null for 1
   * @param gradient gets the loss by W and b, in their order
   * @return the sum over all rows of weight × −log share
   */
  double back(
      OutputWeights of, int sequences, int steps, int[] wanted, float[] counts, float[] gradient) {
    int size = Blocks.size(sequences);
    int blocks = Blocks.count(sequences);
    shares = Blocks.room(shares, blocks, rowsAtATime(of) * of.classesPadded);
    parts = Blocks.room(parts, blocks, of.classes * of.inputsPadded + of.classesPadded);
    double loss =
        Parallel.sum(
            sequences,
            size,
            (from, to) -> block(of, from * steps, to * steps, wanted, counts, from / size));
    Parallel.forBlocks(of.classes, 8 * PANEL, (from, to) -> total(of, blocks, from, to, gradient));
    return loss;
  }

  private double block(
      OutputWeights of, int from, int to, int[] wanted, float[] counts, int block) {
    float[] z = shares[block];
    float[] part = parts[block];
    int classes = of.classesPadded;
    int width = of.inputsPadded;
    Arrays.fill(part, 0, of.classes * width + classes, 0f);
    Arrays.fill(dx, from * width, to * width, 0f);
    double loss = 0;
    int step = rowsAtATime(of);
    for (int first = from; first < to; first += step) {
      int rows = Math.min(step, to - first);
      product(of, first, rows, z);
      for (int i = 0; i < rows; i++) {
        float count = counts == null ? 1f : counts[first + i];
        loss +=
            count == 0f
                ? silent(z, i * classes, classes)
                : row(of, z, i * classes, wanted[first + i], count, part);
      }
      kernels.multiplyAdd(
          rows,
          width,
          of.classes,
          z,
          0,
          classes,
          1,
          of.wBack,
          0,
          of.classes * PANEL,
          PANEL,
          dx,
          first * width,
          width);
      kernels.multiplyAdd(
          of.classes,
          width,
          rows,
          z,
          0,
          1,
          classes,
          x,
          first * width,
          PANEL,
          width,
          part,
          0,
          width);
    }
    return loss;
  }

  /** A row that does not count. */
  private static double silent(float[] z, int at, int classes) {
    Arrays.fill(z, at, at + classes, 0f);
    return 0;
  }

  /** A row's loss; its numbers become the loss by its products. */
  private double row(OutputWeights of, float[] z, int at, int wanted, float count, float[] part) {
    double log = kernels.softmax(z, at, of.classesPadded, wanted);
    if (wanted >= 0) {
      z[at + wanted] -= 1f;
    }
    if (count != 1f) {
      kernels.scale(z, at, of.classesPadded, count);
    }
    kernels.addRow(z, at, part, of.classes * of.inputsPadded, of.classesPadded);
    return -count * Math.max(log, LOWEST_LOG);
  }

  /** z = x·W + b. */
  private void product(OutputWeights of, int first, int rows, float[] z) {
    int classes = of.classesPadded;
    for (int i = 0; i < rows; i++) {
      System.arraycopy(of.bias, 0, z, i * classes, classes);
    }
    kernels.multiplyAdd(
        rows,
        classes,
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
        0,
        classes);
  }

  private void total(OutputWeights of, int blocks, int from, int to, float[] gradient) {
    int width = of.inputsPadded;
    for (int row = from; row < to; row++) {
      Blocks.total(parts, blocks, row * width, gradient, row * of.inputs, of.inputs);
    }
    Blocks.total(
        parts, blocks, of.classes * width + from, gradient, of.biasFrom() + from, to - from);
  }

  /** The shares of all classes, rows × classes without padding. */
  void shares(OutputWeights of, int sequences, int steps, float[] out) {
    int size = Blocks.size(sequences);
    int step = rowsAtATime(of);
    shares = Blocks.room(shares, Blocks.count(sequences), step * of.classesPadded);
    Parallel.forBlocks(
        sequences,
        size,
        (from, to) -> {
          float[] z = shares[from / size];
          for (int first = from * steps; first < to * steps; first += step) {
            int rows = Math.min(step, to * steps - first);
            product(of, first, rows, z);
            for (int i = 0; i < rows; i++) {
              kernels.softmax(z, i * of.classesPadded, of.classesPadded, -1);
              System.arraycopy(z, i * of.classesPadded, out, (first + i) * of.classes, of.classes);
            }
          }
        });
  }
}
