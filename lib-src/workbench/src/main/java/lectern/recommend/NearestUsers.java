package lectern.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The highest similarities. */
final class NearestUsers {
  private NearestUsers() {}

  /** The places of the k highest values above 0, the highest first, ties by place. */
  static int[] of(double[] similarity, int k) {
    double[] sorted = similarity.clone();
    Arrays.sort(sorted);
    double least = sorted.length > k ? Math.max(0, sorted[sorted.length - k]) : 0;
    int above = 0;
    for (double value : similarity) {
      above += value > least ? 1 : 0;
    }
    int equal = least > 0 ? k - above : 0;
    Integer[] places = new Integer[above + equal];
    int found = 0;
    for (int v = 0; found < places.length; v++) {
      if (similarity[v] > least || (similarity[v] == least && equal-- > 0)) {
        places[found++] = v;
      }
    }
    Arrays.sort(places, Comparator.comparingDouble((Integer v) -> -similarity[v]));
    return IntStream.range(0, places.length).map(i -> places[i]).toArray();
  }
}
