package lectern.lstm;

import java.util.HashMap;
import java.util.Map;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.math.RandomStream;

/** Histories whose next course is certain. */
final class Chains {
  private Chains() {}

  /** Course i is always followed by i + 1, wherever a learner begins. */
  static Interactions chains(int users, int items) {
    RandomStream random = RandomStream.of(1, "chains");
    InteractionsBuilder rows = Interactions.builder();
    for (int i = 0; i < items; i++) {
      rows.item(Integer.toString(i));
    }
    for (int u = 0; u < users; u++) {
      int first = random.nextInt(items);
      for (int step = 0; step < 5; step++) {
        rows.add(u, (first + step) % items, 1, step);
      }
    }
    return rows.build();
  }

  /** Four fields in turn: course i is in field i mod 4. */
  static Map<String, String> fields(int items) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < items; i++) {
      fields.put(Integer.toString(i), "field " + i % 4);
    }
    return fields;
  }
}
