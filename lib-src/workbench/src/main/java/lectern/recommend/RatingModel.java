package lectern.recommend;

/**
 * A model whose scores are values on the scale of the data, such as ratings: its errors can be
 * measured.
 */
public interface RatingModel extends Recommender {
  /** The mean of the values it was fitted on: its answer for an unknown item. */
  double meanValue();

  /**
   * Writes the value it expects of each item: {@link #score} in double precision.
   *
   * @param user outside the known ones: an unknown user
   * @param out as long as there are items
   */
  void estimates(int user, double[] out);

  @Override
  default void score(int user, float[] out) {
    requireRoom(out.length);
    double[] all = new double[out.length];
    estimates(user, all);
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) all[i];
    }
  }

  /**
   * The value it expects, by numbers.
   *
   * @param user outside the known ones: an unknown user
   * @param item outside the known ones: an unknown item, whose value is {@link #meanValue()}
   */
  default double estimate(int user, int item) {
    if (item < 0 || item >= items().size()) {
      return meanValue();
    }
    double[] all = new double[items().size()];
    estimates(user, all);
    return all[item];
  }

  /** The value it expects, by ids; unknown ones are answered as above. */
  default double estimate(String user, String item) {
    return estimate(users().number(user), items().number(item));
  }
}
