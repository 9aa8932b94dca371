package lectern.recommend;

/**
 * The k highest similarities above 0 of those offered, ties by who came first: a heap with the
 * lowest on top, used again and again by one thread.
 */
final class NearestFew {
  private final double[] similarity;
  private final int[] place;
  private int size;

  NearestFew(int k) {
    similarity = new double[k];
    place = new int[k];
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  double similarity(int n) {
    return similarity[n];
  }

  int place(int n) {
    return place[n];
  }

  /** Takes a candidate; places must be offered rising. */
  void offer(double candidate, int at) {
    if (!(candidate > 0)) {
      return;
    }
    if (size < place.length) {
      int child = size++;
      while (child > 0 && candidate <= similarity[(child - 1) / 2]) {
        move((child - 1) / 2, child);
        child = (child - 1) / 2;
      }
      similarity[child] = candidate;
      place[child] = at;
    } else if (candidate > similarity[0]) {
      sink(candidate, at);
    }
  }

  private void sink(double candidate, int at) {
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && behind(child + 1, child)) {
        child++;
      }
      if (!(similarity[child] < candidate)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    similarity[hole] = candidate;
    place[hole] = at;
  }

  /** True when a goes before b does: less alike, or as alike and come later. */
  private boolean behind(int a, int b) {
    return similarity[a] < similarity[b] || (similarity[a] == similarity[b] && place[a] > place[b]);
  }

  private void move(int from, int to) {
    similarity[to] = similarity[from];
    place[to] = place[from];
  }
}
