package lectern.lstm;

import java.util.List;
import lectern.lstm.fast.LastStepScorer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What a next-course network says after the last step of a history; see {@link LastStepScorer}. */
final class LastStep {
  private final LastStepScorer scorer;
  private final int start;
  private final int length;

  private LastStep(LastStepScorer scorer, int start, int length) {
    this.scorer = scorer;
    this.start = start;
    this.length = length;
  }

  /**
   * A copy of the network's numbers.
   *
   * @param fieldOf each course's field, the start's at the end, or null without fields
   * @param length how far it looks back
   */
  static LastStep of(ComputationGraph network, int[] fieldOf, int length) {
    int items = (int) network.getLayer(NextCourseNetwork.NEXT).getParam("b").length();
    int hidden = (int) network.getLayer(NextCourseNetwork.MEMORY).getParam("RW").size(0);
    LastStepScorer scorer =
        LastStepScorer.of(
            inputs(network, items + 1, fieldOf),
            items + 1,
            hidden,
            numbers(network, NextCourseNetwork.MEMORY),
            numbers(network, NextCourseNetwork.NEXT),
            items);
    return new LastStep(scorer, items, length);
  }

  private static float[] numbers(ComputationGraph network, String layer) {
    return network.getLayer(layer).params().toFloatVector();
  }

  /** Each course's embedding with its field's behind it. */
  private static float[] inputs(ComputationGraph network, int rows, int[] fieldOf) {
    float[] course = LastStepScorer.rows(numbers(network, NextCourseNetwork.COURSE), rows);
    if (fieldOf == null) {
      return course;
    }
    int fields = (int) network.getLayer(NextCourseNetwork.FIELD).getParam("W").size(0);
    float[] field = LastStepScorer.rows(numbers(network, NextCourseNetwork.FIELD), fields);
    int width = course.length / rows;
    int more = field.length / fields;
    float[] both = new float[rows * (width + more)];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(course, i * width, both, i * (width + more), width);
      System.arraycopy(field, fieldOf[i] * more, both, i * (width + more) + width, more);
    }
    return both;
  }

  /** The scores of all courses after each history, before softmax. */
  float[][] logits(List<int[]> histories) {
    return scorer.logits(histories.stream().map(h -> Steps.last(h, length, start)).toList());
  }
}
