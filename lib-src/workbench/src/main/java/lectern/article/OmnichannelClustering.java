package lectern.article;

import java.util.List;
import java.util.Locale;
import lectern.claim.Claim;
import lectern.cluster.AdjustedRand;
import lectern.cluster.Dbscan;
import lectern.cluster.Hierarchy;
import lectern.cluster.KMeans;
import lectern.cluster.Linkage;
import lectern.cluster.Partition;
import lectern.cluster.Start;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;

/** Which clustering suits which data: "omnichannel" 9.1, tried on data whose groups are known. */
public final class OmnichannelClustering implements ClaimSource {
  private static final long SEED = 42;

  /** From here on a grouping counts as found (adjusted Rand index, 1 is perfect). */
  private static final double FOUND = 0.95;

  /** Rows whose groups are known. */
  record Known(DenseMatrix rows, Partition groups) {
    double agreement(Partition other) {
      return AdjustedRand.of(groups, other);
    }
  }

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("omnichannel").notebook("01-omnichannel/2-choosing-and-judging");
    kMeans(list);
    dbscan(list);
    hierarchy(list);
    return list.claims();
  }

  private static void kMeans(ClaimList list) {
    list.add(
            "9.1",
            "K-means suits evenly spread data",
            "four round groups of one size and width: K-means' groups against the true ones",
            (section, statement) -> {
              double even = kMeansFinds(clouds(4, 100, 1));
              double uneven = kMeansFinds(unevenClouds());
              return Claim.statement(section, statement)
                  .check(
                      even >= FOUND && uneven < even,
                      String.format(
                          Locale.ROOT,
                          "adjusted Rand index %.3f; one wide group of 900 beside two narrow of 30:"
                              + " %.3f",
                          even,
                          uneven));
            })
        .add(
            "9.1",
            "K-means suits small data better than large",
            "four round groups that overlap, with 10, 100, 1,000 and 10,000 rows each: whether the"
                + " agreement with the true groups falls",
            (section, statement) -> {
              double small = kMeansFinds(clouds(4, 10, 3));
              double large = kMeansFinds(clouds(4, 10_000, 3));
              return Claim.statement(section, statement)
                  .check(
                      large < small - 0.01,
                      String.format(
                          Locale.ROOT,
                          "adjusted Rand index with 40 rows %.4f, 400 %.4f, 4,000 %.4f, 40,000"
                              + " %.4f",
                          small,
                          kMeansFinds(clouds(4, 100, 3)),
                          kMeansFinds(clouds(4, 1000, 3)),
                          large));
            });
  }

  private static double kMeansFinds(Known data) {
    int k = data.groups().groups();
    return data.agreement(KMeans.fit(data.rows(), new KMeans.Options(k), SEED).partition());
  }

  private static void dbscan(ClaimList list) {
    list.add(
            "9.1",
            "DBSCAN suits groups of different shapes",
            "two rings, one in the other: the best agreement of DBSCAN over 40 radii",
            (section, statement) -> {
              Known rings = rings();
              double found = bestDbscan(rings);
              return Claim.statement(section, statement)
                  .check(
                      found >= FOUND,
                      String.format(
                          Locale.ROOT,
                          "adjusted Rand index %.3f; K-means %.3f",
                          found,
                          kMeansFinds(rings)));
            })
        .add(
            "9.1",
            "DBSCAN suits groups of different densities",
            "two dense groups near each other and a sparse one, whose rows lie farther apart than"
                + " the two dense groups: the best agreement of DBSCAN over 40 radii",
            (section, statement) -> {
              Known mixed = densities();
              double found = bestDbscan(mixed);
              return Claim.statement(section, statement)
                  .check(
                      found >= FOUND,
                      String.format(
                          Locale.ROOT,
                          "adjusted Rand index %.3f at the best radius; K-means %.3f. One radius"
                              + " means one density: too small loses the sparse group, too large"
                              + " joins the dense two",
                          found,
                          kMeansFinds(mixed)));
            });
  }

  /** The best agreement over radii from 0.05 in steps of 12 %; a row of noise stands alone. */
  static double bestDbscan(Known data) {
    double best = -1;
    double radius = 0.05;
    for (int step = 0; step < 40; step++) {
      int[] found = Dbscan.fit(data.rows(), new Dbscan.Options(radius, 5)).labels();
      for (int i = 0; i < found.length; i++) {
        found[i] = found[i] == Dbscan.NOISE ? found.length + i : found[i];
      }
      best = Math.max(best, data.agreement(Partition.of(found)));
      radius *= 1.12;
    }
    return best;
  }

  private static void hierarchy(ClaimList list) {
    list.add(
            "9.1",
            "hierarchical clustering suits analysis in layers",
            "nine groups in three families: one tree, cut into 3 and into 9",
            (section, statement) -> {
              Known small = families();
              Hierarchy tree = Hierarchy.fit(small.rows(), Linkage.WARD);
              double nine = small.agreement(tree.cut(9));
              double three = AdjustedRand.of(familiesOnly(small), tree.cut(3));
              return Claim.statement(section, statement)
                  .check(
                      nine >= FOUND && three >= FOUND,
                      String.format(
                          Locale.ROOT,
                          "adjusted Rand index of 3 groups %.3f, of 9 %.3f, from one tree",
                          three,
                          nine));
            })
        .add(
            "9.1",
            "hierarchical clustering suits large data better than K-means",
            "distances that both work out for 1,000 and 4,000 rows: all pairs, and rows × centres ×"
                + " rounds; and whether 20,000 rows are taken",
            (section, statement) -> {
              long pairs = 4000L * 3999 / 2;
              long smallPairs = 1000L * 999 / 2;
              long large = distances(clouds(4, 1000, 1));
              long small = distances(clouds(4, 250, 1));
              double tree = pairs / (double) smallPairs;
              double means = large / (double) small;
              return Claim.statement(section, statement)
                  .check(
                      tree <= means && takes(20_000),
                      String.format(
                          Locale.ROOT,
                          "with four times the rows the tree needs %.1f times as many distances,"
                              + " K-means %.1f times; 20,000 rows: %s",
                          tree,
                          means,
                          takes(20_000)
                              ? "taken"
                              : "refused, 200 million pairs; K-means takes them"));
            });
  }

  /** The distances of one run of K-means with one start. */
  private static long distances(Known data) {
    KMeans.Options once = new KMeans.Options(4, 300, 0, Start.PLUS_PLUS, 1);
    return (long) KMeans.fit(data.rows(), once, SEED).iterations() * data.rows().rows() * 4;
  }

  private static boolean takes(int rows) {
    try {
      Hierarchy.fit(clouds(4, rows / 4, 1).rows(), Linkage.WARD);
      return true;
    } catch (UserError tooMany) {
      return false;
    }
  }

  /** Round groups on a circle of radius 8, all of one size and width. */
  static Known clouds(int groups, int each, double width) {
    RandomStream random = RandomStream.of(SEED, "clouds", Integer.toString(each));
    double[][] rows = new double[groups * each][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % groups;
      double angle = 2 * Math.PI * labels[i] / groups;
      rows[i] =
          new double[] {
            8 * StrictMath.cos(angle) + width * random.nextGaussian(),
            8 * StrictMath.sin(angle) + width * random.nextGaussian()
          };
    }
    return new Known(DenseMatrix.of(rows), Partition.of(labels));
  }

  /** A wide group of 900 rows, two narrow ones of 30 close beside it. */
  static Known unevenClouds() {
    RandomStream random = RandomStream.of(SEED, "uneven clouds");
    double[][] rows = new double[960][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i < 900 ? 0 : i < 930 ? 1 : 2;
      double width = labels[i] == 0 ? 3 : 0.3;
      double x = labels[i] == 0 ? 0 : 11;
      double y = labels[i] == 1 ? 2 : labels[i] == 2 ? -2 : 0;
      rows[i] = new double[] {x + width * random.nextGaussian(), y + width * random.nextGaussian()};
    }
    return new Known(DenseMatrix.of(rows), Partition.of(labels));
  }

  /** Two rings of 300 rows, radius 1 and 3. */
  static Known rings() {
    RandomStream random = RandomStream.of(SEED, "rings");
    double[][] rows = new double[600][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2;
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = (labels[i] == 0 ? 1 : 3) + 0.1 * random.nextGaussian();
      rows[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
    return new Known(DenseMatrix.of(rows), Partition.of(labels));
  }

  /** Two squares of side 1 with 300 rows each, 0.6 apart; one of side 12 with 150 rows. */
  static Known densities() {
    RandomStream random = RandomStream.of(SEED, "densities");
    double[][] rows = new double[750][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i < 300 ? 0 : i < 600 ? 1 : 2;
      double side = labels[i] == 2 ? 12 : 1;
      double left = labels[i] == 0 ? 0 : labels[i] == 1 ? 1.6 : 6;
      rows[i] = new double[] {left + side * random.nextDouble(), side * random.nextDouble()};
    }
    return new Known(DenseMatrix.of(rows), Partition.of(labels));
  }

  /** Nine round groups of 40 rows: three families of three. */
  static Known families() {
    RandomStream random = RandomStream.of(SEED, "families");
    double[][] rows = new double[360][];
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 9;
      double family = 2 * Math.PI * (labels[i] / 3) / 3;
      double member = 2 * Math.PI * (labels[i] % 3) / 3;
      rows[i] =
          new double[] {
            20 * StrictMath.cos(family) + 5 * StrictMath.cos(member) + 0.8 * random.nextGaussian(),
            20 * StrictMath.sin(family) + 5 * StrictMath.sin(member) + 0.8 * random.nextGaussian()
          };
    }
    return new Known(DenseMatrix.of(rows), Partition.of(labels));
  }

  private static Partition familiesOnly(Known data) {
    int[] labels = new int[data.rows().rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 9 / 3;
    }
    return Partition.of(labels);
  }
}
