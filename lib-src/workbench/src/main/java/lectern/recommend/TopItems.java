package lectern.recommend;

import lectern.display.UserError;

/** The best items of an array of scores. */
final class TopItems {
  private TopItems() {}

  /**
   * The numbers of the k highest scores, the highest first, ties by number, without those left out.
   */
  static int[] of(float[] scores, int k, int[] leftOut) {
    if (k < 1) {
      throw new UserError("k must be at least 1, not " + k + ".");
    }
    int[] heap = new int[Math.min(k, scores.length)];
    int size = 0;
    int skip = 0;
    for (int item = 0; item < scores.length; item++) {
      while (skip < leftOut.length && leftOut[skip] < item) {
        skip++;
      }
      if (skip < leftOut.length && leftOut[skip] == item) {
        continue;
      }
      if (size < heap.length) {
        heap[size] = item;
        up(heap, size++, scores);
      } else if (worse(heap[0], item, scores)) {
        heap[0] = item;
        down(heap, size, scores);
      }
    }
    int[] best = new int[size];
    for (int place = size - 1; place >= 0; place--) {
      best[place] = heap[0];
      heap[0] = heap[--size];
      down(heap, size, scores);
    }
    return best;
  }

  /** True when item a stands behind item b. */
  private static boolean worse(int a, int b, float[] scores) {
    return scores[a] < scores[b] || (scores[a] == scores[b] && a > b);
  }

  private static void up(int[] heap, int from, float[] scores) {
    int at = from;
    while (at > 0 && worse(heap[at], heap[(at - 1) / 2], scores)) {
      swap(heap, at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private static void down(int[] heap, int size, float[] scores) {
    int at = 0;
    while (true) {
      int worst = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        worst = worse(heap[child], heap[worst], scores) ? child : worst;
      }
      if (worst == at) {
        return;
      }
      swap(heap, at, worst);
      at = worst;
    }
  }

  private static void swap(int[] heap, int a, int b) {
    int kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
  }
}
