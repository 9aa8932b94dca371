package lectern.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The highest similarities. */
final class NearestUsers {
  private NearestUsers() {}

  /** The places of the k highest values above 0, the highest first, ties by place. */
  static int[] of(double[] similarity, int k) {
    Integer[] places =
        IntStream.range(0, similarity.length)
            .filter(v -> similarity[v] > 0)
            .boxed()
            .toArray(Integer[]::new);
    Arrays.sort(places, Comparator.comparingDouble((Integer v) -> -similarity[v]));
    return Arrays.stream(places).limit(k).mapToInt(Integer::intValue).toArray();
  }
}
