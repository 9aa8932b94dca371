package lectern.clean;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well accounts were joined, where the truth is known: over all pairs of accounts, precision =
 * pairs joined that are one person's / pairs joined, recall = the same / pairs that are one
 * person's, F1 = their harmonic mean. Nothing to divide by: NaN.
 *
 * <p>Example: truth {a, b, c} and {d}, joined {a, b} and {c, d}: of 2 pairs joined 1 is right, of 3
 * true pairs 1 was found: 0.5, 0.333, 0.4.
 *
 * @param accounts accounts whose owner is known; all others are left out
 * @param unknown accounts left out
 * @param joinedPairs pairs that were joined
 * @param truePairs pairs that are one person's
 * @param rightPairs pairs that are both
 */
public record IdentityQuality(
    int accounts, int unknown, long joinedPairs, long truePairs, long rightPairs)
    implements Displayable {

  /**
   * Compares with a table of owners.
   *
   * @param owners columns {@code account}, the owner, and {@code platform}, which may be absent if
   *     no two platforms share an id
   * @param owner the column of owners
   */
  public static IdentityQuality of(JoinedIdentities joined, Table owners, String owner) {
    Map<String, String> truth = truth(owners, owner);
    boolean byPlatform = owners.columnNames().contains("platform");
    Map<String, Long> joinedSizes = new LinkedHashMap<>();
    Map<String, Long> trueSizes = new LinkedHashMap<>();
    Map<String, Long> bothSizes = new LinkedHashMap<>();
    int known = 0;
    for (Account account : joined.accounts()) {
      String whose = truth.get(byPlatform ? account.toString() : account.id());
      if (whose != null) {
        known++;
        joinedSizes.merge(joined.person(account), 1L, Long::sum);
        trueSizes.merge(whose, 1L, Long::sum);
        bothSizes.merge(whose + "\n" + joined.person(account), 1L, Long::sum);
      }
    }
    return new IdentityQuality(
        known,
        joined.accounts().size() - known,
        pairs(joinedSizes.values()),
        pairs(trueSizes.values()),
        pairs(bothSizes.values()));
  }

  private static Map<String, String> truth(Table owners, String owner) {
    int account = AccountTable.column(owners, "account");
    int whose = AccountTable.column(owners, owner);
    int platform = owners.columnNames().indexOf("platform");
    Map<String, String> truth = new HashMap<>();
    for (int row = 0; row < owners.rowCount(); row++) {
      String id = owners.getString(row, account);
      String key = platform < 0 ? id : new Account(owners.getString(row, platform), id).toString();
      if (truth.put(key, owners.getString(row, whose)) != null) {
        throw new UserError("The account \"" + key + "\" has two rows in the table of owners.");
      }
    }
    return truth;
  }

  private static long pairs(Collection<Long> sizes) {
    return sizes.stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  public double precision() {
    return joinedPairs == 0 ? Double.NaN : (double) rightPairs / joinedPairs;
  }

  public double recall() {
    return truePairs == 0 ? Double.NaN : (double) rightPairs / truePairs;
  }

  public double f1() {
    return joinedPairs + truePairs == 0 ? Double.NaN : 2.0 * rightPairs / (joinedPairs + truePairs);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "pairs of %,d accounts: precision %.4f, recall %.4f, F1 %.4f%s",
        accounts,
        precision(),
        recall(),
        f1(),
        unknown == 0 ? "" : String.format(Locale.ROOT, " (%,d accounts without owner)", unknown));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(
        toString(),
        Table.create(
            "pairs",
            StringColumn.create("measure", "precision", "recall"),
            LongColumn.create("right", new long[] {rightPairs, rightPairs}),
            LongColumn.create("of", new long[] {joinedPairs, truePairs}),
            DoubleColumn.create("share", new double[] {precision(), recall()})));
  }
}
