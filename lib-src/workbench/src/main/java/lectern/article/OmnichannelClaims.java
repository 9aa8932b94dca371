package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.cluster.EveryStart;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.cluster.Partition;
import lectern.cluster.Start;
import lectern.data.Datasets;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.ShapeMismatch;
import lectern.recommend.Exclude;
import lectern.recommend.GradientMf;
import lectern.recommend.GradientMfOptions;
import lectern.recommend.ListedCollaborativeFilter;
import lectern.recommend.UserKnn;

/** What the article "omnichannel" prints, sections 4 and 5: groups, scores, factors. */
public final class OmnichannelClaims implements ClaimSource {
  private static final long SEED = 42;
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

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("omnichannel").notebook("01-omnichannel/1-user-needs-and-recommendation");
    clustering(list);
    factors(list);
    groups(list);
    scores(list);
    offers(list);
    return list.claims();
  }

  private static DenseMatrix ratings() {
    return Datasets.omnichannelRatings().matrix();
  }

  private static void clustering(ClaimList list) {
    list.add(
            "4.1.1",
            "K-means minimises J: no step of it raises J",
            "J in each iteration from every pair of starting users, never above the one before",
            (section, statement) -> {
              boolean falls =
                  EveryStart.of(ratings(), 2).runs().stream()
                      .map(run -> run.model().objectives())
                      .allMatch(OmnichannelClaims::neverRises);
              return Claim.statement(section, statement).check(falls, "all ten pairs of users");
            })
        .add(
            "4.1.1",
            "K-means finds the smallest J",
            "J at the end of every start, beside the smallest of all 15 ways to make two groups",
            (section, statement) -> {
              double best = ExhaustivePartitions.best(ratings(), 2).objective();
              EveryStart starts = EveryStart.of(ratings(), 2);
              long reached = starts.reaching(best);
              return Claim.statement(section, statement)
                  .check(
                      reached == starts.runs().size(),
                      reached + " of " + starts.runs().size() + " starts find it");
            })
        .add(
            "4.1.2",
            "the centres come to rest",
            "whether Lloyd's method stops: from every pair of the five users, and in 40 runs on a"
                + " hundred made-up users",
            (section, statement) -> {
              boolean rest =
                  EveryStart.of(ratings(), 2).runs().stream().allMatch(r -> r.model().converged());
              for (Start start : List.of(Start.RANDOM_ROWS, Start.PLUS_PLUS)) {
                for (long run = 0; run < 20; run++) {
                  rest &= once(start, run).converged();
                }
              }
              return Claim.statement(section, statement)
                  .check(rest, "all ten starts above, and all 40 runs on a hundred users");
            })
        .add(
            "4.1.3",
            "100 users in 10 clusters: J",
            "the best of ten k-means++ starts on a hundred made-up users in ten clouds",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .check(KMeans.fit(hundredUsers(), new KMeans.Options(10), SEED).objective()))
        .add(
            "4.1.3",
            "a user nearest to centre 1 is given to cluster 1",
            "for a hundred users: the cluster given, and the nearest of the ten centres",
            (section, statement) -> {
              KMeansModel model = once(Start.PLUS_PLUS, 0);
              boolean nearest = Arrays.equals(model.labels(), model.predict(hundredUsers()));
              return Claim.statement(section, statement).check(nearest);
            });
  }

  private static boolean neverRises(double[] objectives) {
    return IntStream.range(1, objectives.length)
        .allMatch(i -> objectives[i] <= objectives[i - 1] * (1 + 1e-12));
  }

  private static KMeansModel once(Start start, long seed) {
    return KMeans.fit(hundredUsers(), new KMeans.Options(10, 300, 0, start, 1), seed);
  }

  /** Ten clouds of ten users. */
  private static DenseMatrix hundredUsers() {
    RandomStream random = RandomStream.of(SEED, "hundred users");
    double[][] rows = new double[100][];
    for (int i = 0; i < 100; i++) {
      int group = i % 10;
      rows[i] =
          new double[] {
            10 * (group % 4) + random.nextGaussian(), 10 * (group / 4) + random.nextGaussian()
          };
    }
    return DenseMatrix.of(rows);
  }

  private static void factors(ClaimList list) {
    list.add(
            "4.2.1",
            "two low-rank matrices give R ≈ U Vᵀ",
            "the mean squared error of the 14 ratings with 3 factors after 1,000 steps, below 0.01",
            (section, statement) -> {
              double loss =
                  GradientMf.fit(
                          Datasets.omnichannelRatings().interactions(),
                          GradientMfOptions.of(3),
                          SEED)
                      .loss();
              return Claim.statement(section, statement)
                  .check(
                      loss < 0.01,
                      String.format(
                          Locale.ROOT,
                          "mean squared error %.2e: 30 numbers learn 14 ratings by heart",
                          loss));
            })
        .add(
            "4.2.2",
            "repeated steps bring the loss to rest, at any rate",
            "1,000 steps with learning rates from 0.001 to 0.3, 3 factors, zeros missing",
            (section, statement) -> {
              List<Double> rates = List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3);
              List<Double> runAway = rates.stream().filter(rate -> !staysFinite(rate)).toList();
              return Claim.statement(section, statement)
                  .check(
                      runAway.isEmpty(),
                      "Of the learning rates "
                          + rates
                          + " these make it grow without end: "
                          + runAway);
            })
        .add(
            "4.2.3",
            "U Vᵀ of two 3 × 5 matrices is a 5 × 5 table",
            "the shape of a 3 × 5 matrix times the transpose of another",
            (section, statement) -> {
              DenseMatrix three = DenseMatrix.zeros(3, 5);
              return Claim.shape(section, statement, 5, 5).check(three.multiply(three.transpose()));
            });
  }

  private static boolean staysFinite(double rate) {
    try {
      GradientMf.fit(
          Datasets.omnichannelRatings().interactions(),
          GradientMfOptions.of(3).learningRate(rate),
          SEED);
      return true;
    } catch (UserError diverged) {
      return false;
    }
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
              long working = IntStream.rangeClosed(1, 5).filter(OmnichannelClaims::runs).count();
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
