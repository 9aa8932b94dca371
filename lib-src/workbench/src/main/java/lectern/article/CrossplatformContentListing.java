package lectern.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lectern.claim.Claim;
import lectern.display.UserError;

/**
 * The program of "crossplatform" 5.2.2, step by step on a simulated file, up to the step at which
 * it stops, and what the steps after it would give.
 */
public final class CrossplatformContentListing implements ClaimSource {
  /** A row taken out of a table: it can change, so no dictionary takes it as a key. */
  private record TableRow(String name, int value) {
    @Override
    public int hashCode() {
      throw new UserError("a row of a table can change, so it cannot be the key of a dictionary");
    }
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossplatform").notebook("02-crossplatform/3-interest-models");
    contents(list);
    return list.claims();
  }

  private static void contents(ClaimList list) {
    list.add(
            "5.2.2",
            "contents are sorted by the features of the user groups",
            "the interest models from the groups found, and from groups in which everybody is"
                + " alike",
            (section, statement) -> {
              var found = interestModels(CrossplatformListing.userGroups(), ListedTable.contents());
              var alike =
                  interestModels(
                      CrossplatformListing.userGroups().stream().map(g -> 0).toList(),
                      ListedTable.contents());
              return Claim.statement(section, statement)
                  .check(
                      !found.equals(alike),
                      "both times the same models: the groups are handed over and never read");
            })
        .add(
            "5.2.2",
            "an interest model of a group counts its contents by category",
            "whether the counts of all three models add up to the contents of the file",
            (section, statement) -> {
              var models =
                  interestModels(CrossplatformListing.userGroups(), ListedTable.contents());
              int counted =
                  models.values().stream()
                      .flatMap(m -> m.values().stream())
                      .mapToInt(Integer::intValue)
                      .sum();
              return Claim.statement(section, statement)
                  .check(counted == ListedTable.contents().rows().size(), models.toString());
            })
        .add(
            "5.2.2",
            "every user gets a recommendation",
            "the loop over the rows of the groups, with a row as key of the models, as printed",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(
                        () -> {
                          recommendAsPrinted();
                          return true;
                        }))
        .add(
            "5.2.2",
            "what is recommended is content",
            "what the program would recommend with the group's number as key and the first of the"
                + " counts: whether it is in the file's column of contents",
            (section, statement) -> {
              List<String> recommended = recommendedAsMeant();
              Set<String> ids = new TreeSet<>(ListedTable.contents().column("content_id"));
              ids.addAll(ListedTable.contents().column("title"));
              return Claim.statement(section, statement)
                  .check(
                      ids.containsAll(recommended),
                      "it is the name of a category: " + new TreeSet<>(recommended));
            })
        .add(
            "5.2.2",
            "the recommendations are personal",
            "the same recommendations: how many different ones all users get",
            (section, statement) -> {
              List<String> recommended = recommendedAsMeant();
              int different = new TreeSet<>(recommended).size();
              return Claim.statement(section, statement)
                  .check(
                      different > new TreeSet<>(CrossplatformListing.userGroups()).size(),
                      different + " different ones for " + recommended.size() + " users");
            })
        .add(
            "5.2.2",
            "the output shows the first recommendations",
            "whether a dictionary of recommendations has a head to show",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> head(new TreeMap<>())));
  }

  /** For each group of the contents, how many are of each category; the groups are not read. */
  private static Map<Integer, Map<String, Integer>> interestModels(
      List<Integer> userGroups, ListedTable contents) {
    if (userGroups.isEmpty()) {
      throw new UserError("there are no users");
    }
    Map<Integer, Map<String, Integer>> models = new TreeMap<>();
    List<String> clusters = contents.column("cluster");
    List<String> categories = contents.column("category");
    for (int i = 0; i < clusters.size(); i++) {
      models
          .computeIfAbsent(Integer.parseInt(clusters.get(i)), c -> new TreeMap<>())
          .merge(categories.get(i), 1, Integer::sum);
    }
    return models;
  }

  private static void recommendAsPrinted() {
    Map<Object, Map<String, Integer>> models =
        new LinkedHashMap<>(
            interestModels(CrossplatformListing.userGroups(), ListedTable.contents()));
    List<String> cells = CrossplatformListing.groupTable().column("cluster");
    for (int user = 0; user < cells.size(); user++) {
      models.get(new TableRow("cluster", Integer.parseInt(cells.get(user)))).get("category");
    }
  }

  /** The most frequent category of each user's group; ties by name. */
  static List<String> recommendedAsMeant() {
    var models = interestModels(CrossplatformListing.userGroups(), ListedTable.contents());
    List<String> out = new ArrayList<>();
    for (int group : CrossplatformListing.userGroups()) {
      out.add(
          models.get(group).entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .orElseThrow()
              .getKey());
    }
    return out;
  }

  /** The first entries of a dictionary, asked for as printed. */
  static boolean head(Map<?, ?> dictionary) {
    try {
      dictionary.getClass().getMethod("head");
      return true;
    } catch (NoSuchMethodException e) {
      throw new UserError("a dictionary has no head: that belongs to tables", e);
    }
  }
}
