package lectern.clean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether people can be told apart by what is known of them: rows that agree in all
 * quasi-identifiers form a group, and a table is k-anonymous when every group has at least k rows
 * (Sweeney, 2002).
 *
 * <pre>{@code
 * KAnonymity report = KAnonymity.of(users, 5, "age band", "gender", "city");
 * report.suppressed();                     // the table without the rows below k
 * report.diversity("illness")              // do groups of k give a secret away all the same?
 * }</pre>
 *
 * <p>The table shows for each column how many rows would still be below k were it left out: where
 * that helps most, make the values coarser, with {@link Coarser}. A missing value is a value of its
 * own. One row to a person: k copies of one person protect nobody.
 *
 * <p>k-anonymity says nothing of who else may know what, and nothing of sequences of events, which
 * are nearly always unique. Articles crossplatform 9.1, precision 8, community 9.2, crossover 9.3.
 */
public final class KAnonymity implements Displayable {
  private final Table table;
  private final int k;
  private final List<String> columns;
  private final int[] group;
  private final int[] sizes;

  private KAnonymity(Table table, int k, List<String> columns) {
    this.table = table;
    this.k = k;
    this.columns = columns;
    this.group = groups(table, columns);
    this.sizes = sizes(group);
  }

  /**
   * Looks at a table.
   *
   * @param k at least 2
   * @param quasiIdentifiers columns that somebody else may know of a person as well
   */
  public static KAnonymity of(Table table, int k, String... quasiIdentifiers) {
    if (k < 2) {
      throw new UserError("k must be at least 2, not " + k + ": every row is in a group of 1.");
    }
    List<String> columns = List.of(quasiIdentifiers);
    if (columns.isEmpty()) {
      throw new UserError("Name the columns by which a person could be found.");
    }
    columns.forEach(column -> AccountTable.column(table, column));
    return new KAnonymity(table.copy(), k, columns);
  }

  /** For each row the number of its group, in the order in which groups are first met. */
  private static int[] groups(Table table, List<String> columns) {
    Map<List<String>, Integer> known = new LinkedHashMap<>();
    int[] group = new int[table.rowCount()];
    for (int row = 0; row < group.length; row++) {
      List<String> key = new ArrayList<>();
      for (String column : columns) {
        boolean missing = table.column(column).isMissing(row);
        key.add(missing ? "missing" : "=" + table.getString(row, column));
      }
      Integer number = known.putIfAbsent(key, known.size());
      group[row] = number == null ? known.size() - 1 : number;
    }
    return group;
  }

  private static int[] sizes(int[] group) {
    int[] sizes = new int[IntStream.of(group).max().orElse(-1) + 1];
    IntStream.of(group).forEach(g -> sizes[g]++);
    return sizes;
  }

  /** How many groups there are. */
  public int groups() {
    return sizes.length;
  }

  /** Rows of the smallest group: the k that the table has. 0 for no rows. */
  public int smallest() {
    return IntStream.of(sizes).min().orElse(0);
  }

  /** True when every group has at least k rows. */
  public boolean holds() {
    return rowsBelow().length == 0;
  }

  /** Numbers of the rows in groups below k: to be left out, or made coarser. */
  public int[] rowsBelow() {
    return IntStream.range(0, group.length).filter(row -> sizes[group[row]] < k).toArray();
  }

  /** Share of rows in groups below k; NaN for no rows. */
  public double shareBelow() {
    return (double) rowsBelow().length / group.length;
  }

  /** The rows in groups below k. */
  public Table below() {
    return rows(rowsBelow());
  }

  /** The table without the rows in groups below k; k-anonymous. */
  public Table suppressed() {
    return rows(IntStream.range(0, group.length).filter(r -> sizes[group[r]] >= k).toArray());
  }

  private Table rows(int[] chosen) {
    return chosen.length == 0 ? table.emptyCopy() : table.rows(chosen);
  }

  /** Each column, its values, and the rows below k were it left out. */
  public Table table() {
    IntColumn values = IntColumn.create("values");
    IntColumn without = IntColumn.create("rows below k without it");
    for (String column : columns) {
      values.append(sizes(groups(table, List.of(column))).length);
      List<String> others = columns.stream().filter(c -> !c.equals(column)).toList();
      int[] coarse = groups(table, others);
      int[] coarseSizes = sizes(coarse);
      without.append((int) IntStream.of(coarse).filter(g -> coarseSizes[g] < k).count());
    }
    return Table.create(
        "quasi-identifiers", StringColumn.create("column", columns), values, without);
  }

  /**
   * How well groups hide a secret (Machanavajjhala and others, 2007).
   *
   * @param sensitive a column that nobody else should learn
   */
  public Diversity diversity(String sensitive) {
    int column = AccountTable.column(table, sensitive);
    if (columns.contains(sensitive)) {
      throw new UserError(
          "\"" + sensitive + "\" cannot be both a quasi-identifier and the sensitive column.");
    }
    List<Map<String, Integer>> counts = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      counts.add(new LinkedHashMap<>());
    }
    for (int row = 0; row < group.length; row++) {
      counts.get(group[row]).merge(table.getString(row, column), 1, Integer::sum);
    }
    int least = counts.stream().mapToInt(Map::size).min().orElse(0);
    double entropy = counts.stream().mapToDouble(KAnonymity::effective).min().orElse(0);
    int revealed =
        IntStream.range(0, sizes.length)
            .filter(g -> counts.get(g).size() == 1)
            .map(g -> sizes[g])
            .sum();
    return new Diversity(sensitive, least, entropy, revealed, group.length);
  }

  /** exp of the entropy: 2 for two values of equal share. */
  private static double effective(Map<String, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    double entropy = 0;
    for (int count : new TreeSet<>(counts.values())) {
      long times = counts.values().stream().filter(c -> c == count).count();
      entropy -= times * (count / all) * StrictMath.log(count / all);
    }
    return StrictMath.exp(entropy);
  }

  /**
   * What groups give away of a sensitive column.
   *
   * @param column its name
   * @param distinct l: the fewest different values that a group has
   * @param entropy the smallest exp(entropy) of a group: l, were its values equally frequent
   * @param revealed rows in groups of one value: whoever finds the group knows the secret
   * @param rows all rows
   */
  public record Diversity(String column, int distinct, double entropy, int revealed, int rows)
      implements Displayable {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: every group has at least %d different value%s (%.2f by entropy); %,d of %,d rows are"
              + " in groups of one value",
          column,
          distinct,
          distinct == 1 ? "" : "s",
          entropy,
          revealed,
          rows);
    }

    @Override
    public MimeBundle bundle() {
      return MimeBundle.text(toString());
    }
  }

  /** How many groups and rows there are of each size below k, and at or above it. */
  public Table groupSizes() {
    StringColumn size = StringColumn.create("rows in the group");
    IntColumn count = IntColumn.create("groups");
    DoubleColumn share = DoubleColumn.create("share of rows");
    for (int s = 1; s <= k; s++) {
      int wanted = s;
      boolean last = s == k;
      int[] these = IntStream.of(sizes).filter(n -> last ? n >= k : n == wanted).toArray();
      size.append(last ? k + " or more" : "" + s);
      count.append(these.length);
      share.append(IntStream.of(these).sum() / (double) group.length);
    }
    return Table.create("groups", size, count, share);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows in %,d groups by %s: the smallest has %,d; %,d rows (%.1f %%) are in groups below"
            + " k = %d",
        group.length,
        sizes.length,
        String.join(", ", columns),
        smallest(),
        rowsBelow().length,
        group.length == 0 ? 0 : 100 * shareBelow(),
        k);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
