package lectern.feature;

import java.util.ArrayList;
import java.util.List;

/** Pairs of neighbouring characters; a single character is itself. */
final class Bigrams {
  private Bigrams() {}

  static List<String> of(String run) {
    int[] points = run.codePoints().toArray();
    if (points.length == 1) {
      return List.of(run);
    }
    List<String> out = new ArrayList<>();
    for (int i = 0; i + 1 < points.length; i++) {
      out.add(new String(points, i, 2));
    }
    return out;
  }
}
