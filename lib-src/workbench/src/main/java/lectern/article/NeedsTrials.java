package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Interval;
import lectern.evaluate.UserValues;
import lectern.feature.FeatureExtraction;
import lectern.feature.Scaler;
import lectern.feature.ScalerOptions;
import lectern.feature.UserFeatures;
import lectern.needs.BuysTopic;
import lectern.needs.NeedsClassifier;
import lectern.needs.NeedsOptions;
import lectern.needs.NeedsSample;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Topic;
import tech.tablesaw.api.Table;

/**
 * Who will buy in which of the eight topics within 28 days, learnt in week 12 of the simulated
 * platform and judged in week 16: log loss a user and topic, less than that of the base rates.
 */
final class NeedsTrials {
  static final int LEARN = 12;
  static final int JUDGE = 16;
  private static final long SEED = 42;
  private static final double EDGE = 1e-6;

  private NeedsTrials() {}

  private static final class Simulated {
    static final SimulatedPlatform PLATFORM =
        Simulation.run(SimulationOptions.usual().users(700).weeks(20), SEED);
    static final Map<Long, UserFeatures> BEHAVIOUR = new TreeMap<>();
  }

  static EventLog log() {
    return Simulated.PLATFORM.cleanLog();
  }

  /** The true segment of each user. */
  static int[] segments() {
    return Simulated.PLATFORM.truth().segments();
  }

  /** The true satisfaction of each user after the last week. */
  static double[] satisfaction() {
    var truth = Simulated.PLATFORM.truth();
    return IntStream.range(0, log().users().size()).mapToDouble(truth::satisfaction).toArray();
  }

  /** The true loyalty of each user after the last week. */
  static double[] loyalty() {
    var truth = Simulated.PLATFORM.truth();
    return IntStream.range(0, log().users().size()).mapToDouble(truth::loyalty).toArray();
  }

  static long week(int number) {
    return Simulated.PLATFORM.weekStart(number);
  }

  /** What is known of the users before a cut-off. */
  @FunctionalInterface
  interface Known {
    UserFeatures at(long asOf);
  }

  /** All of their behaviour; worked out once for each cut-off. */
  static Known behaviour() {
    return asOf -> {
      synchronized (Simulated.BEHAVIOUR) {
        return Simulated.BEHAVIOUR.computeIfAbsent(asOf, behaviour(log())::at);
      }
    };
  }

  /** Their behaviour as this part of the log tells it. */
  static Known behaviour(EventLog seen) {
    return asOf ->
        FeatureExtraction.of(seen, asOf)
            .recencyFrequencyMonetary()
            .activity()
            .interests("field")
            .features();
  }

  /** Age, gender and occupation. */
  static Known demographics() {
    Table users = log().userAttributes();
    List<String> names = new ArrayList<>(List.of("age", "female"));
    List<String> occupations =
        List.copyOf(new TreeSet<>(users.stringColumn("occupation").asList()));
    names.addAll(occupations);
    double[][] rows = new double[users.rowCount()][names.size()];
    for (int u = 0; u < rows.length; u++) {
      rows[u][0] = users.intColumn("age").get(u);
      rows[u][1] = users.stringColumn("gender").get(u).startsWith("f") ? 1 : 0;
      rows[u][2 + occupations.indexOf(users.stringColumn("occupation").get(u))] = 1;
    }
    UserFeatures all = UserFeatures.of(users.stringColumn("user").asList(), names, rows);
    return asOf -> all.forUsers(FeatureExtraction.of(log(), asOf).history().users().ids());
  }

  /** The chance that each user of a later sample buys, learnt from an earlier one. */
  @FunctionalInterface
  interface Learner {
    double[] chances(NeedsSample train, UserFeatures later);
  }

  /** Logistic regression with this penalty. */
  static Learner classifier(double penalty) {
    NeedsOptions options = NeedsOptions.of(NeedsOptions.Kind.LOGISTIC).penalty(penalty);
    return (train, later) -> NeedsClassifier.fit(train, options, SEED).probabilities(later);
  }

  /** K-means, and the rate of each cluster, drawn a little towards everybody's. */
  static Learner clusters(UserFeatures before, int k) {
    Scaler scaler =
        Scaler.fit(
            before, ScalerOptions.of(Scaler.Method.STANDARD).constant(Scaler.Constant.CENTRE));
    KMeansModel model = KMeans.fit(scaler.transform(before).matrix(), new KMeans.Options(k), SEED);
    int[] clusters = model.labels();
    return (train, later) -> {
      double[] yes = new double[k];
      double[] all = new double[k];
      boolean[] labels = train.labels();
      for (int u = 0; u < labels.length; u++) {
        all[clusters[u]]++;
        yes[clusters[u]] += labels[u] ? 1 : 0;
      }
      return Arrays.stream(model.predict(scaler.transform(later).matrix()))
          .mapToDouble(c -> (yes[c] + 10 * train.baseRate()) / (all[c] + 10))
          .toArray();
    };
  }

  /**
   * How much log loss less than by the base rates, a user and topic.
   *
   * @param gains for each user of the later sample, the mean over the topics
   */
  record Gain(double[] gains) {
    double mean() {
      return UserValues.of(gains).mean();
    }

    Interval interval() {
      return new Bootstrap().interval(UserValues.of(gains), SEED);
    }

    /** The whole interval is above 0. */
    boolean isThere() {
      return interval().low() > 0;
    }

    /** "0.0120 (0.0090 to 0.0150)". */
    String words() {
      return String.format(
          Locale.ROOT, "%.4f (%.4f to %.4f)", mean(), interval().low(), interval().high());
    }
  }

  /** Learnt in one week and judged in another. */
  static Gain gain(Known known, Learner learner, int learn, int judge) {
    UserFeatures before = known.at(week(learn));
    UserFeatures later = known.at(week(judge));
    double[] gains = new double[later.size()];
    for (Topic topic : Topic.values()) {
      NeedsSample train = sample(before, topic, learn);
      boolean[] answers = sample(later, topic, judge).labels();
      double[] chances = learner.chances(train, later);
      double base = train.baseRate();
      for (int u = 0; u < gains.length; u++) {
        gains[u] += (loss(base, answers[u]) - loss(chances[u], answers[u])) / Topic.values().length;
      }
    }
    return new Gain(gains);
  }

  static Gain gain(Known known, Learner learner) {
    return gain(known, learner, LEARN, JUDGE);
  }

  private static NeedsSample sample(UserFeatures features, Topic topic, int week) {
    BuysTopic label = new BuysTopic("field", topic.id());
    IdIndex users = features.users();
    return NeedsSample.of(
        features,
        label.of(log(), users, week(week)),
        label.name(),
        week(week),
        week(week) + label.days() * 86_400L);
  }

  private static double loss(double chance, boolean yes) {
    double kept = Math.max(EDGE, Math.min(1 - EDGE, chance));
    return -StrictMath.log(yes ? kept : 1 - kept);
  }
}
