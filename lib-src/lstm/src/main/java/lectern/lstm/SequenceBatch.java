package lectern.lstm;

import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some histories of about the same length as a network reads them: row b, step t.
 *
 * <p>Short ones end early; the steps behind them do not count. An LSTM looks back only, so what
 * stands there changes nothing before it.
 *
 * @param rows histories
 * @param steps steps of the longest
 * @param inputs the course before, rows × steps; {@link Windows#start} before the first
 * @param targets the course that came, rows × steps
 * @param counts 1 where there is a target, 0 behind the end, rows × steps
 */
record SequenceBatch(int rows, int steps, float[] inputs, float[] targets, float[] counts) {
  /** How many targets there are. */
  int targetCount() {
    int sum = 0;
    for (float one : counts) {
      sum += one > 0 ? 1 : 0;
    }
    return sum;
  }

  /**
   * As Deeplearning4j takes it.
   *
   * @param fieldOf the field of each input, or null without fields
   */
  MultiDataSet toDataSet(int[] fieldOf) {
    long[] shape = {rows, 1, steps};
    var items = Nd4j.createFromArray(inputs).reshape(shape);
    var labels = Nd4j.createFromArray(targets).reshape(shape);
    var mask = Nd4j.createFromArray(counts).reshape(rows, steps);
    var features =
        fieldOf == null
            ? new org.nd4j.linalg.api.ndarray.INDArray[] {items}
            : new org.nd4j.linalg.api.ndarray.INDArray[] {
              items, Nd4j.createFromArray(fields(fieldOf)).reshape(shape)
            };
    return new MultiDataSet(
        features,
        new org.nd4j.linalg.api.ndarray.INDArray[] {labels},
        null,
        new org.nd4j.linalg.api.ndarray.INDArray[] {mask});
  }

  private float[] fields(int[] fieldOf) {
    float[] fields = new float[inputs.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fieldOf[(int) inputs[i]];
    }
    return fields;
  }
}
