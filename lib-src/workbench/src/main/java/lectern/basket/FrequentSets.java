package lectern.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * All sets of items that many baskets hold together, with how many: support = baskets that hold
 * every item of the set ÷ baskets. Immutable.
 *
 * <p>Order: the most baskets first, then fewer items first, then by the items' numbers. Found by
 * Eclat on bit sets: each set's baskets are the intersection of its first items' and its last
 * item's. Smile's FP-growth finds the same sets (tested); ours stops at the limit instead of
 * filling the memory.
 *
 * <p>Source: M. J. Zaki, Scalable algorithms for association mining, 2000.
 */
public final class FrequentSets implements Displayable {
  /** Items' numbers, rising, and the baskets that hold them all. */
  record Found(int[] items, int count) {}

  private final IdIndex items;
  private final int baskets;
  private final List<Found> sets;
  private final Map<List<Integer>, Integer> counts = new HashMap<>();

  private FrequentSets(IdIndex items, int baskets, List<Found> sets) {
    this.items = items;
    this.baskets = baskets;
    this.sets = sets;
    sets.forEach(set -> counts.put(key(set.items()), set.count()));
  }

  /** Finds them; silent. */
  public static FrequentSets of(Baskets baskets, SetOptions options) {
    return of(baskets, options, Progress.silent());
  }

  /**
   * Finds them.
   *
   * @throws lectern.display.UserError if there are no baskets, or more sets than the limit
   */
  public static FrequentSets of(Baskets baskets, SetOptions options, Progress progress) {
    baskets.requireSome();
    List<Found> sets = new ArrayList<>(new Eclat(baskets, options).run(progress));
    sets.sort(
        Comparator.comparingInt((Found set) -> -set.count())
            .thenComparingInt(set -> set.items().length)
            .thenComparing(Found::items, Arrays::compare));
    return new FrequentSets(baskets.items(), baskets.size(), List.copyOf(sets));
  }

  static List<Integer> key(int... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** How many sets there are. */
  public int size() {
    return sets.size();
  }

  /** How many baskets were searched. */
  public int baskets() {
    return baskets;
  }

  /** The items of a set. */
  public List<String> items(int set) {
    return Arrays.stream(sets.get(set).items()).mapToObj(items::id).toList();
  }

  /** How many baskets hold a set. */
  public int count(int set) {
    return sets.get(set).count();
  }

  /** The share of baskets that hold a set. */
  public double support(int set) {
    return count(set) / (double) baskets;
  }

  /** How many baskets hold all these items; −1 where they are not among the frequent sets. */
  public int count(Collection<String> wanted) {
    return count(wanted.stream().mapToInt(items::number).distinct().sorted().toArray());
  }

  int count(int[] numbers) {
    return counts.getOrDefault(key(numbers), -1);
  }

  List<Found> found() {
    return sets;
  }

  IdIndex allItems() {
    return items;
  }

  /** Items, size, baskets and support of each set. */
  public Table table() {
    StringColumn set = StringColumn.create("items");
    IntColumn size = IntColumn.create("size");
    IntColumn count = IntColumn.create("baskets");
    DoubleColumn support = DoubleColumn.create("support");
    for (int i = 0; i < size(); i++) {
      set.append(String.join(", ", items(i)));
      size.append(sets.get(i).items().length);
      count.append(count(i));
      support.append(support(i));
    }
    return Table.create("frequent sets", set, size, count, support);
  }

  @Override
  public String toString() {
    long several = sets.stream().filter(set -> set.items().length > 1).count();
    return String.format(
        Locale.ROOT,
        "%,d frequent sets in %,d baskets, %,d of them of two items or more",
        size(),
        baskets,
        several);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
