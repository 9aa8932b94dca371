package lectern.recommend;

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
}
