package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.data.Events;
import lectern.data.Interactions;
import lectern.evaluate.Proportion;
import lectern.math.RandomStream;
import lectern.recommend.Exclude;
import lectern.recommend.Suggestion;
import lectern.recommend.UserKnn;
import lectern.simulate.PlatformTruth;
import lectern.simulate.SimulatedPlatform;

/** The formulas and steps of collaborative filtering, article "precision", 3.1. */
public final class PrecisionNeighbourClaims implements ClaimSource {
  /** Ratings of three users for five courses; 0 is none. Users 1 and 2 have courses 2 and 4. */
  private static final double[][] RATINGS = {
    {0, 5, 0, 3, 0}, {4, 4, 0, 2, 5}, {1, 0, 5, 0, 1},
  };

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/1-neighbours-and-content");
    neighbours(list);
    lists(list);
    return list.claims();
  }

  private static Interactions ratings() {
    var builder = Interactions.builder();
    for (int u = 0; u < RATINGS.length; u++) {
      builder.user("u" + (u + 1));
    }
    for (int i = 0; i < RATINGS[0].length; i++) {
      builder.item("c" + (i + 1));
    }
    for (int u = 0; u < RATINGS.length; u++) {
      for (int i = 0; i < RATINGS[u].length; i++) {
        if (RATINGS[u][i] > 0) {
          builder.add("u" + (u + 1), "c" + (i + 1), RATINGS[u][i]);
        }
      }
    }
    return builder.build();
  }

  /** Places (from 1) of the courses that both users rated. */
  private static List<Integer> common(int a, int b) {
    return IntStream.range(0, RATINGS[0].length)
        .filter(i -> RATINGS[a][i] > 0 && RATINGS[b][i] > 0)
        .mapToObj(i -> i + 1)
        .toList();
  }

  /** The printed formula with its sums over these courses. */
  private static double similarity(double[] a, double[] b, List<Integer> courses) {
    double both = 0;
    double first = 0;
    double second = 0;
    for (int course : courses) {
      double x = a[course - 1];
      double y = b[course - 1];
      both += x * y;
      first += x * x;
      second += y * y;
    }
    return both / Math.sqrt(first * second);
  }

  private static void neighbours(ClaimList list) {
    list.add(
            "3.1.1",
            "users who are close by the similarity of 3.1.2 have like interests",
            "simulated platform, its ratings: true interests of each user overlap more with those"
                + " of the 10 nearest than with those of 10 others, for more than half of the"
                + " users",
            (section, statement) -> {
              Proportion printed = nearerInTruth(UserKnn.Options.precision(10));
              Proportion whole =
                  nearerInTruth(new UserKnn.Options(10, UserKnn.Scoring.WEIGHTED_SUM));
              return Claim.statement(section, statement)
                  .check(
                      printed.interval().low() > 0.5,
                      "by the printed similarity "
                          + printed
                          + "; by the cosine of whole rows, where a missing rating is 0, "
                          + whole);
            })
        .add(
            "3.1.2",
            "similarity of two users by the formula, over the courses that both rated",
            "(5 · 4 + 3 · 2) / √((25 + 9)(16 + 4)) for ratings of our own; the library's value is"
                + " the same to 12 digits",
            (section, statement) -> {
              double byHand = similarity(RATINGS[0], RATINGS[1], common(0, 1));
              double library =
                  UserKnn.fit(ratings(), UserKnn.Options.precision(2))
                      .neighbours(0)
                      .get(0)
                      .similarity();
              if (Math.abs(byHand - library) > 1e-12) {
                throw new IllegalStateException(
                    byHand + " by hand, " + library + " by the library");
              }
              return Claim.withoutNumber(section, statement)
                  .check(
                      byHand,
                      "Ratings are above 0, so that it lies between 0 and 1; with one course in"
                          + " common it is 1 whatever the ratings, here of 4 and 1: "
                          + similarity(RATINGS[1], RATINGS[2], List.of(1)));
            })
        .add(
            "3.1.2",
            "the sums over k = 1 … n, n being how many courses both rated, take those courses",
            "the courses 1 to n beside those that both users of the example rated",
            (section, statement) -> {
              List<Integer> both = common(0, 1);
              List<Integer> taken = IntStream.rangeClosed(1, both.size()).boxed().toList();
              return Claim.statement(section, statement)
                  .check(taken.equals(both), "courses " + taken + " for " + both);
            });
  }

  /** For how many users the nearest are nearer in their true interests than the next in line. */
  private static Proportion nearerInTruth(UserKnn.Options options) {
    SimulatedPlatform platform = ArticlePlatform.usual();
    Interactions ratings = platform.cleanLog().values(Events.RATING);
    UserKnn model = UserKnn.fit(ratings, options);
    PlatformTruth truth = platform.truth();
    List<Boolean> nearer = new ArrayList<>();
    for (int u = 0; u < ratings.userCount(); u++) {
      List<UserKnn.Neighbour> near = model.neighbours(u);
      double difference = 0;
      for (int i = 0; i < near.size(); i++) {
        int other = (u + 1 + i * 97) % ratings.userCount();
        difference += overlap(truth, u, near.get(i).user()) - overlap(truth, u, other);
      }
      if (!near.isEmpty()) {
        nearer.add(difference > 0);
      }
    }
    boolean[] all = new boolean[nearer.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = nearer.get(i);
    }
    return Proportion.of(all);
  }

  private static double overlap(PlatformTruth truth, int a, int b) {
    double[] first = truth.firstInterests(a);
    double[] second = truth.firstInterests(b);
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += Math.min(first[k], second[k]);
    }
    return sum;
  }

  /** Users of even number rate courses 0 to 9 high and the others low, the rest the other way. */
  private static Interactions twoTastes() {
    RandomStream random = RandomStream.of(42, "two tastes");
    var builder = Interactions.builder();
    for (int u = 0; u < 60; u++) {
      for (int i : random.sample(20, 14)) {
        boolean liked = i < 10 == (u % 2 == 0);
        builder.add("u" + u, "c" + i, liked ? 4 + random.nextInt(2) : 1);
      }
    }
    return builder.build();
  }

  private static void lists(ClaimList list) {
    list.add(
            "3.1.2",
            "recommendations for a user by the formula: the score of a course",
            "what Σ over j of similarity(u_i, u_jk) · r_jk needs to be evaluated for a course,"
                + " against what it has: the sum runs over j and its terms have an index k",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of(
                            "K",
                            "similarity",
                            "which neighbour j_k is in term j",
                            "the course of r"),
                        List.of("K", "similarity")))
        .add(
            "3.1.2",
            "what is recommended is liked by similar users and not yet rated by the target",
            "lists of user neighbours for 60 made-up users: each course new to the user, and rated"
                + " by one of the neighbours",
            (section, statement) -> {
              Interactions made = twoTastes();
              UserKnn model =
                  UserKnn.fit(made, new UserKnn.Options(10, UserKnn.Scoring.WEIGHTED_SUM));
              boolean holds = true;
              for (int u = 0; u < made.userCount(); u++) {
                for (Suggestion one : model.top(u, 3, Exclude.seen(made))) {
                  holds &= made.find(u, one.item()) < 0;
                  holds &=
                      model.neighbours(u).stream()
                          .anyMatch(n -> made.find(n.user(), one.item()) >= 0);
                }
              }
              return Claim.statement(section, statement).check(holds);
            });
  }
}
