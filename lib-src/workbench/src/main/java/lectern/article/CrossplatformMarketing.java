package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.display.UserError;
import lectern.market.AdPlacement;
import lectern.market.ChannelChoice;
import lectern.market.Goal;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.PlatformTruth;
import lectern.simulate.Topic;

/** The marketing program of "crossplatform" 5.2.3, step by step. */
public final class CrossplatformMarketing implements ClaimSource {
  private static final Map<String, Channel> NAMED =
      Map.of("微信", Channel.WECHAT, "微博", Channel.WEIBO, "抖音", Channel.DOUYIN, "知乎", Channel.ZHIHU);
  private static final int[][] ORDERS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("crossplatform").notebook("02-crossplatform/4-goals-channels-effects");
    goals(list);
    channels(list);
    placement(list);
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
  static Map<Integer, List<String>> chosen(List<Goal> goals, List<String> groups) {
    if (goals.isEmpty()) {
      throw new UserError("there are no goals");
    }
    Map<Integer, List<String>> chosen = new TreeMap<>();
    for (int user = 0; user < groups.size(); user++) {
      chosen.put(user, ChannelChoice.asListed().get(groups.get(user)));
    }
    return chosen;
  }

  static List<String> groupNames() {
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

  /**
   * For each user of the cleaned file: a message in the listed channels, of the group's category.
   */
  static double[] worthAsListed() {
    List<String> categories = CrossplatformContentListing.recommendedAsMeant();
    return worth(
        place ->
            ChannelChoice.asListed().get(groupNames().get(place)).stream()
                .map(name -> new Contact(NAMED.get(name), Topic.of(categories.get(place))))
                .toList());
  }

  /** For each user of the cleaned file: a message in one of the four channels, of any topic. */
  static double[] worthByLot() {
    List<Contact> all = new ArrayList<>();
    for (int c = 0; c < 4; c++) {
      for (Topic topic : Topic.values()) {
        all.add(new Contact(Channel.values()[c], topic));
      }
    }
    return worth(place -> all);
  }

  /** The mean expected purchases of the contacts of each user. */
  private static double[] worth(IntFunction<List<Contact>> of) {
    PlatformTruth truth = ListedTable.platform().truth();
    List<String> ids = ListedTable.users().withoutDuplicates().withoutGaps().column("user_id");
    return IntStream.range(0, ids.size())
        .mapToDouble(
            place -> {
              int user = Integer.parseInt(ids.get(place)) - 1;
              return of.apply(place).stream()
                  .mapToDouble(contact -> truth.messageChance(user, contact))
                  .average()
                  .orElseThrow();
            })
        .toArray();
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
              String recommended = CrossplatformContentListing.recommendedAsMeant().get(0);
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
                    .run(() -> CrossplatformContentListing.head(new TreeMap<>())));
  }
}
