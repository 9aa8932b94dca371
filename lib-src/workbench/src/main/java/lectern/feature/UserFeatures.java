package lectern.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Quantiles;
import lectern.math.ShapeMismatch;
import lectern.math.VectorKernels;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One row of numbers for each user, one named column for each feature. Immutable.
 *
 * <pre>{@code
 * var features = FeatureExtraction.of(log, asOf).recencyFrequencyMonetary().activity().features();
 * features.select("frequency", "active_days").matrix()   // what K-means clusters
 * }</pre>
 *
 * <p>Made by {@link FeatureExtraction}, or from a table of your own. Values may be NaN (unknown);
 * scalers and models refuse those, naming user and column.
 */
public final class UserFeatures implements Displayable {
  private final IdIndex users;
  private final List<String> names;
  private final DenseMatrix matrix;

  private UserFeatures(IdIndex users, List<String> names, DenseMatrix matrix) {
    if (matrix.rows() != users.size() || matrix.columns() != names.size()) {
      throw new ShapeMismatch(
          users.size()
              + " users with "
              + names.size()
              + " features need a matrix of that shape, not "
              + matrix.shape()
              + ".");
    }
    if (new LinkedHashSet<>(names).size() != names.size()) {
      throw new UserError("Each feature needs a name of its own; these are: " + names + ".");
    }
    this.users = users;
    this.names = List.copyOf(names);
    this.matrix = matrix;
  }

  /** Features of these users, row by row, under these names, column by column. */
  public static UserFeatures of(IdIndex users, List<String> names, DenseMatrix matrix) {
    return new UserFeatures(users, names, matrix);
  }

  /** One row for each user, users in this order. */
  public static UserFeatures of(List<String> users, List<String> names, double[][] rows) {
    DenseMatrix matrix =
        rows.length == 0 ? DenseMatrix.zeros(0, names.size()) : DenseMatrix.of(rows);
    return new UserFeatures(IdIndex.inThisOrder(users), names, matrix);
  }

  /**
   * The numeric columns of a table; missing cells become NaN. Columns of text are left out.
   *
   * @param userColumn the column of user ids, each user once
   */
  public static UserFeatures of(Table table, String userColumn) {
    if (!table.columnNames().contains(userColumn)) {
      throw new UserError(
          "The table has no column \"" + userColumn + "\"; it has " + table.columnNames() + ".");
    }
    List<String> ids = table.column(userColumn).asStringColumn().asList();
    List<NumericColumn<?>> columns = new ArrayList<>();
    for (NumericColumn<?> column : table.numericColumns()) {
      if (!column.name().equals(userColumn)) {
        columns.add(column);
      }
    }
    double[][] rows = new double[table.rowCount()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows[i][j] = columns.get(j).getDouble(i);
      }
    }
    return of(ids, columns.stream().map(NumericColumn::name).toList(), rows);
  }

  /** How many users there are. */
  public int size() {
    return users.size();
  }

  /** The users, numbered by row. */
  public IdIndex users() {
    return users;
  }

  /** The names of the features, numbered by column. */
  public List<String> names() {
    return names;
  }

  /** Users × features. */
  public DenseMatrix matrix() {
    return matrix;
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /** All values of one feature, user by user. */
  public double[] column(String name) {
    return matrix.column(number(name));
  }

  /** One value of one user. */
  public double get(String user, String name) {
    int row = users.number(user);
    if (row < 0) {
      throw new UserError("There are no features of a user \"" + user + "\".");
    }
    return matrix.get(row, number(name));
  }

  private int number(String name) {
    int number = names.indexOf(name);
    if (number < 0) {
      throw new UserError("There is no feature \"" + name + "\"; there are: " + names + ".");
    }
    return number;
  }

  /** These features alone, in this order. */
  public UserFeatures select(String... chosen) {
    return select(List.of(chosen));
  }

  /** These features alone, in this order. */
  public UserFeatures select(List<String> chosen) {
    int[] from = chosen.stream().mapToInt(this::number).toArray();
    double[] out = new double[size() * from.length];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < from.length; j++) {
        out[i * from.length + j] = matrix.get(i, from[j]);
      }
    }
    return new UserFeatures(users, chosen, DenseMatrix.wrap(size(), from.length, out));
  }

  /** All features but these. */
  public UserFeatures without(String... dropped) {
    for (String name : dropped) {
      number(name);
    }
    List<String> left = new ArrayList<>(names);
    left.removeAll(List.of(dropped));
    return select(left);
  }

  /** These features and, to their right, those of another set of the same users. */
  public UserFeatures plus(UserFeatures other) {
    if (!users.equals(other.users)) {
      throw new UserError(
          "Features can be put side by side only for the same users in the same order: "
              + size()
              + " users here, "
              + other.size()
              + " there. Use forUsers(…) first.");
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(other.names);
    double[] out = new double[size() * all.size()];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(matrix.row(i), 0, out, i * all.size(), names.size());
      System.arraycopy(other.matrix.row(i), 0, out, i * all.size() + names.size(), width(other));
    }
    return new UserFeatures(users, all, DenseMatrix.wrap(size(), all.size(), out));
  }

  private static int width(UserFeatures features) {
    return features.names.size();
  }

  /** The rows of these users, in this order. */
  public UserFeatures forUsers(Collection<String> chosen) {
    int[] rows =
        chosen.stream()
            .mapToInt(
                id -> {
                  int row = users.number(id);
                  if (row < 0) {
                    throw new UserError("There are no features of a user \"" + id + "\".");
                  }
                  return row;
                })
            .toArray();
    return new UserFeatures(
        IdIndex.inThisOrder(List.copyOf(chosen)), names, matrix.selectRows(rows));
  }

  /** The same users and names with other values. */
  UserFeatures withMatrix(DenseMatrix other) {
    return new UserFeatures(users, names, other);
  }

  /** User and features, one row for each user. */
  public Table table() {
    Table table = Table.create("features", StringColumn.create("user", users.ids()));
    for (String name : names) {
      table.addColumns(DoubleColumn.create(name, column(name)));
    }
    return table;
  }

  /** For each feature its least, middle and largest value, its mean, and how many are NaN. */
  public Table summary() {
    DoubleColumn least = DoubleColumn.create("least");
    DoubleColumn median = DoubleColumn.create("median");
    DoubleColumn mean = DoubleColumn.create("mean");
    DoubleColumn largest = DoubleColumn.create("largest");
    DoubleColumn missing = DoubleColumn.create("missing");
    for (String name : names) {
      double[] sorted =
          Arrays.stream(column(name)).filter(v -> !Double.isNaN(v)).sorted().toArray();
      int n = sorted.length;
      least.append(n == 0 ? Double.NaN : sorted[0]);
      median.append(Quantiles.of(sorted, 0.5));
      mean.append(n == 0 ? Double.NaN : VectorKernels.get().sum(sorted, 0, n) / n);
      largest.append(n == 0 ? Double.NaN : sorted[n - 1]);
      missing.append(size() - n);
    }
    return Table.create(
        "summary of features",
        StringColumn.create("feature", names),
        least,
        median,
        mean,
        largest,
        missing);
  }

  /** Same users, names and bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof UserFeatures that
        && users.equals(that.users)
        && names.equals(that.names)
        && matrix.equals(that.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + matrix.hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d features of %,d users: %s",
        names.size(),
        size(),
        names.size() <= 8
            ? String.join(", ", names)
            : String.join(", ", names.subList(0, 8)) + ", …");
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
