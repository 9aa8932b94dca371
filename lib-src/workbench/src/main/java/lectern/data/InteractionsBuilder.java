package lectern.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;

/**
 * Collects rows of user, item, value and perhaps time, and joins rows of the same pair by a {@link
 * DuplicateRule}.
 *
 * <p>What the rule did is counted in {@link Interactions#duplicates()}. Times are kept when every
 * row has one; mixing rows with and without times is refused.
 */
public final class InteractionsBuilder {
  private static final double LARGEST = 1e15;

  private DuplicateRule rule = DuplicateRule.KEEP_LAST;
  private final Map<String, Integer> userNumber = new HashMap<>();
  private final Map<String, Integer> itemNumber = new HashMap<>();
  private final List<String> userIds = new ArrayList<>();
  private final List<String> itemIds = new ArrayList<>();
  private int[] users = new int[64];
  private int[] items = new int[64];
  private double[] values = new double[64];
  private long[] times = new long[64];
  private int rows;
  private int rowsWithTime;

  InteractionsBuilder() {}

  /**
   * Which row counts when a user and an item meet again; {@link DuplicateRule#KEEP_LAST} if unsaid.
   */
  public InteractionsBuilder duplicates(DuplicateRule chosen) {
    rule = chosen;
    return this;
  }

  /** Makes an item known even if nobody has it. */
  public InteractionsBuilder item(String item) {
    number(itemNumber, itemIds, item, "item");
    return this;
  }

  /** Makes a user known even without items. */
  public InteractionsBuilder user(String user) {
    number(userNumber, userIds, user, "user");
    return this;
  }

  /** Adds a row that says no more than that it happened: its value is 1. */
  public InteractionsBuilder add(String user, String item) {
    return add(user, item, 1);
  }

  public InteractionsBuilder add(String user, String item, double value) {
    append(user, item, value);
    return this;
  }

  public InteractionsBuilder add(String user, String item, double value, long time) {
    append(user, item, value);
    times[rows - 1] = time;
    rowsWithTime++;
    return this;
  }

  public InteractionsBuilder add(long user, long item, double value) {
    return add(Long.toString(user), Long.toString(item), value);
  }

  public InteractionsBuilder add(long user, long item, double value, long time) {
    return add(Long.toString(user), Long.toString(item), value, time);
  }

  /** True for numbers that models can add up and still score. */
  static boolean fits(double value) {
    return Math.abs(value) <= LARGEST;
  }

  private void append(String user, String item, double value) {
    if (!fits(value)) {
      throw new UserError(
          "The value of user \""
              + user
              + "\" and item \""
              + item
              + "\" must be a finite number between -1e15 and 1e15, not "
              + value
              + ": models score in single precision. Drop or cap it first.");
    }
    int u = number(userNumber, userIds, user, "user");
    int i = number(itemNumber, itemIds, item, "item");
    if (rows == users.length) {
      int room = rows * 2;
      users = Arrays.copyOf(users, room);
      items = Arrays.copyOf(items, room);
      values = Arrays.copyOf(values, room);
      times = Arrays.copyOf(times, room);
    }
    users[rows] = u;
    items[rows] = i;
    values[rows++] = value;
  }

  private static int number(Map<String, Integer> known, List<String> ids, String id, String what) {
    if (id == null || id.isEmpty()) {
      throw new UserError("The id of a" + (what.equals("item") ? "n " : " ") + what + " is empty.");
    }
    Integer number = known.get(id);
    if (number == null) {
      number = ids.size();
      known.put(id, number);
      ids.add(id);
    }
    return number;
  }

  /**
   * The interactions of all rows added so far.
   *
   * @throws UserError if some rows have times and others not, or a pair stands twice under {@link
   *     DuplicateRule#REFUSE}
   */
  public Interactions build() {
    if (rowsWithTime > 0 && rowsWithTime < rows) {
      throw new UserError(
          rowsWithTime + " of " + rows + " rows have a time: give every row one, or none.");
    }
    IdIndex userIndex = IdIndex.of(userIds);
    IdIndex itemIndex = IdIndex.of(itemIds);
    int[] u = renumber(users, userIds, userIndex);
    int[] i = renumber(items, itemIds, itemIndex);
    return new Join(u, i).join(userIndex, itemIndex);
  }

  private int[] renumber(int[] numbers, List<String> ids, IdIndex index) {
    int[] to = ids.stream().mapToInt(index::number).toArray();
    int[] out = new int[rows];
    for (int r = 0; r < rows; r++) {
      out[r] = to[numbers[r]];
    }
    return out;
  }

  /** Sorts the rows by user, item and order added, and joins those of one pair. */
  private final class Join {
    private final int[] u;
    private final int[] i;
    private final int[] item = new int[rows];
    private final double[] value = new double[rows];
    private final long[] time = rowsWithTime > 0 ? new long[rows] : null;
    private int cells;

    Join(int[] u, int[] i) {
      this.u = u;
      this.i = i;
    }

    Interactions join(IdIndex userIndex, IdIndex itemIndex) {
      int[] order = stableOrder(stableOrder(null, i, itemIndex.size()), u, userIndex.size());
      int[] start = new int[userIndex.size() + 1];
      int from = 0;
      while (from < rows) {
        int to = from + 1;
        while (to < rows && u[order[to]] == u[order[from]] && i[order[to]] == i[order[from]]) {
          to++;
        }
        item[cells] = i[order[from]];
        joinRows(order, from, to, userIndex, itemIndex);
        cells++;
        start[u[order[from]] + 1] = cells;
        from = to;
      }
      for (int user = 1; user < start.length; user++) {
        start[user] = Math.max(start[user], start[user - 1]);
      }
      return new Interactions(
          userIndex,
          itemIndex,
          start,
          Arrays.copyOf(item, cells),
          Arrays.copyOf(value, cells),
          time == null ? null : Arrays.copyOf(time, cells),
          new Interactions.Duplicates(rule, rows, rows - cells));
    }

    /** Rows in the order of a key, rows of one key in the order given (counting sort). */
    private int[] stableOrder(int[] before, int[] key, int keys) {
      int[] next = new int[keys + 1];
      for (int r = 0; r < rows; r++) {
        next[key[r] + 1]++;
      }
      for (int k = 0; k < keys; k++) {
        next[k + 1] += next[k];
      }
      int[] order = new int[rows];
      for (int r = 0; r < rows; r++) {
        int row = before == null ? r : before[r];
        order[next[key[row]]++] = row;
      }
      return order;
    }

    private void joinRows(int[] order, int from, int to, IdIndex userIndex, IdIndex itemIndex) {
      int first = order[from];
      if (to - from > 1 && rule == DuplicateRule.REFUSE) {
        throw new UserError(
            "User \""
                + userIndex.id(u[first])
                + "\" and item \""
                + itemIndex.id(i[first])
                + "\" stand in "
                + (to - from)
                + " rows. Choose a rule: duplicates(DuplicateRule.KEEP_LAST), SUM, MEAN, …");
      }
      int chosen = first;
      double sum = values[first];
      double largest = values[first];
      long latest = times[first];
      for (int p = from + 1; p < to; p++) {
        int row = order[p];
        sum += values[row];
        largest = Math.max(largest, values[row]);
        latest = Math.max(latest, times[row]);
        boolean takes =
            rule == DuplicateRule.KEEP_FIRST
                ? times[row] < times[chosen]
                : times[row] >= times[chosen];
        chosen = takes ? row : chosen;
      }
      value[cells] =
          switch (rule) {
            case SUM -> sum;
            case MEAN -> sum / (to - from);
            case MAX -> largest;
            case KEEP_LAST, KEEP_FIRST, REFUSE -> values[chosen];
          };
      if (time != null) {
        boolean one = rule == DuplicateRule.KEEP_FIRST || rule == DuplicateRule.KEEP_LAST;
        time[cells] = one ? times[chosen] : latest;
      }
    }
  }
}
