package lectern.evaluate;

/**
 * The random numbers of numpy's {@code RandomState(seed)}, only to cut data as published
 * experiments cut it; everything of our own uses {@link lectern.math.RandomStream}.
 *
 * <p>MT19937: Matsumoto and Nishimura, Mersenne Twister, ACM TOMACS 8(1), 1998. The shuffle goes
 * from the last place to the second and draws each partner from the low bits, again where it is too
 * large.
 */
final class MersenneTwister {
  private static final int WORDS = 624;
  private static final int MIDDLE = 397;

  private final int[] state = new int[WORDS];
  private int used = WORDS;

  /**
   * Starts it.
   *
   * @param seed read as a number without sign
   */
  MersenneTwister(int seed) {
    int word = seed;
    for (int i = 0; i < WORDS; i++) {
      state[i] = word;
      word = 1812433253 * (word ^ (word >>> 30)) + i + 1;
    }
  }

  /** 32 random bits. */
  int nextInt() {
    if (used == WORDS) {
      refill();
    }
    int y = state[used++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void refill() {
    for (int i = 0; i < WORDS; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7fffffff);
      state[i] = state[(i + MIDDLE) % WORDS] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    used = 0;
  }

  /** Evenly from 0 to max. */
  private int upTo(int max) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(max);
    int drawn = nextInt() & mask;
    while (drawn > max) {
      drawn = nextInt() & mask;
    }
    return drawn;
  }

  /** The numbers 0 to n − 1 in the order that {@code shuffle(arange(n))} gives. */
  int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = upTo(i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
