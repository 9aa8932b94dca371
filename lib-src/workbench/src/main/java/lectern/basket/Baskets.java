package lectern.basket;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Sets of items that belong to one user, or to one day of one user. Immutable.
 *
 * <pre>{@code
 * Baskets.ofUsers(log, Events.PURCHASE);   // what each user ever bought
 * Baskets.ofDays(log, Events.PURCHASE);    // what each user bought on one day
 * }</pre>
 *
 * <p>An item is in a basket or not; how often or for how much does not matter. Baskets without an
 * item are left out and counted.
 */
public final class Baskets implements Displayable {
  private final IdIndex items;
  private final int[][] baskets;
  private final int empty;

  Baskets(IdIndex items, int[][] baskets, int empty) {
    this.items = items;
    this.baskets = baskets;
    this.empty = empty;
  }

  /** One basket for each of these lists; an item that stands twice in one counts once. */
  public static Baskets of(Collection<? extends Collection<String>> lists) {
    TreeSet<String> all = new TreeSet<>();
    lists.forEach(all::addAll);
    IdIndex items = IdIndex.of(all);
    List<int[]> filled = new ArrayList<>();
    for (Collection<String> list : lists) {
      if (!list.isEmpty()) {
        filled.add(list.stream().mapToInt(items::number).distinct().sorted().toArray());
      }
    }
    return new Baskets(items, filled.toArray(int[][]::new), lists.size() - filled.size());
  }

  /**
   * One basket for each user: the courses with one of these events; all events if none is named.
   */
  public static Baskets ofUsers(EventLog log, String... events) {
    return of(grouped(log, events, row -> log.userId(row)).values());
  }

  /**
   * One basket for each user and day (UTC): the courses with one of these events. Events without a
   * time are left out.
   */
  public static Baskets ofDays(EventLog log, String... events) {
    return ofDays(log, ZoneOffset.UTC, events);
  }

  /** One basket for each user and day, days beginning at midnight of this offset. */
  public static Baskets ofDays(EventLog log, ZoneOffset zone, String... events) {
    EventLog timed = log.where(log::hasTime);
    return of(
        grouped(
                timed,
                events,
                row ->
                    timed.userId(row)
                        + "\n"
                        + Math.floorDiv(timed.time(row) + zone.getTotalSeconds(), 86_400L))
            .values());
  }

  private static Map<String, LinkedHashSet<String>> grouped(
      EventLog log, String[] events, IntFunction<String> key) {
    List<String> wanted = List.of(events);
    Map<String, LinkedHashSet<String>> groups = new TreeMap<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.course(row) >= 0 && (wanted.isEmpty() || wanted.contains(log.eventName(row)))) {
        groups.computeIfAbsent(key.apply(row), k -> new LinkedHashSet<>()).add(log.courseId(row));
      }
    }
    return groups;
  }

  /** One basket for each user: the items the user has. */
  public static Baskets of(Interactions data) {
    List<List<String>> lists = new ArrayList<>();
    for (int u = 0; u < data.userCount(); u++) {
      lists.add(Arrays.stream(data.itemsOf(u)).mapToObj(data.items()::id).toList());
    }
    return of(lists);
  }

  /** How many baskets there are. */
  public int size() {
    return baskets.length;
  }

  /** How many baskets were left out because they held nothing. */
  public int empty() {
    return empty;
  }

  /** The items, numbered. */
  public IdIndex items() {
    return items;
  }

  /** The items' numbers in one basket, rising. */
  public int[] basket(int number) {
    return baskets[number].clone();
  }

  /** How many pairs of basket and item there are. */
  public int cells() {
    return Arrays.stream(baskets).mapToInt(basket -> basket.length).sum();
  }

  /** How many baskets hold each item. */
  public int[] counts() {
    int[] counts = new int[items.size()];
    for (int[] basket : baskets) {
      for (int item : basket) {
        counts[item]++;
      }
    }
    return counts;
  }

  int[][] array() {
    return baskets;
  }

  void requireSome() {
    if (baskets.length == 0) {
      throw new UserError(
          "There are no baskets with an item"
              + (empty == 0 ? "." : ": all " + empty + " are empty."));
    }
  }

  /** Item, baskets with it and their share, the most frequent first. */
  public Table table() {
    int[] counts = counts();
    Integer[] order = new Integer[counts.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(counts[b], counts[a]));
    StringColumn item = StringColumn.create("item");
    IntColumn count = IntColumn.create("baskets");
    DoubleColumn support = DoubleColumn.create("support");
    for (int i : order) {
      item.append(items.id(i));
      count.append(counts[i]);
      support.append(counts[i] / (double) size());
    }
    return Table.create("items", item, count, support);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d baskets of %,d items, %.2f items each%s",
        size(),
        items.size(),
        size() == 0 ? 0 : cells() / (double) size(),
        empty == 0 ? "" : String.format(Locale.ROOT, "; %,d empty ones left out", empty));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
