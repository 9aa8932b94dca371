package lectern.recommend;

import java.io.IOException;
import java.util.Arrays;
import lectern.data.Interactions;
import lectern.display.UserError;

/**
 * Each user's items in the order in which they happened: by time, of equal times by item number.
 *
 * <p>Where only the order is known, give each row its place as its time. A pair of user and item
 * has one time, so no item stands twice. Immutable.
 */
public final class UserHistories {
  private final int[] start;
  private final int[] item;

  private UserHistories(int[] start, int[] item) {
    this.start = start;
    this.item = item;
  }

  /**
   * The histories of these interactions.
   *
   * @throws UserError if there are interactions without times: their order is not known
   */
  public static UserHistories of(Interactions data) {
    if (data.size() > 0 && !data.hasTimes()) {
      throw new UserError(
          "A sequence model needs to know what came first, and these interactions have no times."
              + " Add a time to each row; its place in the user's history will do.");
    }
    int[] start = new int[data.userCount() + 1];
    int[] item = new int[data.size()];
    for (int user = 0; user < data.userCount(); user++) {
      int from = data.start(user);
      start[user + 1] = data.start(user + 1);
      long[] times = new long[data.sizeOf(user)];
      for (int i = 0; i < times.length; i++) {
        times[i] = data.time(from + i);
      }
      int[] order = orderOf(times);
      for (int i = 0; i < order.length; i++) {
        item[from + i] = data.item(from + order[i]);
      }
    }
    return new UserHistories(start, item);
  }

  /** The places of rising times, equal ones as they stand. */
  private static int[] orderOf(long[] times) {
    Integer[] order = new Integer[times.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  public int userCount() {
    return start.length - 1;
  }

  /** All items of all users. */
  public int size() {
    return item.length;
  }

  /** A user's items, the oldest first; a copy; empty for an unknown user. */
  public int[] of(int user) {
    return user < 0 || user >= userCount()
        ? new int[0]
        : Arrays.copyOfRange(item, start[user], start[user + 1]);
  }

  /** Writes them into a saved model. */
  public void write(ModelFile.Writer out) throws IOException {
    out.ints(start);
    out.ints(item);
  }

  /** Reads what {@link #write} wrote. */
  public static UserHistories read(ModelFile.Reader in) throws IOException {
    return new UserHistories(in.ints(), in.ints());
  }
}
