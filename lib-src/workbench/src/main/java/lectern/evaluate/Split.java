package lectern.evaluate;

import java.util.Locale;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.RandomStream;

/**
 * Interactions in two parts: one to learn from, one to be judged on. Both number users and items
 * alike, and no pair of user and item is in both.
 *
 * <pre>{@code
 * var split = Split.leaveLastOut(data);
 * var model = Popularity.fit(split.train());
 * }</pre>
 *
 * @param train what models may see
 * @param test what they are judged on
 * @param how how it was made, in words, for the protocol line
 * @param usersKeptWhole users with interactions, all of which stayed in the training part
 */
public record Split(Interactions train, Interactions test, String how, int usersKeptWhole)
    implements Displayable {

  public Split {
    if (!train.users().equals(test.users()) || !train.items().equals(test.items())) {
      throw new UserError(
          "Both parts of a split must number users and items alike: cut them from the same"
              + " interactions with keep(…).");
    }
    for (int user = 0; user < test.userCount(); user++) {
      for (int cell = test.start(user); cell < test.start(user + 1); cell++) {
        if (train.find(user, test.item(cell)) >= 0) {
          throw new UserError(
              "User \""
                  + test.users().id(user)
                  + "\" has item \""
                  + test.items().id(test.item(cell))
                  + "\" in both parts: what is tested must not be learnt.");
        }
      }
    }
  }

  /**
   * Each user's last item by time is tested, everything before it is learnt from.
   *
   * <p>Of several last items of the same time the one with the highest number counts as last, which
   * is no chance where numbers mean something: in MovieLens 100K, where 415 of 943 users have such
   * a tie, old and popular films have low numbers. {@link #leaveLastOut(Interactions, long)} draws
   * one instead. Users with fewer than two items stay in the training part and are counted.
   *
   * @throws UserError if the interactions have no times
   */
  public static Split leaveLastOut(Interactions all) {
    return leaveLastOut(all, "the highest item number", (user, ties) -> ties - 1);
  }

  /**
   * As {@link #leaveLastOut(Interactions)}, but of several last items of the same time one is drawn
   * at random. A user's draw depends on the seed and the user's id, and on no other user.
   */
  public static Split leaveLastOut(Interactions all, long seed) {
    return leaveLastOut(
        all,
        "one at random, seed " + seed,
        (user, ties) ->
            RandomStream.of(seed, "split", "leave last out", all.users().id(user)).nextInt(ties));
  }

  private static Split leaveLastOut(Interactions all, String rule, IntBinaryOperator choose) {
    requireTimes(all);
    boolean[] tested = new boolean[all.size()];
    int usersWithTies = 0;
    for (int user = 0; user < all.userCount(); user++) {
      if (all.sizeOf(user) >= 2) {
        int[] last = lastOf(all, user);
        usersWithTies += last.length > 1 ? 1 : 0;
        tested[last[choose.applyAsInt(user, last.length)]] = true;
      }
    }
    String users =
        usersWithTies == 1
            ? "1 user has such a tie"
            : String.format(Locale.ROOT, "%,d users have such a tie", usersWithTies);
    String ties = usersWithTies == 0 ? "" : " (of equal times " + rule + "; " + users + ")";
    return of(all, tested, "each user's last item by time" + ties);
  }

  /** The cells of a user's latest time, items rising. */
  private static int[] lastOf(Interactions all, int user) {
    int from = all.start(user);
    int to = all.start(user + 1);
    long latest = IntStream.range(from, to).mapToLong(all::time).max().orElseThrow();
    return IntStream.range(from, to).filter(cell -> all.time(cell) == latest).toArray();
  }

  /**
   * A share of each user's items, drawn at random, is tested.
   *
   * <p>Of n items n × testShare are drawn, rounded to the nearest whole number (a half upwards),
   * but at least one stays to learn from. Users of whom none is drawn are counted. A user's draw
   * depends on the seed, the user's id and how many items the user has, and on no other user.
   *
   * @param testShare above 0, below 1
   */
  public static Split randomByUser(Interactions all, double testShare, long seed) {
    checkShare(testShare);
    boolean[] tested = new boolean[all.size()];
    for (int user = 0; user < all.userCount(); user++) {
      int size = all.sizeOf(user);
      int count = (int) Math.min(Math.floor(size * testShare + 0.5), size - 1);
      RandomStream random = RandomStream.of(seed, "split", "random by user", all.users().id(user));
      for (int drawn : count > 0 ? random.sample(size, count) : new int[0]) {
        tested[all.start(user) + drawn] = true;
      }
    }
    String share = String.format(Locale.ROOT, "%s %% of each user's items", percent(testShare));
    return of(all, tested, share + " drawn at random (seed " + seed + ")");
  }

  /**
   * A share of all interactions, drawn at random, is tested: n × testShare of n, rounded to the
   * nearest whole number. Some users may have nothing to learn from.
   *
   * @param testShare above 0, below 1
   */
  public static Split random(Interactions all, double testShare, long seed) {
    checkShare(testShare);
    boolean[] tested = new boolean[all.size()];
    int count = (int) Math.floor(all.size() * testShare + 0.5);
    for (int cell : RandomStream.of(seed, "split", "random").sample(all.size(), count)) {
      tested[cell] = true;
    }
    return of(
        all,
        tested,
        percent(testShare) + " % of all interactions drawn at random (seed " + seed + ")");
  }

  /**
   * What happened before a time is learnt from, the rest is tested: the only split that never looks
   * into the future of anybody.
   *
   * @param from the first time that is tested, in the units of the data
   * @throws UserError if the interactions have no times
   */
  public static Split byTime(Interactions all, long from) {
    requireTimes(all);
    boolean[] tested = new boolean[all.size()];
    for (int cell = 0; cell < tested.length; cell++) {
      tested[cell] = all.time(cell) >= from;
    }
    return of(all, tested, "by time, tested from " + from + " on");
  }

  /**
   * {@link #byTime} at the time that leaves this share of the interactions to test, or a little
   * more where several have the same time.
   *
   * @param testShare above 0, below 1
   */
  public static Split latest(Interactions all, double testShare) {
    checkShare(testShare);
    requireTimes(all);
    long[] times = IntStream.range(0, all.size()).mapToLong(all::time).sorted().toArray();
    int at = times.length - (int) Math.floor(times.length * testShare + 0.5);
    return byTime(all, times.length == 0 ? 0 : times[Math.min(at, times.length - 1)]);
  }

  private static void checkShare(double testShare) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new UserError(
          "testShare must be above 0 and below 1, not " + testShare + ": 0.2 tests a fifth.");
    }
  }

  private static void requireTimes(Interactions all) {
    if (!all.hasTimes()) {
      throw new UserError(
          "These interactions have no times, so there is no last one. Add a time to each row, or"
              + " use Split.randomByUser(data, 0.2, seed).");
    }
  }

  static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", 100 * share);
    return text.replaceAll("\\.?0+$", "");
  }

  /**
   * A split of your own.
   *
   * @param tested for each cell whether it is tested
   * @param how how it was made, in words, for the protocol line
   */
  public static Split of(Interactions all, boolean[] tested, String how) {
    boolean[] learnt = new boolean[tested.length];
    for (int cell = 0; cell < tested.length; cell++) {
      learnt[cell] = !tested[cell];
    }
    Interactions test = all.keep(tested);
    int whole = 0;
    for (int user = 0; user < all.userCount(); user++) {
      whole += all.sizeOf(user) > 0 && test.sizeOf(user) == 0 ? 1 : 0;
    }
    return new Split(all.keep(learnt), test, how, whole);
  }

  /** How many users have something in the test part. */
  public int testUsers() {
    int users = 0;
    for (int user = 0; user < test.userCount(); user++) {
      users += test.sizeOf(user) > 0 ? 1 : 0;
    }
    return users;
  }

  /** How it was made, and the size of its parts. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %,d to learn from, %,d to test on, of %,d users; kept whole: %,d",
        how,
        train.size(),
        test.size(),
        testUsers(),
        usersKeptWhole);
  }

  @Override
  public MimeBundle bundle() {
    return MimeBundle.text(toString());
  }
}
