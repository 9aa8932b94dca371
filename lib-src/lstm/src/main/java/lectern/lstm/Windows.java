package lectern.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.math.RandomStream;

/**
 * Histories cut into pieces of at most so many steps, and dealt into batches.
 *
 * <p>A history [a, b, c] is read as start → a, a → b, b → c: three steps. A longer one is cut from
 * its end, so that the last piece is full and the first may be short.
 */
final class Windows {
  /** So many batches' worth of pieces are sorted by length at a time, so that little is padded. */
  private static final int POOL = 64;

  private final int start;
  private final List<int[]> pieces = new ArrayList<>();

  /**
   * The pieces of these histories.
   *
   * @param length the most steps of a piece
   * @param start the number that stands before the first course
   */
  Windows(List<int[]> histories, int length, int start) {
    this.start = start;
    for (int[] history : histories) {
      for (int to = history.length; to > 0; to -= length) {
        int from = Math.max(0, to - length);
        int[] piece = new int[to - from + 1];
        piece[0] = from == 0 ? start : history[from - 1];
        System.arraycopy(history, from, piece, 1, to - from);
        pieces.add(piece);
      }
    }
  }

  int count() {
    return pieces.size();
  }

  /** All pieces once, in an order of chance. */
  List<SequenceBatch> batches(int size, RandomStream random) {
    int[] order = random.permutation(pieces.size());
    List<SequenceBatch> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += size * POOL) {
      int[] pool =
          Arrays.copyOfRange(order, from, (int) Math.min(order.length, from + (long) size * POOL));
      int[] sorted = byLength(pool);
      for (int at = 0; at < sorted.length; at += size) {
        batches.add(batch(Arrays.copyOfRange(sorted, at, Math.min(sorted.length, at + size))));
      }
    }
    List<SequenceBatch> dealt = new ArrayList<>();
    for (int at : random.permutation(batches.size())) {
      dealt.add(batches.get(at));
    }
    return dealt;
  }

  /** Stable: of equal lengths as they stood. */
  private int[] byLength(int[] pool) {
    Integer[] boxed = Arrays.stream(pool).boxed().toArray(Integer[]::new);
    Arrays.sort(boxed, (a, b) -> Integer.compare(pieces.get(a).length, pieces.get(b).length));
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }

  private SequenceBatch batch(int[] chosen) {
    int steps = 0;
    for (int piece : chosen) {
      steps = Math.max(steps, pieces.get(piece).length - 1);
    }
    float[] inputs = new float[chosen.length * steps];
    float[] targets = new float[inputs.length];
    float[] counts = new float[inputs.length];
    Arrays.fill(inputs, start);
    for (int row = 0; row < chosen.length; row++) {
      int[] piece = pieces.get(chosen[row]);
      for (int t = 0; t + 1 < piece.length; t++) {
        inputs[row * steps + t] = piece[t];
        targets[row * steps + t] = piece[t + 1];
        counts[row * steps + t] = 1;
      }
    }
    return new SequenceBatch(chosen.length, steps, inputs, targets, counts);
  }
}
