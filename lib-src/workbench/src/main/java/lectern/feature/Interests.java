package lectern.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.VectorKernels;

/**
 * What each user is interested in: for each topic t its share of what the user did, as {@code
 * "interest: t"}.
 *
 * <p>share(u, t) = (w(u, t) + α p(t)) ÷ (w(u) + α), where w(u, t) sums the weights of the user's
 * events with courses of topic t, w(u) those of all topics, and p(t) is the same share over all
 * users. So shares sum to 1; a user who did little is near everybody, one who did nothing is
 * everybody. With α = 1, p = ½ and one view of weight 1 of topic A: (1 + ½) ÷ 2 = ¾.
 *
 * <p>Events with a weight of 0 or none, and courses without a topic, do not count. If nothing
 * counts at all, every topic has the same share.
 *
 * <p>Article: crossplatform 3.2 (interest model), omnichannel 3.3.
 */
public final class Interests implements FeatureExtractor {
  /** What an event tells of interest if nothing else is said: more effort, more weight. */
  public static final Map<String, Double> USUAL_WEIGHTS = usual();

  private final String attribute;
  private final Map<String, Double> weights;
  private final double smoothing;

  /** Usual weights, α = 1. */
  public Interests(String attribute) {
    this(attribute, USUAL_WEIGHTS, 1);
  }

  /**
   * Interests by an attribute of the courses.
   *
   * @param weights event name to weight, at least 0
   * @param smoothing α, above 0: how many units of weight everybody's interests are worth
   */
  public Interests(String attribute, Map<String, Double> weights, double smoothing) {
    weights.forEach(
        (event, weight) -> {
          if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new UserError(
                "The weight of \"" + event + "\" must be at least 0, not " + weight + ".");
          }
        });
    if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new UserError("smoothing must be above 0, not " + smoothing + ": 1 is usual.");
    }
    this.attribute = attribute;
    this.weights = new LinkedHashMap<>(weights);
    this.smoothing = smoothing;
  }

  private static Map<String, Double> usual() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put(Events.VIEW, 1.0);
    weights.put(Events.CLICK, 1.0);
    weights.put(Events.FAVOURITE, 2.0);
    weights.put(Events.SHARE, 2.0);
    weights.put(Events.COMMENT, 2.0);
    weights.put(Events.SUBSCRIBE, 3.0);
    weights.put(Events.PURCHASE, 5.0);
    weights.put(Events.COMPLETION, 3.0);
    return Collections.unmodifiableMap(weights);
  }

  @Override
  public UserFeatures extract(UserHistory history) {
    CourseTopics topics = CourseTopics.of(history.log(), attribute);
    UserFeatures sums =
        Columns.of(
            history,
            topics.names().stream().map(t -> "interest: " + t).toList(),
            (user, row) -> addWeights(history, topics, user, row));
    double[] everybody = shareOfAll(sums);
    int width = everybody.length;
    double[] out = sums.matrix().array().clone();
    for (int u = 0; u < sums.size(); u++) {
      double total = VectorKernels.get().sum(out, u * width, width);
      for (int t = 0; t < width; t++) {
        int at = u * width + t;
        out[at] = (out[at] + smoothing * everybody[t]) / (total + smoothing);
      }
    }
    return sums.withMatrix(DenseMatrix.wrap(sums.size(), width, out));
  }

  private void addWeights(UserHistory history, CourseTopics topics, int user, double[] row) {
    EventLog log = history.log();
    for (int r : history.rows(user)) {
      int topic = topics.of(log.course(r));
      if (topic >= 0) {
        row[topic] += weights.getOrDefault(log.eventName(r), 0.0);
      }
    }
  }

  private static double[] shareOfAll(UserFeatures sums) {
    double[] mean = sums.matrix().columnMeans();
    double total = VectorKernels.get().sum(mean, 0, mean.length);
    Arrays.setAll(mean, t -> total > 0 ? mean[t] / total : 1.0 / mean.length);
    return mean;
  }
}
