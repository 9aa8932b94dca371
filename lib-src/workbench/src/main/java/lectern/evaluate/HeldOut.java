package lectern.evaluate;

import lectern.data.Interactions;
import lectern.math.Parallel;
import lectern.recommend.RatingModel;

/** What a model expects of held-out pairs, beside what they are. */
final class HeldOut {
  private static final int BLOCK = 16;

  private HeldOut() {}

  /**
   * Estimates and values of every cell, in their order. The model numbers users and items alike.
   */
  static double[][] estimates(RatingModel model, Interactions test) {
    double[][] out = new double[2][test.size()];
    Parallel.forBlocks(
        test.userCount(),
        BLOCK,
        (from, to) -> {
          for (int user = from; user < to; user++) {
            for (int cell = test.start(user); cell < test.start(user + 1); cell++) {
              out[0][cell] = model.estimate(user, test.item(cell));
              out[1][cell] = test.value(cell);
            }
          }
        });
    return out;
  }
}
