package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.stream.IntStream;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
  @Test
  void equalsSortingEverything() {
    for (long seed = 1; seed <= 300; seed++) {
      RandomStream random = RandomStream.of(seed, "top");
      int n = 1 + random.nextInt(40);
      float[] scores = new float[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(8) - 3;
      }
      int[] leftOut = IntStream.range(0, n).filter(i -> random.nextInt(4) == 0).toArray();
      int k = 1 + random.nextInt(n + 3);
      int[] expected =
          IntStream.range(0, n)
              .filter(i -> IntStream.of(leftOut).noneMatch(x -> x == i))
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
              .limit(k)
              .mapToInt(i -> i)
              .toArray();
      assertArrayEquals(expected, TopItems.of(scores, k, leftOut), "seed " + seed);
    }
  }
}
