package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.market.AdPlacement;
import lectern.market.ChannelChoice;
import lectern.market.Goal;
import lectern.math.RandomStream;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.PlatformTruth;
import lectern.simulate.Topic;

/** The marketing program of "crossplatform" 5.2.3, step by step, and what 5.3 says of all three. */
public final class CrossplatformMarketing implements ClaimSource {
  private static final Map<String, Channel> NAMED =
      Map.of("微信", Channel.WECHAT, "微博", Channel.WEIBO, "抖音", Channel.DOUYIN, "知乎", Channel.ZHIHU);
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

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
    goals(list);
    channels(list);
    placement(list);
    reading(list);
    return list.claims();
  }

  private static void goals(ClaimList list) {
    for (Goal goal : Goal.asListed()) {
      list.add(
          "5.2.3",
          "the goal of "
              + goal.target()
              + " ("
              + goal.name()
              + ") follows from analysis, as in 3.3",
          "what a goal from data needs, against what the function reads",
          (section, statement) ->
              Claim.of(section, statement, Long.toString(goal.target()))
                  .needs(
                      List.of(
                          "how many users can be reached",
                          "a measured rate",
                          "a rule from both to a goal"),
                      List.of()));
    }
    list.add(
        "5.2.3",
        "channels are chosen for the goals",
        "the choice for the listed goals and for goals a hundred times as large",
        (section, statement) -> {
          List<Goal> large =
              Goal.asListed().stream().map(g -> new Goal(g.name(), 100 * g.target())).toList();
          return Claim.statement(section, statement)
              .check(
                  !chosen(Goal.asListed(), groupNames()).equals(chosen(large, groupNames())),
                  "the same channels both times: the goals are handed over and never read");
        });
  }

  /** The listed choice with its keys and loop put right: a channel pair for each user. */
  private static Map<Integer, List<String>> chosen(List<Goal> goals, List<String> groups) {
    if (goals.isEmpty()) {
      throw new UserError("there are no goals");
    }
    Map<Integer, List<String>> chosen = new TreeMap<>();
    for (int user = 0; user < groups.size(); user++) {
      chosen.put(user, ChannelChoice.asListed().get(groups.get(user)));
    }
    return chosen;
  }

  private static List<String> groupNames() {
    return CrossplatformListing.userGroups().stream().map(group -> "cluster_" + group).toList();
  }

  private static void channels(ClaimList list) {
    list.add(
            "5.2.3",
            "channels are selected for every user",
            "the loop over the rows of the groups as printed: place and row by row",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(
                        () -> {
                          selectAsPrinted();
                          return true;
                        }))
        .add(
            "5.2.3",
            "the listed channels suit the groups",
            "purchases that a message is expected to bring, known on the simulated platform: the"
                + " two best of the four channels for each group, against the table in all six ways"
                + " to number the groups",
            (section, statement) -> {
              double[][] worth = worthByGroup();
              int suited = 0;
              for (int[] order : ORDERS) {
                suited = Math.max(suited, suited(worth, order));
              }
              return Claim.statement(section, statement)
                  .check(
                      suited == 3,
                      "at most "
                          + suited
                          + " of 3 groups get their two best; those are "
                          + best(worth));
            });
  }

  private static void selectAsPrinted() {
    Map<String, List<String>> channels = ChannelChoice.asListed();
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("user_groups", CrossplatformListing.groupTable());
    int rows = CrossplatformListing.groupTable().rows().size();
    for (int place = 0; place < rows; place++) {
      names.put("cluster", place);
      List<String> errors = new ArrayList<>();
      if (!channels.containsKey(names.get("cluster").toString())) {
        errors.add("the table has no entry " + place + ", only " + channels.keySet());
      }
      if (!names.containsKey("user_id")) {
        errors.add("nor is user_id defined, under which the channels are to be kept");
      }
      if (!errors.isEmpty()) {
        throw new UserError(String.join("; ", errors));
      }
    }
  }

  /** Expected purchases a message, by group and by the four channels in the order of Channel. */
  private static double[][] worthByGroup() {
    PlatformTruth truth = ListedTable.platform().truth();
    List<Integer> groups = CrossplatformListing.userGroups();
    List<String> ids = ListedTable.users().withoutDuplicates().withoutGaps().column("user_id");
    double[][] worth = new double[3][4];
    int[] sizes = new int[3];
    for (int i = 0; i < ids.size(); i++) {
      sizes[groups.get(i)]++;
      for (int c = 0; c < 4; c++) {
        for (Topic topic : Topic.values()) {
          Contact contact = new Contact(Channel.values()[c], topic);
          worth[groups.get(i)][c] += truth.messageChance(Integer.parseInt(ids.get(i)) - 1, contact);
        }
      }
    }
    for (int g = 0; g < 3; g++) {
      for (int c = 0; c < 4; c++) {
        worth[g][c] /= sizes[g] * Topic.values().length;
      }
    }
    return worth;
  }

  /** How many groups get their two best channels when group g is called order[g]. */
  private static int suited(double[][] worth, int[] order) {
    int suited = 0;
    for (int g = 0; g < 3; g++) {
      var listed = new TreeSet<Channel>();
      ChannelChoice.asListed().get("cluster_" + order[g]).forEach(n -> listed.add(NAMED.get(n)));
      suited += listed.equals(new TreeSet<>(best(worth).get(g))) ? 1 : 0;
    }
    return suited;
  }

  private static List<List<Channel>> best(double[][] worth) {
    return Arrays.stream(worth)
        .map(
            ofGroup ->
                IntStream.range(0, 4)
                    .boxed()
                    .sorted((a, b) -> Double.compare(ofGroup[b], ofGroup[a]))
                    .limit(2)
                    .map(c -> Channel.values()[c])
                    .toList())
        .toList();
  }

  private static void placement(ClaimList list) {
    list.add(
            "5.2.3",
            "each chosen channel gets a recommended content",
            "the channels of a user paired with his recommendation, which is one word: pairs in"
                + " order, letter by letter",
            (section, statement) -> {
              String recommended = CrossplatformListing.recommendedAsMeant().get(0);
              var letters = recommended.chars().mapToObj(Character::toString).toList();
              var placed =
                  AdPlacement.asListed(
                      Map.of("user 1", ChannelChoice.asListed().get(groupNames().get(0))),
                      Map.of("user 1", letters));
              return Claim.statement(section, statement)
                  .check(
                      placed.get("user 1").values().stream().allMatch(recommended::equals),
                      "recommended is \"" + recommended + "\"; placed is " + placed.get("user 1"));
            })
        .add(
            "5.2.3",
            "the output shows the first placements",
            "whether a dictionary of placements has a head to show",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(() -> CrossplatformListing.head(new TreeMap<>())));
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
              int[] other = ORDERS[3];
              List<String> renumbered =
                  CrossplatformListing.userGroups().stream()
                      .map(g -> "cluster_" + other[g])
                      .toList();
              boolean same =
                  chosen(Goal.asListed(), groupNames()).equals(chosen(Goal.asListed(), renumbered));
              return Claim.statement(section, statement)
                  .check(
                      same,
                      "they follow the groups' numbers, which are arbitrary: other numbers, other"
                          + " channels for the same users");
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
