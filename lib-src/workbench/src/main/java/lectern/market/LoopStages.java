package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lectern.clean.Cleaning;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.feature.FeatureExtraction;
import lectern.math.RandomStream;
import lectern.recommend.Exclude;
import lectern.recommend.ItemFeatures;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.Reranked;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.Topic;

/**
 * Ready stages for a {@link LoopPolicy}, in the order of the article's cycle: collect, clean,
 * segment, recommend, campaign. Feedback is what a stage learns after each week: {@link
 * LearntCampaign} does; models of the next week are fitted on all events so far.
 *
 * <p>Any {@link LoopStage} of yours fits between them.
 *
 * <p>Article: precision 2.1 to 2.9.
 */
public final class LoopStages {
  /** What an event tells of a user's interest in a course. */
  private static final Map<String, Double> WEIGHTS = weights();

  private LoopStages() {}

  private static Map<String, Double> weights() {
    Map<String, Double> out = new LinkedHashMap<>();
    out.put(Events.VIEW, 1.0);
    out.put(Events.FAVOURITE, 2.0);
    out.put(Events.SHARE, 2.0);
    out.put(Events.SUBSCRIBE, 3.0);
    out.put(Events.PURCHASE, 5.0);
    return Map.copyOf(out);
  }

  /** A model fitted on the interactions so far. */
  @FunctionalInterface
  public interface ModelMaker {
    /** Fits it; the log tells more than the interactions, such as attributes of courses. */
    Recommender fit(Interactions interactions, EventLog log, long seed);
  }

  /** All events of the platform so far. */
  public static LoopStage collect() {
    return context -> context.log(context.collected());
  }

  /** Exact duplicates, double-fired events and impossible values are dropped. */
  public static LoopStage clean() {
    return context ->
        context.log(
            context.log().size() == 0
                ? context.log()
                : Cleaning.usual(context.log(), context.now()).run().log());
  }

  /** {@link #segments(int, UnaryOperator)} on recency, frequency, money and activity. */
  public static LoopStage segments(int k) {
    return segments(k, features -> features.recencyFrequencyMonetary().activity());
  }

  /**
   * K-means on these features, see {@link SegmentStage}.
   *
   * @param features such as {@code f -> f.interests("field").platformMix()}
   */
  public static LoopStage segments(int k, UnaryOperator<FeatureExtraction> features) {
    return new SegmentStage(k, features);
  }

  /**
   * Lists of k courses from a model fitted on all events so far (views 1, favourites and shares 2,
   * subscriptions 3, purchases 5); what a user bought is not suggested. Without events no lists.
   */
  public static LoopStage recommend(int k, ModelMaker maker) {
    requireList(k);
    return context -> {
      EventLog log = context.log();
      Interactions interactions = log.interactions(WEIGHTS);
      if (interactions.size() == 0) {
        return;
      }
      Interactions bought = log.interactions(Events.PURCHASE);
      Recommender model = maker.fit(interactions, log, context.seed());
      for (int user = 0; user < context.users().size(); user++) {
        if (context.present(user)) {
          String id = context.users().id(user);
          int known = bought.users().number(id);
          int[] courses =
              model
                  .top(model.users().number(id), k, any -> Exclude.seen(bought).itemsOf(known))
                  .stream()
                  .mapToInt(s -> context.courses().number(s.id()))
                  .toArray();
          context.list(user, courses);
        }
      }
    };
  }

  private static void requireList(int k) {
    if (k < 1) {
      throw new UserError("A list needs at least 1 course, not " + k + ".");
    }
  }

  /** The same list for everybody: what most users looked at. */
  public static LoopStage popular(int k) {
    return recommend(k, (interactions, log, seed) -> Popularity.fit(interactions));
  }

  /** Item neighbours: what others looked at besides. */
  public static LoopStage personal(int k) {
    return recommend(k, (interactions, log, seed) -> neighbours(interactions));
  }

  /**
   * The same, fitted on the events before the first week with any and never again: a loop without
   * feedback. New courses and people stay unknown to it.
   */
  public static LoopStage learntOnce(int k) {
    return recommend(k, once((interactions, log, seed) -> neighbours(interactions)));
  }

  /** Fits when first asked, and gives the same model ever after. */
  public static ModelMaker once(ModelMaker maker) {
    Recommender[] first = new Recommender[1];
    return (interactions, log, seed) -> {
      if (first[0] == null) {
        first[0] = maker.fit(interactions, log, seed);
      }
      return first[0];
    };
  }

  private static Recommender neighbours(Interactions interactions) {
    return ItemKnn.fit(interactions, ItemKnnOptions.of(20).values(true));
  }

  /**
   * The same, with at most so many courses of one field in a list.
   *
   * @param most at least 1
   */
  public static LoopStage diversified(int k, int most) {
    return recommend(
        k,
        (interactions, log, seed) ->
            Reranked.of(
                neighbours(interactions),
                interactions,
                ItemFeatures.ofTable(log.courseAttributes(), "course", "field", ","),
                Reranked.Options.limited(most),
                seed));
  }

  /**
   * Too much personalisation: the most popular courses of the field that the user looked at most,
   * and nothing else while that field has any that the user has not bought.
   */
  public static LoopStage favouriteField(int k) {
    requireList(k);
    return context -> {
      double[][] interest = interests(context);
      double[] fame = new double[context.courses().size()];
      EventLog log = context.log();
      boolean[][] bought = new boolean[context.users().size()][fame.length];
      for (int row = 0; row < log.size(); row++) {
        int course = log.course(row) < 0 ? -1 : context.courses().number(log.courseId(row));
        if (course >= 0) {
          fame[course] += WEIGHTS.getOrDefault(log.eventName(row), 0.0);
          if (log.is(row, Events.PURCHASE)) {
            bought[context.users().number(log.userId(row))][course] = true;
          }
        }
      }
      int[] byFame = RankAgreement.order(fame);
      for (int user = 0; user < interest.length; user++) {
        int field = RankAgreement.order(interest[user])[0];
        if (interest[user][field] > 0 && context.present(user)) {
          int u = user;
          context.list(
              user,
              Arrays.stream(byFame)
                  .filter(c -> context.topic(c).ordinal() == field && !bought[u][c])
                  .limit(k)
                  .toArray());
        }
      }
    };
  }

  /** How much each user did with courses of each topic, by the weights of {@link #recommend}. */
  static double[][] interests(LoopContext context) {
    double[][] out = new double[context.users().size()][Topic.values().length];
    EventLog log = context.log();
    for (int row = 0; row < log.size(); row++) {
      Double weight = WEIGHTS.get(log.eventName(row));
      if (weight != null && log.course(row) >= 0) {
        int user = context.users().number(log.userId(row));
        int course = context.courses().number(log.courseId(row));
        out[user][context.topic(course).ordinal()] += weight;
      }
    }
    return out;
  }

  /** A message on a user's favourite topic to so many users a week, drawn by lot. */
  public static LoopStage randomMessages(Channel channel, int perWeek) {
    if (perWeek < 0) {
      throw new UserError("perWeek must be at least 0, not " + perWeek + ".");
    }
    return context -> {
      double[][] interest = interests(context);
      List<Integer> known = new ArrayList<>();
      for (int user = 0; user < interest.length; user++) {
        if (context.present(user) && Arrays.stream(interest[user]).sum() > 0) {
          known.add(user);
        }
      }
      RandomStream random =
          RandomStream.of(context.seed(), "messages", Integer.toString(context.week()));
      for (int i : random.sample(known.size(), Math.min(perWeek, known.size()))) {
        int user = known.get(i);
        Topic theme = Topic.values()[RankAgreement.order(interest[user])[0]];
        context.message(user, new Contact(channel, theme));
      }
    };
  }
}
