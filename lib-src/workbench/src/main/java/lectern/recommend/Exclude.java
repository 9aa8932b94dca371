package lectern.recommend;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.data.Interactions;

/** Which items must not be suggested to a user. */
@FunctionalInterface
public interface Exclude {
  /** The numbers of the items to leave out, rising. */
  int[] itemsOf(int user);

  /** Nothing is left out. */
  static Exclude none() {
    return user -> new int[0];
  }

  /** What the user has already is left out; an unknown user has nothing. */
  static Exclude seen(Interactions had) {
    return user -> user < 0 || user >= had.userCount() ? new int[0] : had.itemsOf(user);
  }

  /**
   * What the user was shown too often is left out: the limit on repeats of the article "precision",
   * 9.
   *
   * @param shown how often each user was shown each item, numbered as the model numbers them
   * @param most how often is often enough, at least 1
   */
  static Exclude shownTooOften(Interactions shown, int most) {
    Checks.atLeastOne("most", most);
    return user ->
        user < 0 || user >= shown.userCount()
            ? new int[0]
            : IntStream.range(shown.start(user), shown.start(user + 1))
                .filter(cell -> shown.value(cell) >= most)
                .map(shown::item)
                .toArray();
  }

  /** What this or the other leaves out. */
  default Exclude and(Exclude other) {
    return user ->
        IntStream.concat(Arrays.stream(itemsOf(user)), Arrays.stream(other.itemsOf(user)))
            .sorted()
            .distinct()
            .toArray();
  }
}
