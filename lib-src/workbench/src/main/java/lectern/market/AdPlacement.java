package lectern.market;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;

/**
 * Which content is advertised to which user in which channel.
 *
 * <p>The article's listing pairs a user's channels with the user's recommended contents in their
 * order, the first with the first: {@link #asListed}. Neither costs nor response matter there, and
 * what one list has more than the other is dropped.
 *
 * <p>{@link #problem} asks what is meant: an advert of content c to user u in channel h is worth
 * relevance_uc × rate of u's segment in h × margin_c, costs what the channel costs, and money and
 * patience are short. {@link StrategySolver} solves it.
 *
 * <p>Article: crossplatform 3.3 step 3 and 5.2.3.
 */
public final class AdPlacement {
  private AdPlacement() {}

  /** For each user, channel by channel, the content: pairs in the order of both lists. */
  public static Map<String, Map<String, String>> asListed(
      Map<String, List<String>> channels, Map<String, List<String>> contents) {
    Map<String, Map<String, String>> out = new LinkedHashMap<>();
    channels.forEach(
        (user, ofUser) -> {
          List<String> recommended = contents.get(user);
          if (recommended == null) {
            throw new UserError("User \"" + user + "\" has channels but no recommended contents.");
          }
          Map<String, String> pairs = new LinkedHashMap<>();
          for (int i = 0; i < Math.min(ofUser.size(), recommended.size()); i++) {
            pairs.put(ofUser.get(i), recommended.get(i));
          }
          out.put(user, pairs);
        });
    return out;
  }

  /**
   * What adverts to choose under a budget.
   *
   * @param segments the segment of each user, in the order of the users
   * @param relevance users × contents: how likely a user who answers takes this content, 0 to 1
   * @param margins what a sale of each content brings
   * @param costs what one advert costs, by channel; every channel of the response needs one
   */
  public static StrategyProblem problem(
      List<String> users,
      List<String> segments,
      List<String> contents,
      DenseMatrix relevance,
      double[] margins,
      ChannelResponse response,
      Map<String, Double> costs,
      double budget,
      int contacts) {
    if (segments.size() != users.size() || margins.length != contents.size()) {
      throw new ShapeMismatch(
          users.size()
              + " users and "
              + contents.size()
              + " contents need as many segments and margins, not "
              + segments.size()
              + " and "
              + margins.length
              + ".");
    }
    if (relevance.rows() != users.size() || relevance.columns() != contents.size()) {
      throw new ShapeMismatch(
          "relevance must be "
              + users.size()
              + " × "
              + contents.size()
              + ", not "
              + relevance.shape()
              + ".");
    }
    Map<String, Map<String, Double>> rates = response.rates();
    StrategyProblem.Builder out = StrategyProblem.builder(budget, contacts);
    for (int u = 0; u < users.size(); u++) {
      Map<String, Double> ofSegment = rates.get(segments.get(u));
      if (ofSegment == null) {
        throw new UserError(
            "Segment \""
                + segments.get(u)
                + "\" of user \""
                + users.get(u)
                + "\" has no response.");
      }
      for (int c = 0; c < contents.size(); c++) {
        for (String channel : response.channels()) {
          Double cost = costs.get(channel);
          if (cost == null) {
            throw new UserError("Channel \"" + channel + "\" has no cost: name one, such as 0.");
          }
          double value =
              Unit.checked("relevance", relevance.get(u, c)) * ofSegment.get(channel) * margins[c];
          out.option(users.get(u), contents.get(c), channel, value, cost);
        }
      }
    }
    return out.build();
  }
}
