package lectern.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.cluster.EveryStart;
import lectern.cluster.ExhaustivePartitions;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.cluster.Start;
import lectern.data.Datasets;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.recommend.GradientMf;
import lectern.recommend.GradientMfOptions;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** What the article "omnichannel" prints, section 4: groups and factors. */
public final class OmnichannelClaims implements ClaimSource {
  private static final long SEED = 42;

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list =
        ClaimList.of("omnichannel").notebook("01-omnichannel/1-user-needs-and-recommendation");
    clustering(list);
    factors(list);
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
            "4.1.2",
            "the centroid is the right new centre of a group",
            "J of the final groups of the five users with each centre moved a little, 200 times",
            (section, statement) -> {
              KMeansModel model = EveryStart.of(ratings(), 2).runs().get(0).model();
              return Claim.statement(section, statement)
                  .check(noBetterCentre(model), "no move of a centre lowers J");
            })
        .add(
            "4.1.2",
            "it ends at the preset number of rounds at the latest",
            "rounds of runs on a hundred made-up users with 1, 2 and 3 rounds allowed",
            (section, statement) -> {
              boolean ends = true;
              for (int most = 1; most <= 3; most++) {
                ends &=
                    KMeans.fit(
                                hundredUsers(),
                                new KMeans.Options(10, most, 0, Start.RANDOM_ROWS, 1),
                                SEED)
                            .iterations()
                        <= most;
              }
              return Claim.statement(section, statement).check(ends);
            })
        .add(
            "4.1.3",
            "100 users fall into this many clusters",
            "the groups of one run with ten centres on a hundred made-up users",
            (section, statement) ->
                Claim.of(section, statement, "10")
                    .check(once(Start.RANDOM_ROWS, 0).partition().groups()))
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

  /** J is not lower after any of 200 small random moves of all centres, groups kept. */
  private static boolean noBetterCentre(KMeansModel model) {
    RandomStream random = RandomStream.of(SEED, "moved centres");
    DenseMatrix rows = ratings();
    boolean none = true;
    for (int move = 0; move < 200; move++) {
      double moved = 0;
      double[][] centres = model.centres().toArray();
      for (double[] centre : centres) {
        for (int j = 0; j < centre.length; j++) {
          centre[j] += 0.1 * random.nextGaussian();
        }
      }
      for (int i = 0; i < rows.rows(); i++) {
        for (int j = 0; j < rows.columns(); j++) {
          double off = rows.get(i, j) - centres[model.labels()[i]][j];
          moved += off * off;
        }
      }
      none &= moved >= model.objective();
    }
    return none;
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
            "4.2.1",
            "U and V are of lower rank than R",
            "the rank of the article's table by its singular values, against 3 factors",
            (section, statement) -> {
              int rank =
                  new SingularValueDecomposition(new Array2DRowRealMatrix(ratings().toArray()))
                      .getRank();
              return Claim.statement(section, statement)
                  .check(
                      3 < rank,
                      "R has rank "
                          + rank
                          + "; still U and V hold 30 numbers, more than its 25 cells");
            })
        .add(
            "4.2.2",
            "a step of gradient descent follows the gradient of the mean squared error",
            "the first step of the library against numerical derivatives of the error: the cosine"
                + " of both directions",
            (section, statement) -> {
              double cosine = stepAgainstGradient();
              return Claim.statement(section, statement)
                  .check(
                      cosine > 1 - 1e-6,
                      String.format(Locale.ROOT, "their cosine is %.9f", cosine));
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
            "the loss of the example comes to rest",
            "how much the last of 1,000 steps still changes the mean squared error, 3 factors,"
                + " zeros missing",
            (section, statement) -> {
              double[] losses =
                  GradientMf.fit(
                          Datasets.omnichannelRatings().interactions(),
                          GradientMfOptions.of(3),
                          SEED)
                      .losses();
              double change = losses[losses.length - 2] - losses[losses.length - 1];
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(change) < 1e-9 && neverRises(losses),
                      String.format(Locale.ROOT, "by %.1e, and no step raised it", change));
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

  /** The cosine of the first step of U with minus the numerical gradient of the loss by U. */
  private static double stepAgainstGradient() {
    var rated = Datasets.omnichannelRatings().interactions();
    GradientMfOptions options = GradientMfOptions.of(3).steps(1);
    GradientMf start = GradientMf.fit(rated, options.learningRate(1e-300), SEED);
    GradientMf next = GradientMf.fit(rated, options.learningRate(1e-4), SEED);
    double dot = 0;
    double steps = 0;
    double slopes = 0;
    for (int i = 0; i < 5; i++) {
      for (int f = 0; f < 3; f++) {
        double[][] users = start.userFactors().toArray();
        users[i][f] += 1e-5;
        double above = meanSquaredError(users, start.itemFactors());
        users[i][f] -= 2e-5;
        double slope = (above - meanSquaredError(users, start.itemFactors())) / 2e-5;
        double step = next.userFactors().get(i, f) - start.userFactors().get(i, f);
        dot -= step * slope;
        steps += step * step;
        slopes += slope * slope;
      }
    }
    return dot / Math.sqrt(steps * slopes);
  }

  private static double meanSquaredError(double[][] users, DenseMatrix items) {
    DenseMatrix estimates = DenseMatrix.of(users).multiply(items.transpose());
    double sum = 0;
    int cells = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        double rating = ratings().get(i, j);
        if (rating != 0) {
          sum += (rating - estimates.get(i, j)) * (rating - estimates.get(i, j));
          cells++;
        }
      }
    }
    return sum / cells;
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
}
