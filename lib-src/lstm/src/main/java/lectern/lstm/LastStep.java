package lectern.lstm;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a network says after the last step of a history. */
final class LastStep {
  private final ComputationGraph network;
  private final int[] fieldOf;
  private final int length;

  private LastStep(ComputationGraph network, int[] fieldOf, int length) {
    this.network = network;
    this.fieldOf = fieldOf;
    this.length = length;
  }

  static LastStep of(ComputationGraph network, int[] fieldOf, int length) {
    return new LastStep(network, fieldOf, length);
  }

  /** The scores of all courses after each history. */
  float[][] logits(List<int[]> histories) {
    return histories.stream().map(this::logits).toArray(float[][]::new);
  }

  private synchronized float[] logits(int[] history) {
    int start = (int) network.getLayer(NextCourseNetwork.COURSE).getParam("W").size(0) - 1;
    int from = Math.max(0, history.length + 1 - length);
    float[] items = new float[history.length + 1 - from];
    float[] fields = new float[items.length];
    for (int t = 0; t < items.length; t++) {
      int at = from + t - 1;
      items[t] = at < 0 ? start : history[at];
      fields[t] = fieldOf == null ? 0 : fieldOf[(int) items[t]];
    }
    long[] shape = {1, 1, items.length};
    INDArray input = Nd4j.createFromArray(items).reshape(shape);
    INDArray out =
        fieldOf == null
            ? network.outputSingle(input)
            : network.outputSingle(input, Nd4j.createFromArray(fields).reshape(shape));
    float[] all = out.permute(0, 2, 1).dup('c').data().asFloat();
    float[] last = new float[start];
    System.arraycopy(all, all.length - start, last, 0, start);
    return last;
  }
}
