package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class NearestUsersTest {
  @Test
  void equalsSortingEverything() {
    for (long seed = 1; seed <= 500; seed++) {
      RandomStream random = RandomStream.of(seed, "nearest");
      double[] similarity = new double[random.nextInt(30)];
      for (int v = 0; v < similarity.length; v++) {
        similarity[v] = (random.nextInt(9) - 3) / 4.0;
      }
      int k = 1 + random.nextInt(32);
      int[] expected =
          IntStream.range(0, similarity.length)
              .filter(v -> similarity[v] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer v) -> -similarity[v]))
              .limit(k)
              .mapToInt(v -> v)
              .toArray();
      assertArrayEquals(expected, NearestUsers.of(similarity, k), "seed " + seed);
    }
  }
}
