package lectern.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.cluster.EveryStart;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.KMeans;
import lectern.cluster.Partition;
import lectern.data.Datasets;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import lectern.recommend.Exclude;
import lectern.recommend.ListedCollaborativeFilter;
import lectern.recommend.UserKnn;

/** The program of "omnichannel", section 5: what it does, what it is said to do, its output. */
public final class OmnichannelListing implements ClaimSource {
  private static final int NEIGHBOURS = 3;
  private static final Partition PRINTED = Partition.of(1, 0, 1, 1, 0);
  private static final double[] SCORES = {8, 4, 3, 4, 2};
  private static final Map<Integer, List<String>> OFFERED =
      new TreeMap<>(
          Map.of(
              1, List.of("3", "1", "4"),
              2, List.of("1", "4", "5"),
              3, List.of("1", "4", "3"),
              4, List.of("4", "1", "3")));

  /** What the program imports, and the names of it that stand in no other line. */
  private static final Map<String, Set<String>> IMPORTED =
      new TreeMap<>(
          Map.of(
              "NumPy", Set.of("np"),
              "Pandas", Set.of("pd"),
              "Scikit-learn", Set.of("KMeans", "cosine_similarity", "mean_squared_error")));

  private static final Set<String> USED =
      new TreeSet<>(Set.of("np", "KMeans", "cosine_similarity"));

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("omnichannel").notebook("01-omnichannel/1-user-needs-and-recommendation");
    program(list);
    reading(list);
    groups(list);
    scores(list);
    offers(list);
    return list.claims();
  }

  private static DenseMatrix ratings() {
    return Datasets.omnichannelRatings().matrix();
  }

  private static void program(ClaimList list) {
    list.add(
            "5.1",
            "NumPy, Pandas and Scikit-learn are needed",
            "the names that the program imports of each, and whether any stands in its other lines",
            (section, statement) -> {
              List<String> idle =
                  IMPORTED.keySet().stream()
                      .filter(p -> IMPORTED.get(p).stream().noneMatch(USED::contains))
                      .toList();
              return Claim.statement(section, statement)
                  .check(idle.isEmpty(), "imported and never used: " + idle);
            })
        .add(
            "5.2",
            "the similarity can be chosen by the function's parameter",
            "the parameters of the recommending function, and those that its lines read",
            (section, statement) -> {
              Set<String> idle = new TreeSet<>(Set.of("data", "similarity", "k"));
              idle.removeAll(Set.of("data", "k"));
              return Claim.statement(section, statement)
                  .check(!idle.contains("similarity"), "never read: " + idle);
            })
        .add(
            "5.2",
            "the user himself is not among his neighbours",
            "the neighbours that the program's steps find for each of the five users",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        IntStream.range(0, 5)
                            .noneMatch(
                                u ->
                                    ListedCollaborativeFilter.neighbours(ratings(), u, NEIGHBOURS)
                                        .contains(u))));
  }

  private static void reading(ClaimList list) {
    list.add(
            "5.3",
            "K-means gives every user a label and every cluster a centre",
            "labels and centres of K-means on the article's table, two clusters",
            (section, statement) -> {
              var model = KMeans.fit(ratings(), new KMeans.Options(2), 42);
              return Claim.statement(section, statement)
                  .check(
                      model.labels().length == 5 && model.centres().rows() == 2,
                      "5 labels, centres " + model.centres().shape());
            })
        .add(
            "5.3",
            "the similarity of every two users is worked out",
            "the cosines of all pairs: symmetric, and 1 of each user with himself",
            (section, statement) -> {
              DenseMatrix cosines = ListedCollaborativeFilter.cosines(ratings());
              boolean one =
                  IntStream.range(0, 5).allMatch(u -> Math.abs(cosines.get(u, u) - 1) < 1e-12);
              return Claim.statement(section, statement)
                  .check(one && cosines.largestDifference(cosines.transpose()) < 1e-12);
            })
        .add(
            "5.3",
            "what is recommended is what similar users like",
            "the best item of each user in the nearest reading that has a shape: whether a"
                + " neighbour rated it",
            (section, statement) -> {
              int liked = 0;
              int had = 0;
              for (int u = 0; u < 5; u++) {
                double[] scores = ListedCollaborativeFilter.meant(ratings(), NEIGHBOURS).get(u);
                int best =
                    IntStream.range(0, scores.length)
                        .reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
                liked +=
                    ListedCollaborativeFilter.neighbours(ratings(), u, NEIGHBOURS).stream()
                            .anyMatch(v -> ratings().get(v, best) > 0)
                        ? 1
                        : 0;
                had += ratings().get(u, best) > 0 ? 1 : 0;
              }
              return Claim.statement(section, statement)
                  .check(
                      liked == 5,
                      liked + " of 5 best items are; " + had + " of 5 the user has rated already");
            })
        .add(
            "5.4",
            "the items of users 2 to 4 follow from the printed scores",
            "the scores that the lists need, against those that are printed",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("scores of user 2", "scores of user 3", "scores of user 4"),
                        List.of("scores of user 1")));
  }

  private static void groups(ClaimList list) {
    list.add(
            "5.4",
            "labels [1 0 1 1 0] are the best two groups",
            "the smallest J of all 15 ways to make two groups of five users",
            (section, statement) -> {
              var best = ExhaustivePartitions.best(ratings(), 2);
              return Claim.partition(section, statement, PRINTED)
                  .check(
                      best.partition(),
                      String.format(
                          Locale.ROOT,
                          "J printed %.4f, best %.4f",
                          PRINTED.objective(ratings()),
                          best.objective()));
            })
        .add(
            "5.4",
            "a run of K-means can end in the printed labels",
            "where Lloyd's method ends from every pair of starting users",
            (section, statement) -> {
              var runs = EveryStart.of(ratings(), 2).runs();
              long reached =
                  runs.stream().filter(run -> run.model().partition().equals(PRINTED)).count();
              return Claim.statement(section, statement)
                  .check(reached > 0, reached + " of " + runs.size() + " starts end there");
            })
        .add(
            "5.4",
            "cluster centres",
            "the mean rows of the printed groups",
            (section, statement) ->
                Claim.matrix(
                        section, statement, DenseMatrix.of(new double[][] {{3, 0}, {0, 2.5}}), 0.05)
                    .check(PRINTED.centres(ratings())))
        .add(
            "5.4",
            "who is grouped with whom",
            "both sentences tried on all 52 partitions of five users",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "labels [1 0 1 1 0]",
                        (Partition p) -> p.equals(PRINTED),
                        "users 1 and 3 in one group, 2 and 4 in the other",
                        (Partition p) -> p.together(0, 2) && p.together(1, 3) && !p.together(0, 1))
                    .check(ExhaustivePartitions.all(5)));
  }

  private static void scores(ClaimList list) {
    list.add(
            "5.2",
            "the program runs for some number of neighbours",
            "the program's steps with their shapes, for 1 to 5 neighbours",
            (section, statement) -> {
              long working = IntStream.rangeClosed(1, 5).filter(OmnichannelListing::runs).count();
              return Claim.statement(section, statement)
                  .check(working > 0, "It runs for " + working + " of k = 1, 2, 3, 4, 5");
            })
        .add(
            "5.4",
            "recommendation scores",
            "the program's steps with k = 3",
            (section, statement) ->
                Claim.array(section, statement, SCORES, 0.5)
                    .run(() -> ListedCollaborativeFilter.asListed(ratings(), NEIGHBOURS).get(0)))
        .add(
            "5.4",
            "lines of scores, one for each user",
            "how many rows of scores five users have, in the nearest reading that has a shape",
            (section, statement) ->
                Claim.of(section, statement, "1")
                    .check(ListedCollaborativeFilter.meant(ratings(), NEIGHBOURS).size()))
        .add(
            "5.4",
            "user 1's items follow from the printed scores",
            "items by falling score [8 4 3 4 2], the first three",
            (section, statement) ->
                Claim.order(section, statement, OFFERED.get(1))
                    .check(
                        IntStream.range(0, SCORES.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble((Integer i) -> -SCORES[i]))
                            .limit(3)
                            .map(i -> Integer.toString(i + 1))
                            .toList()));
  }

  private static boolean runs(int k) {
    try {
      ListedCollaborativeFilter.asListed(ratings(), k);
      return true;
    } catch (ShapeMismatch noSuchProduct) {
      return false;
    }
  }

  private static void offers(ClaimList list) {
    OFFERED.forEach(
        (user, printed) ->
            list.add(
                "5.4",
                "items offered to user " + user,
                "the three best of user kNN, k = 3, weighted mean, zeros missing, what was rated"
                    + " left out",
                (section, statement) ->
                    Claim.order(section, statement, printed).check(offered(user - 1))));
    list.add(
        "5.4",
        "what is offered is new to the user",
        "whether the table holds a rating of any item in the four printed lists",
        (section, statement) -> {
          long allNew =
              OFFERED.entrySet().stream().filter(e -> isNew(e.getKey(), e.getValue())).count();
          return Claim.statement(section, statement)
              .check(allNew == OFFERED.size(), allNew + " of 4 lists hold only new items");
        });
  }

  private static boolean isNew(int user, List<String> items) {
    return items.stream()
        .allMatch(item -> ratings().get(user - 1, Integer.parseInt(item) - 1) == 0);
  }

  private static List<String> offered(int user) {
    var rated = Datasets.omnichannelRatings().interactions();
    List<String> ids = new ArrayList<>();
    UserKnn.fit(rated, new UserKnn.Options(NEIGHBOURS))
        .top(user, 3, Exclude.seen(rated))
        .forEach(suggestion -> ids.add(suggestion.id()));
    return ids;
  }
}
