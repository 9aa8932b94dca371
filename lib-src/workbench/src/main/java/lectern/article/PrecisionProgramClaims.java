package lectern.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.claim.Claim;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;

/**
 * The program of the article "precision", 5.2, step by step as far as no network is needed, and
 * what its text says of it. The network's steps are in the module of the sequence models.
 */
public final class PrecisionProgramClaims implements ClaimSource {
  /** Events of a made-up file: user, course, kind of behaviour. */
  record Behaviour(int user, int course, String kind) {}

  /** Ids from 1 without gaps, kinds as numbers: what the program silently asks for. */
  private static final List<Behaviour> SUITABLE =
      List.of(
          new Behaviour(1, 1, "1"),
          new Behaviour(2, 3, "3"),
          new Behaviour(3, 2, "1"),
          new Behaviour(3, 3, "2"));

  /** The same with user 4 instead of 3: ids with a gap. */
  private static final List<Behaviour> WITH_A_GAP =
      List.of(
          new Behaviour(1, 1, "1"),
          new Behaviour(2, 3, "3"),
          new Behaviour(4, 2, "1"),
          new Behaviour(4, 3, "2"));

  /** The same with kinds in words, as 4.1 names them. */
  private static final List<Behaviour> IN_WORDS =
      List.of(
          new Behaviour(1, 1, "view"), new Behaviour(2, 3, "purchase"),
          new Behaviour(3, 2, "view"), new Behaviour(3, 3, "favourite"));

  /** TensorFlow 2.6 was built for these versions of Python: the wheels of its release. */
  private static final List<Integer> BUILT_FOR = List.of(6, 7, 8, 9);

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision").notebook("03-precision/2-sequence-lstm");
    matrix(list);
    labels(list);
    accuracy(list);
    return list.claims();
  }

  static DenseMatrix random(int rows, int columns) {
    RandomStream random = RandomStream.of(42, "table");
    double[] data = new double[rows * columns];
    Arrays.setAll(data, i -> random.nextGaussian());
    return DenseMatrix.wrap(rows, columns, data);
  }

  private static void matrix(ClaimList list) {
    list.add(
            "5.1",
            "TensorFlow 2.6 is installed under Python 3.7 or any later version",
            "Python 3.7 to 3.13 beside the versions that TensorFlow 2.6 was built for",
            (section, statement) -> {
              List<String> none =
                  IntStream.rangeClosed(7, 13)
                      .filter(minor -> !BUILT_FOR.contains(minor))
                      .mapToObj(minor -> "3." + minor)
                      .toList();
              return Claim.statement(section, statement)
                  .check(none.isEmpty(), "built for none of " + none);
            })
        .add(
            "5.2",
            "the matrix of users and courses can be filled for ids with gaps",
            "id − 1 as place in a matrix with one row for each different user: users 1, 2 and 4",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> filled(WITH_A_GAP).rows() == 3))
        .add(
            "5.2",
            "the matrix of users and courses can be filled with kinds of behaviour",
            "the kinds of 4.1 (view, purchase, favourite) written into a matrix of numbers",
            (section, statement) ->
                Claim.statement(section, statement).run(() -> filled(IN_WORDS).rows() == 3))
        .add(
            "5.3.1",
            "the matrix holds what users did, for training and prediction",
            "events that can be read back from the matrix, of those of a user who viewed and then"
                + " bought the same course (ids from 1, kinds as numbers)",
            (section, statement) -> {
              List<Behaviour> twice = new ArrayList<>(SUITABLE);
              twice.add(new Behaviour(1, 1, "3"));
              DenseMatrix filled = filled(twice);
              long kept =
                  twice.stream()
                      .filter(
                          one ->
                              filled.get(one.user() - 1, one.course() - 1)
                                  == Double.parseDouble(one.kind()))
                      .count();
              return Claim.statement(section, statement)
                  .check(
                      kept == twice.size(),
                      kept
                          + " of "
                          + twice.size()
                          + ": a later event takes the place of an earlier"
                          + " one, and the order of courses is lost");
            })
        .add(
            "5.3.2",
            "the embedding maps the ids of courses to vectors",
            "what the program hands to the embedding for a user of courses 2 and 3, beside their"
                + " ids",
            (section, statement) -> {
              List<Double> handed =
                  Arrays.stream(filled(SUITABLE).row(2)).filter(cell -> cell > 0).boxed().toList();
              return Claim.statement(section, statement)
                  .check(
                      handed.equals(List.of(2.0, 3.0)),
                      "handed over are the kinds of behaviour "
                          + handed
                          + ": each kind gets a vector, and not each course");
            })
        .add(
            "5.3.2",
            "the network reads the sequence of a user's courses",
            "rows of the matrix for the same courses taken in two orders",
            (section, statement) -> {
              List<Behaviour> back = new ArrayList<>(SUITABLE);
              java.util.Collections.reverse(back);
              boolean same = filled(SUITABLE).equals(filled(back));
              return Claim.statement(section, statement)
                  .check(!same, "the order of the rows of the file changes nothing in the matrix");
            })
        .add(
            "5.3.2",
            "the output is the chance of interest of each user in each course",
            "shape of the output, a layer of one unit, beside users × courses",
            (section, statement) ->
                Claim.shape(section, statement, 3, 3).check(outputOfOneUnit(filled(SUITABLE))));
  }

  /** One row for each different user, one column for each different course; places are id − 1. */
  static DenseMatrix filled(List<Behaviour> behaviours) {
    int users = (int) behaviours.stream().mapToInt(Behaviour::user).distinct().count();
    int courses = (int) behaviours.stream().mapToInt(Behaviour::course).distinct().count();
    double[][] cells = new double[users][courses];
    for (Behaviour one : behaviours) {
      double kind;
      try {
        kind = Double.parseDouble(one.kind());
      } catch (NumberFormatException e) {
        throw new IllegalStateException("\"" + one.kind() + "\" is no number", e);
      }
      if (one.user() > users || one.course() > courses) {
        throw new IllegalStateException(
            "place "
                + (one.user() - 1)
                + " in a matrix of "
                + users
                + " rows, for user "
                + one.user());
      }
      cells[one.user() - 1][one.course() - 1] = kind;
    }
    return DenseMatrix.of(cells);
  }

  /** A dense layer of one unit over what a recurrent layer of 32 leaves of each row. */
  private static DenseMatrix outputOfOneUnit(DenseMatrix rows) {
    DenseMatrix encoded = rows.multiply(random(rows.columns(), 32)).map(StrictMath::tanh);
    return encoded.multiply(random(32, 1)).map(x -> 1 / (1 + StrictMath.exp(-x)));
  }

  private static void labels(ClaimList list) {
    list.add(
            "5.3.3",
            "training teaches the network users' interest",
            "labels drawn as 0 or 1 whatever the user did: correlation of the drawn labels with"
                + " what 20,000 made-up users did, beside what chance allows (1.96 / √n)",
            (section, statement) -> {
              RandomStream random = RandomStream.of(42, "labels");
              int n = 20_000;
              double both = 0;
              for (int u = 0; u < n; u++) {
                double did = random.nextGaussian();
                both += did * (random.nextInt(2) == 0 ? -1 : 1);
              }
              double correlation = both / n;
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(correlation) > 1.96 / Math.sqrt(n),
                      Remark.of(
                          "correlation %+.4f, chance allows ±%.4f",
                          correlation, 1.96 / Math.sqrt(n)));
            })
        .add(
            "5.2",
            "the test data are other data than the training data",
            "rows 1 to 1,000 and columns 1 to 1,000 of a matrix of 800 users and 300 courses,"
                + " beside that matrix",
            (section, statement) -> {
              DenseMatrix train = random(800, 300);
              DenseMatrix test = firstRowsAndColumns(train, 1000);
              return Claim.statement(section, statement)
                  .check(
                      !test.equals(train),
                      "the same " + train.shape() + " numbers, every one of them trained on");
            });
  }

  private static DenseMatrix firstRowsAndColumns(DenseMatrix all, int most) {
    int rows = Math.min(most, all.rows());
    int columns = Math.min(most, all.columns());
    double[][] cells = new double[rows][];
    for (int r = 0; r < rows; r++) {
      cells[r] = Arrays.copyOf(all.row(r), columns);
    }
    return DenseMatrix.of(cells);
  }

  private static void accuracy(ClaimList list) {
    list.add(
        "5.3.4",
        "the printed accuracy tells how good the model is",
        "mean of p = (p > 0.5) for 1,000 predicted chances that are right about every user,"
            + " and for as many that are wrong about every one",
        (section, statement) -> {
          double[] right = new double[1000];
          double[] wrong = new double[1000];
          for (int u = 0; u < 1000; u++) {
            right[u] = u % 2 == 0 ? 0.9 : 0.1;
            wrong[u] = 1 - right[u];
          }
          double good = accuracyAsPrinted(right);
          double bad = accuracyAsPrinted(wrong);
          return Claim.statement(section, statement)
              .check(
                  good > bad,
                  Remark.of(
                      "%.1f and %.1f: a chance is compared with true or false and no label is"
                          + " read, so that it is 0 for every sigmoid that is not 0 or 1",
                      good, bad));
        });
  }

  private static double accuracyAsPrinted(double[] chances) {
    int equal = 0;
    for (double p : chances) {
      equal += p == (p > 0.5 ? 1 : 0) ? 1 : 0;
    }
    return equal / (double) chances.length;
  }
}
