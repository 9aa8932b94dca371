package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.cluster.KMeans;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.feature.FeatureExtraction;
import lectern.feature.Scaler;
import lectern.market.Goal;
import lectern.math.RandomStream;
import lectern.recommend.ItemFeatures;
import lectern.recommend.SegmentInterests;
import lectern.simulate.Actions;
import lectern.simulate.PlatformState;
import lectern.simulate.Topic;

/** What "crossplatform" 5.3 says of its three programs. */
public final class CrossplatformReading implements ClaimSource {
  /** What the program defines, in its order, and what the pseudo-code of section 3 calls. */
  private static final List<String> DEFINED =
      List.of(
          "data_cleaning",
          "data_integration",
          "feature_extraction",
          "user_segmentation",
          "build_interest_models",
          "content_recommendation",
          "set_marketing_goals",
          "select_channels",
          "ad_placement");

  private static final List<String> CORE =
      List.of(
          "data_cleaning",
          "data_integration",
          "feature_extraction",
          "user_segmentation",
          "build_interest_models",
          "content_recommendation",
          "set_marketing_goals",
          "select_channels",
          "ad_placement",
          "evaluate_effects");

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/4-goals-channels-effects");
    reading(list);
    effects(list);
    return list.claims();
  }

  private static void reading(ClaimList list) {
    list.add(
            "5.3",
            "the programs hold all the core functions",
            "the functions that the pseudo-code of section 3 calls, against those defined",
            (section, statement) -> {
              List<String> missing = new ArrayList<>(CORE);
              missing.removeAll(DEFINED);
              return Claim.statement(section, statement)
                  .check(missing.isEmpty(), "not there: " + missing);
            })
        .add(
            "5.3",
            "the groups help to understand what users need",
            "information that the group gives about a user's most viewed topic, against 200 deals"
                + " of the groups at random",
            (section, statement) -> {
              int[] groups = CrossplatformListing.userGroups().stream().mapToInt(g -> g).toArray();
              int[] topics = mostViewed();
              double found = information(groups, topics);
              int atLeast = 0;
              for (int deal = 0; deal < 200; deal++) {
                int[] order =
                    RandomStream.of(42, "deal", Integer.toString(deal)).permutation(groups.length);
                int[] dealt = Arrays.stream(order).map(i -> groups[i]).toArray();
                atLeast += information(dealt, topics) >= found ? 1 : 0;
              }
              return Claim.statement(section, statement)
                  .check(
                      atLeast < 10,
                      String.format(
                          Locale.ROOT,
                          "%.4f nats of %.4f; %d of 200 random deals give as much",
                          found,
                          information(topics, topics),
                          atLeast));
            })
        .add(
            "5.3",
            "channels are chosen by the features of the groups",
            "the listed choice for the groups found, and for the same groups numbered otherwise",
            (section, statement) -> {
              int[] other = {1, 2, 0};
              List<String> renumbered =
                  CrossplatformListing.userGroups().stream()
                      .map(g -> "cluster_" + other[g])
                      .toList();
              boolean same =
                  CrossplatformMarketing.chosen(
                          Goal.asListed(), CrossplatformMarketing.groupNames())
                      .equals(CrossplatformMarketing.chosen(Goal.asListed(), renumbered));
              return Claim.statement(section, statement)
                  .check(
                      same,
                      "they follow the groups' numbers, which are arbitrary: other numbers, other"
                          + " channels for the same users");
            });
  }

  /** Under the program as it is meant: each group gets the best sellers of its first category. */
  private static final class Meant {
    static final PlatformState STATE =
        PlatformTrials.after(PlatformTrials.WEEKS, CrossplatformReading::ofGroup);
  }

  private static Actions ofGroup(PlatformState state) {
    var features =
        FeatureExtraction.of(state.log(), PlatformTrials.weekStart(state.nextWeek()))
            .browsingTime()
            .purchaseFrequency()
            .features();
    int[] labels =
        KMeans.fit(Scaler.standard(features).transform(features).matrix(), new KMeans.Options(3), 0)
            .labels();
    Interactions had = PlatformTrials.viewsAndPurchases(state.log());
    int[] groups =
        IntStream.range(0, had.userCount())
            .map(u -> features.users().number(had.users().id(u)))
            .map(row -> row < 0 ? -1 : labels[row])
            .toArray();
    ItemFeatures fields =
        ItemFeatures.ofTable(state.log().courseAttributes(), "course", "field", ", ");
    SegmentInterests models =
        SegmentInterests.fit(had, groups, fields, new SegmentInterests.Options(0));
    int[][] lists =
        IntStream.range(0, models.segmentCount())
            .mapToObj(group -> PlatformTrials.coursesOf(state, models.firstCategory(group)))
            .map(all -> all.stream().limit(PlatformTrials.LIST).mapToInt(c -> c).toArray())
            .toArray(int[][]::new);
    Actions actions = new Actions();
    for (int u = 0; u < groups.length; u++) {
      if (groups[u] >= 0) {
        actions.suggest(state.users().number(had.users().id(u)), lists[groups[u]]);
      }
    }
    return actions;
  }

  private static void effects(ClaimList list) {
    list.add(
            "5.3",
            "content made to measure raises satisfaction",
            "true satisfaction after six weeks of the best sellers of each group's first category,"
                + " and of the same list for everybody",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "satisfaction",
                    PlatformTrials.satisfaction(Meant.STATE),
                    PlatformTrials.satisfaction(PlatformTrials.sameForAll())))
        .add(
            "5.3",
            "content made to measure raises participation",
            "days on which each user came in those six weeks",
            (section, statement) ->
                OmnichannelNeeds.rises(
                    section,
                    statement,
                    "days",
                    PlatformTrials.activeDays(Meant.STATE),
                    PlatformTrials.activeDays(PlatformTrials.sameForAll())))
        .add(
            "5.3",
            "placing adverts by group raises their effect",
            "purchases that a message is expected to bring, known on the simulated platform: in the"
                + " listed channels about the category of the user's group, and in a channel and"
                + " about a topic drawn by lot",
            (section, statement) -> {
              double[] listed = CrossplatformMarketing.worthAsListed();
              double[] lot = CrossplatformMarketing.worthByLot();
              return OmnichannelNeeds.rises(section, statement, "purchases a message", listed, lot);
            });
  }

  /** The topic that each user of the cleaned file viewed most; ties and nobody: the first. */
  private static int[] mostViewed() {
    EventLog log = ListedTable.platform().cleanLog();
    int[][] views = new int[log.users().size()][Topic.values().length];
    var topics = log.courseAttributes().stringColumn("field");
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, Events.VIEW)) {
        views[log.user(row)][Topic.of(topics.get(log.course(row))).ordinal()]++;
      }
    }
    return ListedTable.users().withoutDuplicates().withoutGaps().column("user_id").stream()
        .mapToInt(
            id -> {
              int[] of = views[Integer.parseInt(id) - 1];
              return IntStream.range(0, of.length)
                  .reduce(0, (best, t) -> of[t] > of[best] ? t : best);
            })
        .toArray();
  }

  /** Σ p(a, b) ln(p(a, b) / (p(a) p(b))). */
  private static double information(int[] a, int[] b) {
    double[][] joint = new double[8][8];
    double[] left = new double[8];
    double[] right = new double[8];
    for (int i = 0; i < a.length; i++) {
      joint[a[i]][b[i]] += 1.0 / a.length;
      left[a[i]] += 1.0 / a.length;
      right[b[i]] += 1.0 / a.length;
    }
    double sum = 0;
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 8; y++) {
        sum +=
            joint[x][y] > 0 ? joint[x][y] * StrictMath.log(joint[x][y] / (left[x] * right[y])) : 0;
      }
    }
    return sum;
  }
}
