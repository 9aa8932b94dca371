package lectern.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.math.DenseMatrix;
import lectern.math.SparseMatrix;

/**
 * Who did what with which item: users × items, at most one value for each pair. Immutable.
 *
 * <pre>{@code
 * var log = Interactions.builder().add("ann", "java", 5).add("bob", "java", 3).build();
 * }</pre>
 *
 * <p>Users and items are numbered from 0 in the order of {@link IdIndex}, whatever the order in
 * which rows were added. That order matters only where rows have the same user and item: {@link
 * DuplicateRule#KEEP_LAST} and {@link DuplicateRule#KEEP_FIRST} decide by it between rows of the
 * same time (or without times), and the last bits of {@link DuplicateRule#SUM} and {@link
 * DuplicateRule#MEAN} depend on it. Stored as compressed rows: user u has the cells {@code
 * start(u)} (included) to {@code start(u + 1)} (excluded), items rising. A value of 0 that was
 * added is a cell; a pair that was not added is missing.
 */
public final class Interactions implements Displayable {
  private final IdIndex users;
  private final IdIndex items;
  private final int[] start;
  private final int[] item;
  private final double[] value;
  private final long[] time;
  private final Duplicates duplicates;

  /** Which rule joined rows of one user and item, and what it did. */
  public record Duplicates(DuplicateRule rule, int rowsAdded, int rowsDropped) {}

  Interactions(
      IdIndex users,
      IdIndex items,
      int[] start,
      int[] item,
      double[] value,
      long[] time,
      Duplicates duplicates) {
    this.users = users;
    this.items = items;
    this.start = start;
    this.item = item;
    this.value = value;
    this.time = time;
    this.duplicates = duplicates;
  }

  /** Collects rows. */
  public static InteractionsBuilder builder() {
    return new InteractionsBuilder();
  }

  /** Reads a CSV file of your own; see {@link InteractionsCsv}. */
  public static InteractionsCsv read(Path csv, ColumnMapping mapping) {
    return InteractionsCsv.read(csv, mapping);
  }

  public IdIndex users() {
    return users;
  }

  public IdIndex items() {
    return items;
  }

  public int userCount() {
    return users.size();
  }

  public int itemCount() {
    return items.size();
  }

  /** How many pairs of user and item there are. */
  public int size() {
    return item.length;
  }

  /** The share of all users × items pairs that are there; NaN when there are no users or items. */
  public double density() {
    return size() / ((double) userCount() * itemCount());
  }

  /** Where a user's cells begin; {@code start(userCount())} is the number of cells. */
  public int start(int user) {
    return start[user];
  }

  /** How many items a user has. */
  public int sizeOf(int user) {
    return start[user + 1] - start[user];
  }

  public int item(int cell) {
    return item[cell];
  }

  public double value(int cell) {
    return value[cell];
  }

  /** True when every cell has a time. */
  public boolean hasTimes() {
    return time != null;
  }

  /**
   * When it happened, in the units that were added (seconds since 1970 in MovieLens).
   *
   * @throws IllegalStateException if there are no times
   */
  public long time(int cell) {
    if (time == null) {
      throw new IllegalStateException("these interactions have no times");
    }
    return time[cell];
  }

  /** The items of a user, rising; a copy. */
  public int[] itemsOf(int user) {
    return Arrays.copyOfRange(item, start[user], start[user + 1]);
  }

  /** A user's row, read in place. */
  public UserRow row(int user) {
    Objects.checkIndex(user, userCount());
    return new UserRow(this, user);
  }

  /** One user's cells. */
  public record UserRow(Interactions of, int user) {
    public int size() {
      return of.sizeOf(user);
    }

    /** The item of the user's i-th cell. */
    public int item(int i) {
      return of.item(of.start(user) + Objects.checkIndex(i, size()));
    }

    public double value(int i) {
      return of.value(of.start(user) + Objects.checkIndex(i, size()));
    }

    public long time(int i) {
      return of.time(of.start(user) + Objects.checkIndex(i, size()));
    }
  }

  /** Where the cell of this pair is, or −1 where it is missing. */
  public int find(int user, int wanted) {
    int found = Arrays.binarySearch(item, start[user], start[user + 1], wanted);
    return found < 0 ? -1 : found;
  }

  /** The value of a pair by its ids; empty where it is missing or an id is unknown. */
  public OptionalDouble value(String user, String wanted) {
    int u = users.number(user);
    int i = items.number(wanted);
    int cell = u < 0 || i < 0 ? -1 : find(u, i);
    return cell < 0 ? OptionalDouble.empty() : OptionalDouble.of(value[cell]);
  }

  /** The mean of all values; NaN when there are none. */
  public double meanValue() {
    double sum = 0;
    for (double v : value) {
      sum += v;
    }
    return sum / value.length;
  }

  /** Users × items, the same cells. */
  public SparseMatrix toMatrix() {
    return SparseMatrix.wrap(userCount(), itemCount(), start, item, value);
  }

  /** Items × users, the same cells: who had each item. */
  public SparseMatrix byItem() {
    return toMatrix().transpose();
  }

  /** Users × items with 0 where a pair is missing: for small data only. */
  public DenseMatrix toDense() {
    return toMatrix().toDense();
  }

  /**
   * These cells alone, with all users and items kept at their numbers.
   *
   * @param keep for each cell whether it stays
   */
  public Interactions keep(boolean[] keep) {
    if (keep.length != size()) {
      throw new IllegalArgumentException(keep.length + " decisions for " + size() + " cells");
    }
    int[] newStart = new int[start.length];
    int[] kept = new int[size()];
    int cells = 0;
    for (int u = 0; u < userCount(); u++) {
      for (int p = start[u]; p < start[u + 1]; p++) {
        if (keep[p]) {
          kept[cells++] = p;
        }
      }
      newStart[u + 1] = cells;
    }
    int[] newItem = new int[cells];
    double[] newValue = new double[cells];
    long[] newTime = time == null ? null : new long[cells];
    for (int p = 0; p < cells; p++) {
      newItem[p] = item[kept[p]];
      newValue[p] = value[kept[p]];
      if (time != null) {
        newTime[p] = time[kept[p]];
      }
    }
    return new Interactions(users, items, newStart, newItem, newValue, newTime, duplicates);
  }

  /** That it happened, and not how much: the same pairs and times, every value 1. */
  public Interactions ones() {
    double[] one = new double[size()];
    Arrays.fill(one, 1);
    return new Interactions(users, items, start, item, one, time, duplicates);
  }

  /** Other times, one for each cell. */
  Interactions withTimes(long[] times) {
    return new Interactions(users, items, start, item, value, times, duplicates);
  }

  /** What became of rows with the same user and item. */
  public Duplicates duplicates() {
    return duplicates;
  }

  /**
   * SHA-256 of the content, as 64 hexadecimal digits: ids, cells, values and times, in this order
   * and as big-endian numbers. Equal content, equal checksum, on every machine.
   */
  public String checksum() {
    Sha256 sum = new Sha256();
    for (IdIndex ids : List.of(users, items)) {
      sum.add(ids.size());
      ids.ids().forEach(sum::add);
    }
    for (int u = 0; u <= userCount(); u++) {
      sum.add(start[u]);
    }
    for (int p = 0; p < size(); p++) {
      sum.add(item[p]);
      sum.add(Double.doubleToLongBits(value[p]));
    }
    sum.add(time == null ? 0 : 1);
    for (int p = 0; time != null && p < size(); p++) {
      sum.add(time[p]);
    }
    return sum.hex();
  }

  /** Same ids, cells, values and times. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Interactions that
        && users.equals(that.users)
        && items.equals(that.items)
        && Arrays.equals(start, that.start)
        && Arrays.equals(item, that.item)
        && Arrays.equals(value, that.value)
        && Arrays.equals(time, that.time);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(item) + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d interactions of %,d users with %,d items (%.2f %% of all pairs)%s",
        size(),
        userCount(),
        itemCount(),
        100 * density(),
        time == null ? "" : ", with times");
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
