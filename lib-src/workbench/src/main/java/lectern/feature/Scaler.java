package lectern.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Quantiles;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Features on one scale: x becomes (x − centre) ÷ scale, column by column. Immutable once fitted.
 *
 * <pre>{@code
 * Scaler scaler = Scaler.standard(train);
 * scaler.transform(train);
 * scaler.transform(test);      // with the training users' centres and scales
 * }</pre>
 *
 * <p>Centre and scale are the mean and the standard deviation (with n below it, as scikit-learn's
 * StandardScaler), the least value and the range, or the median and the distance between the 25 and
 * 75 % quantiles (linear interpolation). They come from the users it was fitted on alone; others
 * may leave the range 0 to 1.
 *
 * <p>Refused with a sentence: values that are not finite; columns that are identifiers (a
 * standardised user number means nothing, see {@link ScalerOptions#notIdentifiers}); columns whose
 * scale is 0, unless {@link Constant#CENTRE} is chosen. Article: crossplatform 5.2.1, which
 * standardises every column of its table.
 */
public final class Scaler implements Displayable {
  /** What becomes of a column. */
  public enum Method {
    /** Mean 0, standard deviation 1. */
    STANDARD,
    /** From 0 to 1. */
    MIN_MAX,
    /** Median 0, middle half of length 1: a few extreme users do not matter. */
    ROBUST
  }

  /**
   * What becomes of a column whose scale is 0: all values, or for ROBUST the middle half, alike.
   */
  public enum Constant {
    /** A sentence that names it. */
    REFUSE,
    /** Its centre is taken off and it is not divided: a constant column becomes 0. */
    CENTRE
  }

  private final Method method;
  private final List<String> names;
  private final double[] centres;
  private final double[] scales;

  Scaler(Method method, List<String> names, double[] centres, double[] scales) {
    this.method = method;
    this.names = names;
    this.centres = centres;
    this.scales = scales;
  }

  /** By mean and standard deviation. */
  public static Scaler standard(UserFeatures train) {
    return fit(train, ScalerOptions.of(Method.STANDARD));
  }

  /** By least value and range. */
  public static Scaler minMax(UserFeatures train) {
    return fit(train, ScalerOptions.of(Method.MIN_MAX));
  }

  /** By median and distance of the quartiles. */
  public static Scaler robust(UserFeatures train) {
    return fit(train, ScalerOptions.of(Method.ROBUST));
  }

  /**
   * Finds centres and scales.
   *
   * @param train the users to learn from, and no others
   */
  public static Scaler fit(UserFeatures train, ScalerOptions options) {
    if (train.size() == 0) {
      throw new UserError("A scaler needs at least one user to be fitted on.");
    }
    double[] centres = new double[train.names().size()];
    double[] scales = new double[centres.length];
    List<String> constant = new ArrayList<>();
    for (int j = 0; j < centres.length; j++) {
      String name = train.names().get(j);
      double[] column = train.matrix().column(j);
      requireFinite(train, name, column);
      requireNoIdentifier(name, column, options);
      double[] found = measure(column, options.method());
      requireSpread(name, found[1]);
      centres[j] = found[0];
      scales[j] = found[1] == 0 ? 1 : found[1];
      if (found[1] == 0) {
        constant.add(name);
      }
    }
    if (!constant.isEmpty() && options.constant() == Constant.REFUSE) {
      throw new UserError(
          "These columns have no spread to divide by ("
              + (options.method() == Method.ROBUST
                  ? "at least half of their values are alike"
                  : "all their values are alike")
              + "): "
              + constant
              + ". Leave them out with without(…), or choose constant(Scaler.Constant.CENTRE).");
    }
    return new Scaler(options.method(), train.names(), centres, scales);
  }

  private static void requireFinite(UserFeatures train, String name, double[] column) {
    for (int i = 0; i < column.length; i++) {
      if (!Double.isFinite(column[i])) {
        throw new UserError(
            "\""
                + name
                + "\" of user \""
                + train.users().id(i)
                + "\" is "
                + column[i]
                + ": fill or drop it before scaling.");
      }
    }
  }

  private static void requireSpread(String name, double scale) {
    if (!Double.isFinite(scale)) {
      throw new UserError(
          "The values of \"" + name + "\" lie too far apart to be scaled: cap them first.");
    }
  }

  private static void requireNoIdentifier(String name, double[] column, ScalerOptions options) {
    if (!options.notIdentifiers().contains(name)) {
      IdentifierCheck.reason(name, column)
          .ifPresent(
              why -> {
                throw new UserError(
                    "\""
                        + name
                        + "\" is an identifier ("
                        + why
                        + ") and has no scale: leave it out with without(\""
                        + name
                        + "\"), or say notIdentifiers(\""
                        + name
                        + "\").");
              });
    }
  }

  /** Centre and scale. */
  private static double[] measure(double[] column, Method method) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    double least = sorted[0];
    double range = sorted[sorted.length - 1] - least;
    if (method == Method.MIN_MAX || range == 0) {
      return new double[] {least, range};
    }
    if (method == Method.ROBUST) {
      double spread = Quantiles.of(sorted, 0.75) - Quantiles.of(sorted, 0.25);
      return new double[] {Quantiles.of(sorted, 0.5), spread};
    }
    return new double[] {Moments.mean(column), Math.sqrt(Moments.variance(column))};
  }

  /**
   * These users' features on the scale; columns are found by name and may be in any order.
   *
   * @throws UserError if the columns are others, or a value is not finite
   */
  public UserFeatures transform(UserFeatures features) {
    UserFeatures mine = matching(features);
    names.forEach(name -> requireFinite(mine, name, mine.column(name)));
    return mine.withMatrix(transform(mine.matrix()));
  }

  /** Rows whose columns are those of the scaler in their order. */
  public DenseMatrix transform(DenseMatrix rows) {
    return each(rows, (x, j) -> (x - centres[j]) / scales[j]);
  }

  /** Scaled features as they were before, but for rounding. */
  public UserFeatures inverse(UserFeatures scaled) {
    UserFeatures mine = matching(scaled);
    return mine.withMatrix(inverse(mine.matrix()));
  }

  /** Scaled rows, such as the centres of clusters, as they were before. */
  public DenseMatrix inverse(DenseMatrix rows) {
    return each(rows, (x, j) -> x * scales[j] + centres[j]);
  }

  private UserFeatures matching(UserFeatures features) {
    if (features.names().size() != names.size() || !features.names().containsAll(names)) {
      throw new UserError(
          "This scaler was fitted on " + names + ", not on " + features.names() + ".");
    }
    return features.select(names);
  }

  private interface Cell {
    double of(double x, int column);
  }

  private DenseMatrix each(DenseMatrix rows, Cell cell) {
    if (rows.columns() != names.size()) {
      throw new UserError(
          "This scaler knows " + names.size() + " columns, the rows have " + rows.columns() + ".");
    }
    double[] out = rows.array().clone();
    for (int p = 0; p < out.length; p++) {
      out[p] = cell.of(out[p], p % names.size());
    }
    return DenseMatrix.wrap(rows.rows(), rows.columns(), out);
  }

  public Method method() {
    return method;
  }

  /** The columns, in order. */
  public List<String> names() {
    return names;
  }

  public double[] centres() {
    return centres.clone();
  }

  /** What is divided by; 1 for a column without spread. */
  public double[] scales() {
    return scales.clone();
  }

  /** Writes it to a file, whole or not at all. */
  public void save(Path file) {
    ScalerFile.save(this, file);
  }

  /** Reads a saved scaler: the same bits. */
  public static Scaler load(Path file) {
    return ScalerFile.load(file);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scaler that
        && method == that.method
        && names.equals(that.names)
        && Arrays.equals(centres, that.centres)
        && Arrays.equals(scales, that.scales);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(centres);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s scaler of %d columns",
        method.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        names.size());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(
        toString(),
        Table.create(
            "scaler",
            StringColumn.create("feature", names),
            DoubleColumn.create("centre", centres),
            DoubleColumn.create("scale", scales)));
  }
}
