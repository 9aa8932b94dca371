package lectern.evaluate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.data.IdIndex;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.recommend.Exclude;
import lectern.recommend.Recommender;
import lectern.recommend.Suggestion;

/**
 * What a model suggests to all its users together: how much of the catalogue is ever shown, and how
 * unevenly.
 *
 * <pre>{@code
 * var lists = SuggestedLists.of(model, 10, Exclude.seen(train));
 * lists.coverage();                       // share of the items that anybody is shown
 * Exposure.of(lists, fieldOfEachCourse, train)   // which group of items is seen how much
 * }</pre>
 *
 * <p>These numbers belong to all lists at once, and not to a user: they have no interval by drawing
 * users. Same bits on any number of threads.
 */
public final class SuggestedLists implements Displayable {
  private final String model;
  private final IdIndex items;
  private final int k;
  private final int[][] lists;

  private SuggestedLists(String model, IdIndex items, int k, int[][] lists) {
    this.model = model;
    this.items = items;
    this.k = k;
    this.lists = lists;
  }

  /** The lists of k of every user that the model knows. */
  public static SuggestedLists of(Recommender model, int k, Exclude exclude) {
    ListMetric.checkDepth(k);
    int[][] lists = new int[model.users().size()][];
    Parallel.forBlocks(
        lists.length,
        16,
        (from, to) -> {
          for (int user = from; user < to; user++) {
            lists[user] = model.top(user, k, exclude).stream().mapToInt(Suggestion::item).toArray();
          }
        });
    return new SuggestedLists(model.name(), model.items(), k, lists);
  }

  /** Lists of your own, item numbers, the best first. */
  public static SuggestedLists of(String model, IdIndex items, int k, int[][] lists) {
    ListMetric.checkDepth(k);
    for (int[] list : lists) {
      for (int item : list) {
        if (item < 0 || item >= items.size()) {
          throw new UserError(
              "A list holds item "
                  + item
                  + ": there are the numbers 0 to "
                  + (items.size() - 1)
                  + ".");
        }
      }
    }
    int[][] copy =
        Arrays.stream(lists)
            .map(list -> Arrays.copyOf(list, Math.min(k, list.length)))
            .toArray(int[][]::new);
    return new SuggestedLists(model, items, k, copy);
  }

  public IdIndex items() {
    return items;
  }

  /** How many places a list has. */
  public int k() {
    return k;
  }

  /** How many lists there are. */
  public int size() {
    return lists.length;
  }

  /** One user's list, the best first. */
  public int[] list(int user) {
    return lists[user].clone();
  }

  /** How often each item stands in a list. */
  public long[] counts() {
    long[] counts = new long[items.size()];
    for (int[] list : lists) {
      for (int item : list) {
        counts[item]++;
      }
    }
    return counts;
  }

  /** Catalogue coverage: the share of all items that stand in at least one list. */
  public double coverage() {
    return Arrays.stream(counts()).filter(n -> n > 0).count() / (double) items.size();
  }

  /**
   * Gini's coefficient of how often items are shown: 0 when all are shown alike, near 1 when a few
   * take everything. With counts in rising order, Σ (2 r − n − 1) c_r / (n Σ c_r), ranks r from 1.
   * Nothing shown: NaN.
   */
  public double gini() {
    long[] sorted = counts();
    Arrays.sort(sorted);
    int n = sorted.length;
    double weighted = 0;
    double total = 0;
    for (int r = 0; r < n; r++) {
      weighted += (2.0 * (r + 1) - n - 1) * sorted[r];
      total += sorted[r];
    }
    return total == 0 ? Double.NaN : weighted / (n * total);
  }

  /**
   * The mean share of a user's list that stands in the same user's list of the other model too: 1
   * when both say the same, whatever the order. Against popularity it tells a model that only
   * repeats what is popular. Users with an empty list are left out; nobody with one: NaN.
   *
   * @throws UserError if the two have other items or another number of users
   */
  public double overlap(SuggestedLists other) {
    if (!items.equals(other.items) || lists.length != other.lists.length) {
      throw new UserError(
          "\""
              + model
              + "\" and \""
              + other.model
              + "\" have other items or users: compare models that were fitted on the same data.");
    }
    double sum = 0;
    int users = 0;
    for (int u = 0; u < lists.length; u++) {
      if (lists[u].length > 0) {
        Set<Integer> theirs = new HashSet<>();
        Arrays.stream(other.lists[u]).forEach(theirs::add);
        long both = Arrays.stream(lists[u]).filter(theirs::contains).count();
        sum += both / (double) lists[u].length;
        users++;
      }
    }
    return sum / users;
  }

  /** The share of users whose list is empty or shorter than k. */
  public double shortLists() {
    return Arrays.stream(lists).filter(list -> list.length < k).count() / (double) lists.length;
  }

  List<int[]> all() {
    return List.of(lists);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: lists of %d for %,d users; catalogue coverage %.4f of %,d items, Gini %.4f",
        model,
        k,
        lists.length,
        coverage(),
        items.size(),
        gini());
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
