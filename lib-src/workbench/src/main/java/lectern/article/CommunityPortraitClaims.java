package lectern.article;

import java.util.List;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.cluster.AdjustedRand;
import lectern.cluster.KMeans;
import lectern.cluster.Partition;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.Evaluation;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.Proportion;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.feature.FeatureExtraction;
import lectern.feature.Scaler;
import lectern.feature.UserFeatures;
import lectern.math.RandomStream;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import lectern.recommend.SegmentInterests;
import lectern.simulate.Dirt;
import lectern.simulate.Segment;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Topic;

/**
 * Portraits and recommendations of the article "community", section 3, on a simulated platform
 * whose segments and interests are known.
 */
public final class CommunityPortraitClaims implements ClaimSource {
  private static final int WEEKS = 12;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("community").notebook("04-community/1-portraits-and-engagement");
    portraits(list);
    recommendations(list);
    dependence(list);
    return list.claims();
  }

  private static UserFeatures interests(EventLog log, long asOf) {
    return FeatureExtraction.of(log, asOf).interests("field").features();
  }

  private static int[] groups(UserFeatures features) {
    return KMeans.fit(features.matrix(), new KMeans.Options(5), 7).labels();
  }

  private static int[] trueSegments(UserFeatures features, SimulatedPlatform platform) {
    int[] all = platform.truth().segments();
    return IntStream.range(0, features.size())
        .map(row -> all[platform.cleanLog().users().number(features.users().id(row))])
        .toArray();
  }

  private static void portraits(ClaimList list) {
    list.add(
            "3.1",
            "portraits made from behaviour locate the target users precisely",
            "2,000 simulated users in 5 groups by K-means on interests; the target are the parents:"
                + " their share of the group with the most of them, above their share of all users",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              UserFeatures features = interests(platform.cleanLog(), platform.weekStart(WEEKS));
              Found found = locate(groups(features), trueSegments(features, platform));
              return Claim.statement(section, statement)
                  .check(
                      found.inGroup().interval().low() > found.share(),
                      Remark.of(
                          "of the group %s are parents, of all users %.2f; the group holds %.2f of"
                              + " the parents",
                          found.inGroup(), found.share(), found.held()));
            })
        .add(
            "3.2",
            "cluster analysis of cleaned and scaled features builds the portraits of users",
            "adjusted Rand index of the five groups with the five true segments, beside that of the"
                + " same groups dealt out by chance",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              UserFeatures features = interests(platform.cleanLog(), platform.weekStart(WEEKS));
              int[] groups = groups(features);
              int[] dealt = groups.clone();
              RandomStream.of(7, "dealt").shuffle(dealt);
              Partition truth = Partition.of(trueSegments(features, platform));
              double index = AdjustedRand.of(Partition.of(groups), truth);
              double chance = AdjustedRand.of(Partition.of(dealt), truth);
              return Claim.statement(section, statement)
                  .check(
                      index > 0.1 && index > 10 * Math.abs(chance),
                      Remark.of(
                          "index %.3f (1 is perfect), by chance %+.4f: groups overlap with the"
                              + " segments, they are not the segments",
                          index, chance));
            });
  }

  private record Found(Proportion inGroup, double share, double held) {}

  private static Found locate(int[] groups, int[] segments) {
    int target = Segment.PARENTS.ordinal();
    int[] sizes = new int[5];
    int[] hits = new int[5];
    int targets = 0;
    for (int u = 0; u < groups.length; u++) {
      boolean is = segments[u] == target;
      sizes[groups[u]]++;
      hits[groups[u]] += is ? 1 : 0;
      targets += is ? 1 : 0;
    }
    int best = 0;
    for (int g = 1; g < 5; g++) {
      best = hits[g] > hits[best] ? g : best;
    }
    return new Found(
        new Proportion(hits[best], sizes[best]),
        targets / (double) groups.length,
        hits[best] / (double) targets);
  }

  private static void recommendations(ClaimList list) {
    list.add(
            "3.1",
            "contents recommended by portrait suit users better than the same for all",
            "interests of the five groups learnt from 8 weeks of a simulated platform, Recall@10 on"
                + " new views of the next 4 against popularity, paired by user",
            (section, statement) -> {
              PairedComparison one = bySegment();
              return Claim.statement(section, statement)
                  .check(
                      one.interval().low() > 0,
                      Remark.of(
                          "Recall@10 %+.4f, interval %.4f to %.4f",
                          one.difference(), one.interval().low(), one.interval().high()));
            })
        .add(
            "3.3",
            "locating target users by portrait raises the effect of marketing",
            "a simulated campaign on data courses: known effect on the tenth of users who looked at"
                + " most data courses before, beside the mean effect on all",
            (section, statement) -> {
              SimulatedPlatform platform = ArticlePlatform.usual();
              double[] effects = effects(platform);
              return Claim.statement(section, statement)
                  .check(
                      effects[0] > effects[1],
                      Remark.of(
                          "%.4f purchases a message to the located, %.4f to all",
                          effects[0], effects[1]));
            })
        .add(
            "3.3",
            "recommending by interests and needs raises satisfaction",
            "mean true satisfaction after 10 weeks of lists by similarity of fields, against the"
                + " most popular courses for all",
            (section, statement) -> {
              SeedDifferences more =
                  SeedDifferences.over(
                      5,
                      seed ->
                          ArticleLoop.difference(
                              "satisfaction", ArticleLoop.BY_FIELD, ArticleLoop.POPULAR, seed));
              return Claim.statement(section, statement)
                  .check(more.isAbove0(), "satisfaction (0 to 1) " + more);
            });
  }

  private static PairedComparison bySegment() {
    SimulatedPlatform platform = ArticlePlatform.usual();
    EventLog log = platform.cleanLog();
    Split split = Split.byTime(log.interactions(Events.VIEW), platform.weekStart(8));
    UserFeatures features = interests(log.between(0, platform.weekStart(8)), platform.weekStart(8));
    int[] groups = groups(features);
    int[] ofUser = new int[log.users().size()];
    for (int u = 0; u < ofUser.length; u++) {
      int row = features.users().number(log.users().id(u));
      ofUser[u] = row < 0 ? 0 : groups[row];
    }
    Recommender model =
        SegmentInterests.fit(
            split.train(), ofUser, ArticleLoop.fields(log), new SegmentInterests.Options(20));
    return againstPopularity(split, model);
  }

  private static PairedComparison againstPopularity(Split split, Recommender model) {
    Recommender popular = Popularity.fit(split.train());
    return Evaluation.of("simulated platform", split)
        .metrics(new RecallAt(10))
        .seed(7)
        .run(popular, model)
        .compare("Recall@10", popular.name())
        .all()
        .get(0);
  }

  /** Mean expected effect on the located users, and on all who were there. */
  private static double[] effects(SimulatedPlatform platform) {
    var campaign = platform.campaign("data month");
    long begin = platform.weekStart(campaign.campaign().week());
    UserFeatures before = interests(platform.cleanLog().between(0, begin), begin);
    double[] data = before.column("interest: " + Topic.DATA.id());
    double limit = java.util.Arrays.stream(data).sorted().toArray()[(int) (0.9 * data.length)];
    double[] sums = new double[4];
    for (int user : campaign.users()) {
      int row = before.users().number(platform.cleanLog().users().id(user));
      sums[2] += campaign.expectedEffect(user);
      sums[3]++;
      if (row >= 0 && data[row] >= limit) {
        sums[0] += campaign.expectedEffect(user);
        sums[1]++;
      }
    }
    return new double[] {sums[0] / sums[1], sums[2] / sums[3]};
  }

  private static void dependence(ClaimList list) {
    list.add(
            "3.3",
            "the effect of the methods depends on the quality of the data",
            "adjusted Rand index of groups (scaled interests, browsing time and platforms) and true"
                + " segments, from a clean log and from the same with dirt on a tenth of its rows"
                + " in each of six ways (impossible values are refused; 600 users, 12 seeds)",
            (section, statement) -> {
              SeedDifferences lost =
                  SeedDifferences.over(12, seed -> index(seed, true) - index(seed, false));
              return Claim.statement(section, statement)
                  .check(lost.isAbove0(), "index lost by dirt: " + lost);
            })
        .add(
            "3.3",
            "the effect of the methods depends on the amount of data",
            "Recall@10 of item neighbours on the views of the last 4 of 12 weeks, learnt from all"
                + " users' earlier views and from those of each tenth event",
            (section, statement) -> {
              double all = recall(1);
              double tenth = recall(10);
              return Claim.statement(section, statement)
                  .check(
                      all > tenth,
                      Remark.of("Recall@10 %.4f with all, %.4f with a tenth", all, tenth));
            });
  }

  private static double index(long seed, boolean clean) {
    SimulatedPlatform platform =
        Simulation.run(
            SimulationOptions.usual()
                .users(600)
                .weeks(4)
                .noCampaigns()
                .dirt(new Dirt(0.1, 0.1, 0.1, 0.1, 0, 0.1, 0.1, 0.1)),
            seed);
    EventLog log = clean ? platform.cleanLog() : platform.log();
    UserFeatures features =
        FeatureExtraction.of(log, platform.weekStart(4))
            .interests("field")
            .browsingTime()
            .platformMix()
            .features();
    features = Scaler.standard(features).transform(features);
    return AdjustedRand.of(
        Partition.of(groups(features)), Partition.of(trueSegments(features, platform)));
  }

  private static double recall(int keepEach) {
    SimulatedPlatform platform = ArticlePlatform.usual();
    EventLog log = platform.cleanLog();
    Interactions views = log.interactions(Events.VIEW);
    Split split = Split.byTime(views, platform.weekStart(8));
    boolean[] keep = new boolean[split.train().size()];
    for (int cell = 0; cell < keep.length; cell += keepEach) {
      keep[cell] = true;
    }
    Recommender model = ItemKnn.fit(split.train().keep(keep), ItemKnnOptions.of(20));
    return Evaluation.of("simulated platform", split)
        .metrics(new RecallAt(10))
        .seed(7)
        .run(model)
        .values("Recall@10")[0];
  }
}
