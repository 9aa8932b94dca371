package lectern.lstm.fast;

/**
 * How a batch's sequences are dealt into blocks, one of which a thread takes at a time: at least 16
 * sequences to a block, at most 8 blocks. It depends on the batch alone, so that sums over blocks,
 * taken in their order, have the same bits on any number of threads.
 */
final class Blocks {
  private static final int LEAST = 16;
  private static final int MOST = 8;

  private Blocks() {}

  /** Sequences to a block. */
  static int size(int sequences) {
    return Math.max(LEAST, (sequences + MOST - 1) / MOST);
  }

  static int count(int sequences) {
    return (sequences + size(sequences) - 1) / size(sequences);
  }

  /** One array for each block, kept when large enough. */
  static float[][] room(float[][] kept, int count, int length) {
    return kept != null && kept.length >= count && kept[0].length >= length
        ? kept
        : new float[count][length];
  }

  /** The array, or a longer one when it is too short. */
  static float[] room(float[] kept, int length) {
    return kept != null && kept.length >= length ? kept : new float[length];
  }

  /** to[toFrom + i] = Σ over the first count arrays of their numbers from on, in their order. */
  static void total(float[][] parts, int count, int from, float[] to, int toFrom, int length) {
    System.arraycopy(parts[0], from, to, toFrom, length);
    for (int block = 1; block < count; block++) {
      float[] part = parts[block];
      for (int i = 0; i < length; i++) {
        to[toFrom + i] += part[from + i];
      }
    }
  }
}
