package lectern.math;

import java.nio.charset.StandardCharsets;
import lectern.display.UserError;

/**
 * Random numbers that depend on a seed and on names, and on nothing else.
 *
 * <pre>{@code
 * RandomStream users = RandomStream.of(seed, "als", "users");
 * }</pre>
 *
 * <p>Every purpose takes a stream of its own, so that one draw more in one place moves no number in
 * another. The generator is xoshiro256++ (Blackman and Vigna, 2019). Its state is four words of
 * SplitMix64 started at the 64-bit FNV-1a hash of: the seed's 8 bytes, low byte first, then for
 * each name its UTF-8 bytes and one byte 0xFF (which no UTF-8 text holds). Same bits on every Java.
 * Not for secrets; one thread at a time.
 */
public final class RandomStream {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long s0;
  private long s1;
  private long s2;
  private long s3;
  private double spareGaussian = Double.NaN;

  private RandomStream(long key) {
    s0 = splitMix(key + SPLIT_STEP);
    s1 = splitMix(key + 2 * SPLIT_STEP);
    s2 = splitMix(key + 3 * SPLIT_STEP);
    s3 = splitMix(key + 4 * SPLIT_STEP);
  }

  private static final long SPLIT_STEP = 0x9e3779b97f4a7c15L;

  private static long splitMix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /** The stream of this seed and these names. */
  public static RandomStream of(long seed, String... names) {
    long hash = FNV_OFFSET;
    for (int shift = 0; shift < 64; shift += 8) {
      hash = (hash ^ ((seed >>> shift) & 0xff)) * FNV_PRIME;
    }
    for (String name : names) {
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (b & 0xff)) * FNV_PRIME;
      }
      hash = (hash ^ 0xff) * FNV_PRIME;
    }
    return new RandomStream(hash);
  }

  /** 64 random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Evenly from 0 (included) to 1 (excluded), in steps of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Evenly from 0 to bound − 1, without bias (Lemire's multiplication with rejection).
   *
   * @param bound at least 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new UserError("bound must be at least 1, not " + bound + ".");
    }
    long threshold = (1L << 32) % bound;
    while (true) {
      long product = (nextLong() >>> 32) * bound;
      if ((product & 0xffffffffL) >= threshold) {
        return (int) (product >>> 32);
      }
    }
  }

  /** From the normal distribution with mean 0 and variance 1 (Marsaglia's polar method). */
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double s = x * x + y * y;
      if (s < 1 && s > 0) {
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareGaussian = y * factor;
        return x * factor;
      }
    }
  }

  /** Puts the array in a random order, each order being equally likely (Fisher and Yates). */
  public void shuffle(int[] array) {
    for (int i = array.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
  }

  /** The numbers 0 to n − 1 in a random order. */
  public int[] permutation(int n) {
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    shuffle(all);
    return all;
  }

  /**
   * So many different numbers out of 0 to n − 1, in the order drawn.
   *
   * @throws UserError if count is below 0 or above n
   */
  public int[] sample(int n, int count) {
    if (count < 0 || count > n) {
      throw new UserError(
          "Cannot draw " + count + " different numbers out of " + n + ": choose 0 to " + n + ".");
    }
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      int j = i + nextInt(n - i);
      drawn[i] = all[j];
      all[j] = all[i];
    }
    return drawn;
  }
}
