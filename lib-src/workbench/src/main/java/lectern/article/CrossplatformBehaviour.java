package lectern.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lectern.basket.Baskets;
import lectern.basket.RuleOptions;
import lectern.basket.ShuffleCheck;
import lectern.claim.Checked;
import lectern.claim.Claim;
import lectern.cluster.AdjustedRand;
import lectern.cluster.KMeans;
import lectern.cluster.Partition;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.feature.FeatureExtraction;
import lectern.feature.LoyaltyIndicators;
import lectern.feature.SatisfactionIndicators;
import lectern.feature.Scaler;
import lectern.feature.ScalerOptions;
import lectern.feature.ScoreWeights;
import lectern.feature.UserFeatures;
import lectern.feature.UserHistory;
import lectern.feature.UserScores;
import lectern.math.RandomStream;
import lectern.math.RankCorrelation;

/** Analysis of behaviour in "crossplatform" 3.1 and 9.2, on platforms whose truth is known. */
public final class CrossplatformBehaviour implements ClaimSource {
  private static final Map<String, List<String>> BAD =
      new TreeMap<>(
          Map.of(
              "repeated", List.of("duplicates", "doubleFired"),
              "invalid", List.of("missing"),
              "wrong", List.of("impossible", "wrongUnits", "outliers")));

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/1-cleaning-and-joining");
    BAD.forEach((word, kinds) -> cleaning(list, word, kinds));
    list.add(
        "3.1",
        "joining the platforms makes each user's behaviour complete",
        "accounts joined by telephone, e-mail and device: whether every two accounts of a person"
            + " are found",
        CrossplatformBehaviour::complete);
    list.notebook("02-crossplatform/2-segments-and-patterns");
    analysis(list);
    scores(list);
    questions(list);
    return list.claims();
  }

  private static void cleaning(ClaimList list, String word, List<String> kinds) {
    list.add(
        "3.1",
        "cleaning removes " + word + " data",
        "of a simulated log the rows with "
            + String.join(", ", kinds)
            + ": whether every one was dropped or mended",
        (section, statement) -> {
          StringBuilder words = new StringBuilder();
          boolean all = true;
          for (String kind : kinds) {
            double found = CleaningTrials.found(kind);
            all &= found == 1;
            words.append(String.format(Locale.ROOT, "%s %.1f %%, ", kind, 100 * found));
          }
          return Claim.statement(section, statement)
              .check(
                  all,
                  String.format(
                      Locale.ROOT,
                      "found: %sand of the good rows %.2f %% were dropped",
                      words,
                      100 * CleaningTrials.falselyDropped()));
        });
  }

  private static Checked complete(String section, String statement) {
    var quality = CleaningTrials.quality();
    return Claim.statement(section, statement)
        .check(
            quality.recall() == 1,
            String.format(
                Locale.ROOT,
                "%.1f %% of the pairs are found, %.1f %% of those found are right",
                100 * quality.recall(),
                100 * quality.precision()));
  }

  private static void analysis(ClaimList list) {
    list.add(
            "3.1",
            "the features taken tell what users prefer and need",
            "purchases by topic four weeks later, foretold from them: log loss less than that of"
                + " the base rates",
            CrossplatformBehaviour::featuresTell)
        .add(
            "3.1",
            "users divide into groups by features and behaviour",
            "five clusters of the simulated users against the true segments, beside 200 deals of"
                + " the clusters at random",
            CrossplatformBehaviour::groupsAreThere)
        .add(
            "3.1",
            "association rules find patterns of behaviour",
            "rules of the courses that users bought together: how many there are, against 40"
                + " shuffles in which nothing belongs together",
            (section, statement) -> {
              Baskets baskets = Baskets.ofUsers(NeedsTrials.log(), Events.PURCHASE);
              ShuffleCheck check =
                  ShuffleCheck.of(baskets, RuleOptions.of(0.03).minConfidence(0.1), 40, 42);
              return Claim.statement(section, statement)
                  .check(
                      check.pValue() < 0.05,
                      String.format(
                          Locale.ROOT,
                          "%d rules, in shuffles %.0f on average, at most %d",
                          check.rules(),
                          Arrays.stream(check.shuffledRules()).average().orElseThrow(),
                          Arrays.stream(check.shuffledRules()).max().orElseThrow()));
            });
  }

  private static Checked featuresTell(String section, String statement) {
    var gain = NeedsTrials.gain(NeedsTrials.behaviour(), NeedsTrials.classifier(10));
    return Claim.statement(section, statement)
        .check(gain.isThere(), "gain a user and topic " + gain.words());
  }

  private static Checked groupsAreThere(String section, String statement) {
    EventLog log = NeedsTrials.log();
    UserFeatures features =
        FeatureExtraction.of(log, NeedsTrials.week(20))
            .activity()
            .interests("field")
            .platformMix()
            .features();
    Scaler scaler =
        Scaler.fit(
            features, ScalerOptions.of(Scaler.Method.STANDARD).constant(Scaler.Constant.CENTRE));
    int[] found =
        KMeans.fit(scaler.transform(features).matrix(), new KMeans.Options(5), 42).labels();
    int[] all = NeedsTrials.segments();
    Partition truth =
        Partition.of(
            features.users().ids().stream().mapToInt(id -> all[log.users().number(id)]).toArray());
    double agreement = AdjustedRand.of(truth, Partition.of(found));
    double chance = -1;
    for (int deal = 0; deal < 200; deal++) {
      int[] order =
          RandomStream.of(42, "dealt clusters", Integer.toString(deal)).permutation(found.length);
      int[] dealt = Arrays.stream(order).map(i -> found[i]).toArray();
      chance = Math.max(chance, AdjustedRand.of(truth, Partition.of(dealt)));
    }
    return Claim.statement(section, statement)
        .check(
            agreement > chance,
            String.format(
                Locale.ROOT,
                "adjusted Rand index %.3f; of 200 random deals at most %.3f, 1 is perfect",
                agreement,
                chance));
  }

  private static void scores(ClaimList list) {
    list.add(
            "3.1",
            "a scoring model judges users' satisfaction",
            "the score from ratings, returns and completions against true satisfaction: rank"
                + " correlation, more than three times its error without any connection",
            (section, statement) -> {
              UserHistory history = UserHistory.of(NeedsTrials.log(), NeedsTrials.week(20));
              var indicators = new SatisfactionIndicators().of(history);
              UserScores scores = UserScores.of(indicators, ScoreWeights.equal(indicators));
              return judged(section, statement, scores, NeedsTrials.satisfaction());
            })
        .add(
            "3.1",
            "a scoring model judges users' loyalty",
            "the score from coming back and buying again against true loyalty, alike",
            (section, statement) -> {
              UserHistory history = UserHistory.of(NeedsTrials.log(), NeedsTrials.week(20));
              var indicators = new LoyaltyIndicators().of(history);
              UserScores scores = UserScores.of(indicators, ScoreWeights.equal(indicators));
              return judged(section, statement, scores, NeedsTrials.loyalty());
            });
  }

  private static Checked judged(
      String section, String statement, UserScores scores, double[] truth) {
    double[] ofScored =
        scores.users().ids().stream()
            .mapToDouble(id -> truth[NeedsTrials.log().users().number(id)])
            .toArray();
    double correlation = RankCorrelation.spearman(scores.scores(), ofScored);
    return Claim.statement(section, statement)
        .check(
            correlation > 3 / Math.sqrt(ofScored.length - 1.0),
            String.format(
                Locale.ROOT, "rank correlation %.3f over %d users", correlation, ofScored.length));
  }

  private static void questions(ClaimList list) {
    list.add(
            "9.2",
            "joined data of all platforms make a complete record of each user",
            "the share of each user's events that one joined identity holds, in a simulated log by"
                + " account",
            (section, statement) -> {
              double joined = largestShare(CleaningTrials.joined().rename(accounts()));
              double alone = largestShare(accounts());
              return Claim.statement(section, statement)
                  .check(
                      joined == 1,
                      String.format(
                          Locale.ROOT,
                          "on average %.1f %% of a user's events, %.1f %% before joining",
                          100 * joined,
                          100 * alone));
            })
        .add(
            "9.2",
            "features from behaviour tell what users prefer and need",
            "as in 3.1: purchases by topic foretold four weeks later",
            CrossplatformBehaviour::featuresTell)
        .add(
            "9.2",
            "statistics and learning from data find what users need",
            "the same learnt from answers dealt out at random, which must not beat the base rates,"
                + " and from the true ones, which must",
            (section, statement) -> {
              var real = NeedsTrials.gain(NeedsTrials.behaviour(), NeedsTrials.classifier(10));
              var dealt =
                  NeedsTrials.gain(
                      NeedsTrials.behaviour(),
                      (train, later) ->
                          NeedsTrials.classifier(10).chances(train.shuffled(42), later));
              return Claim.statement(section, statement)
                  .check(
                      real.isThere() && !dealt.isThere(),
                      "gain " + real.words() + ", from dealt answers " + dealt.words());
            })
        .add(
            "9.2",
            "users divide into groups by behaviour",
            "as in 3.1: clusters against the true segments",
            CrossplatformBehaviour::groupsAreThere);
  }

  private static EventLog accounts() {
    return CleaningTrials.platform().accountLog();
  }

  /** The mean over true users of the largest part of their events that one name holds. */
  private static double largestShare(EventLog named) {
    EventLog truth = CleaningTrials.platform().cleanLog();
    Map<Integer, Map<String, Integer>> byUser = new TreeMap<>();
    for (int row = 0; row < truth.size(); row++) {
      byUser
          .computeIfAbsent(truth.user(row), u -> new TreeMap<>())
          .merge(named.userId(row), 1, Integer::sum);
    }
    double sum = 0;
    for (Map<String, Integer> names : byUser.values()) {
      int all = names.values().stream().mapToInt(n -> n).sum();
      sum += names.values().stream().mapToInt(n -> n).max().orElseThrow() / (double) all;
    }
    return sum / byUser.size();
  }
}
