package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LstmRecommenderTest {
  @TempDir Path folder;

  /** Course i is always followed by i + 1, wherever a learner begins. */
  private static Interactions chains(int users, int items) {
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

  static LstmOptions small() {
    return LstmOptions.of(16)
        .embedding(16)
        .batch(16)
        .epochs(15)
        .learningRate(0.01)
        .dropoutIn(0)
        .dropoutOut(0.1)
        .patience(0);
  }

  @Test
  void itLearnsWhatAlwaysComesNext() {
    var model = LstmRecommender.fit(chains(200, 20), small(), 1);
    for (int item = 0; item < 20; item++) {
      assertEquals((item + 1) % 20, model.top(new int[] {item}, 1).get(0).item());
    }
    double[] losses = model.losses();
    assertTrue(losses[losses.length - 1] < losses[0] / 2);
  }

  @Test
  void savedAndReadBackToTheBit() {
    var model = LstmRecommender.fit(chains(30, 10), small().epochs(2), 1);
    model.save(folder.resolve("model"));
    var back = LstmRecommender.load(folder.resolve("model"));
    float[] one = new float[10];
    float[] other = new float[10];
    model.score(new int[] {1, 2}, one);
    back.score(new int[] {1, 2}, other);
    assertArrayEquals(one, other);
    assertEquals(model.provenance(), back.provenance());
  }

  @Test
  void badOptionsAreRefused() {
    assertThrows(UserError.class, () -> LstmOptions.of(0));
    assertThrows(UserError.class, () -> small().dropoutIn(1));
    assertThrows(
        UserError.class, () -> LstmRecommender.fit(Interactions.builder().build(), small(), 1));
  }
}
