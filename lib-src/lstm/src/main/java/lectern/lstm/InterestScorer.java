package lectern.lstm;

import java.util.List;
import lectern.lstm.fast.LastStepScorer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Judges any course after a history: score(u, j) = w_u·u + w_j·j + w_p·(u ∘ j) + b, without the
 * last product where the head has none.
 */
final class InterestScorer {
  private final LastStepScorer memory;
  private final float[] courses;
  private final float[] weights;
  private final int items;
  private final int hidden;
  private final int length;

  private InterestScorer(
      LastStepScorer memory, float[] courses, float[] weights, int items, int hidden, int length) {
    this.memory = memory;
    this.courses = courses;
    this.weights = weights;
    this.items = items;
    this.hidden = hidden;
    this.length = length;
  }

  static InterestScorer of(ComputationGraph network, InterestOptions options) {
    float[] judged = numbers(network, InterestNetwork.JUDGED);
    int hidden = options.hidden();
    int items = judged.length / hidden;
    LastStepScorer memory =
        LastStepScorer.of(
            LastStepScorer.rows(numbers(network, InterestNetwork.COURSE), items + 1),
            items + 1,
            hidden,
            numbers(network, InterestNetwork.MEMORY),
            null,
            1);
    return new InterestScorer(
        memory,
        LastStepScorer.rows(judged, items),
        numbers(network, InterestNetwork.INTEREST),
        items,
        hidden,
        options.length());
  }

  private static float[] numbers(ComputationGraph network, String layer) {
    return network.getLayer(layer).params().toFloatVector();
  }

  /** The scores of all courses after each history. */
  float[][] scores(List<int[]> histories) {
    float[][] states =
        memory.states(histories.stream().map(h -> Steps.last(h, length, items)).toList());
    float[][] out = new float[states.length][items];
    for (int i = 0; i < states.length; i++) {
      scores(states[i], out[i]);
    }
    return out;
  }

  private void scores(float[] state, float[] out) {
    double ofLearner = weights[weights.length - 1];
    double[] perCourse = new double[hidden];
    boolean product = weights.length > 2 * hidden + 1;
    for (int k = 0; k < hidden; k++) {
      ofLearner += (double) weights[k] * state[k];
      perCourse[k] =
          weights[hidden + k] + (product ? (double) weights[2 * hidden + k] * state[k] : 0);
    }
    for (int item = 0; item < items; item++) {
      double sum = ofLearner;
      for (int k = 0; k < hidden; k++) {
        sum += perCourse[k] * courses[item * hidden + k];
      }
      out[item] = (float) sum;
    }
  }
}
