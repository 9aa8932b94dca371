package lectern.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model that scores items by what happened in which order, and not by who the user is.
 *
 * <pre>{@code
 * model.top(new int[] {4, 17, 3}, 10)   // what comes after items 4, 17 and 3, in this order
 * model.top("ann", 10, Exclude.none())  // what comes after ann's own history
 * }</pre>
 *
 * <p>A history is item numbers, the oldest first. It may be empty, may repeat an item and may be of
 * somebody whom the model never met; numbers outside 0 to items − 1 are passed over. The history of
 * a user of the training data is what {@link UserHistories} gives, so {@link #score(int, float[])}
 * of a user and {@link #score(int[], float[])} of the user's history are the same. An unknown user
 * has an empty history.
 */
public interface SequenceRecommender extends Recommender {
  /**
   * Writes one score for each item: the higher, the rather it comes next.
   *
   * @param history item numbers, the oldest first
   * @param out as long as there are items
   */
  void score(int[] history, float[] out);

  /** The items of a user of the training data, the oldest first; empty for an unknown user. */
  int[] history(int user);

  @Override
  default void score(int user, float[] out) {
    score(history(user), out);
  }

  /** The k best items after a history, without those that stand in it, ties by number. */
  default List<Suggestion> top(int[] history, int k) {
    float[] scores = new float[items().size()];
    score(history, scores);
    int[] leftOut = Arrays.stream(history).sorted().distinct().toArray();
    List<Suggestion> out = new ArrayList<>();
    for (int item : TopItems.of(scores, k, leftOut)) {
      out.add(new Suggestion(item, items().id(item), scores[item]));
    }
    return out;
  }
}
