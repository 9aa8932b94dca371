package lectern.basket;

import java.util.ArrayList;
import java.util.List;
import lectern.math.RandomStream;

/** The nine baskets by which textbooks explain frequent sets, and baskets at random. */
final class Nine {
  static final Baskets BASKETS =
      Baskets.of(
          List.of(
              List.of("1", "2", "5"),
              List.of("2", "4"),
              List.of("2", "3"),
              List.of("1", "2", "4"),
              List.of("1", "3"),
              List.of("2", "3"),
              List.of("1", "3"),
              List.of("1", "2", "3", "5"),
              List.of("1", "2", "3")));

  private Nine() {}

  /** Each item is in each basket with a chance of its own, independent of the others. */
  static Baskets independent(long seed, int baskets, int items) {
    RandomStream random = RandomStream.of(seed, "baskets");
    List<List<String>> lists = new ArrayList<>();
    for (int b = 0; b < baskets; b++) {
      List<String> list = new ArrayList<>();
      for (int i = 0; i < items; i++) {
        if (random.nextDouble() < 0.6 / (1 + i * 0.3)) {
          list.add("i" + i);
        }
      }
      lists.add(list);
    }
    return Baskets.of(lists);
  }
}
