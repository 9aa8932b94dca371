package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

/** Golden numbers: the generator written once more in Python, with integers of any size. */
class RandomStreamTest {
  private static long[] longs(RandomStream random) {
    return new long[] {random.nextLong(), random.nextLong(), random.nextLong()};
  }

  @Test
  void goldenBits() {
    assertArrayEquals(
        new long[] {-161148591010269962L, -4083578500104427063L, -5981741362708878786L},
        longs(RandomStream.of(1)));
    assertArrayEquals(
        new long[] {-7907666475620979763L, -3576679427400421394L, -6339681289520566387L},
        longs(RandomStream.of(1, "als", "users")));
    assertArrayEquals(
        new long[] {-5529800412784082388L, -2973441958097182359L, 7037579273399248956L},
        longs(RandomStream.of(-7, "用户")));
  }

  @Test
  void goldenNumbers() {
    RandomStream doubles = RandomStream.of(1, "als", "users");
    assertEquals(0.571324541392047, doubles.nextDouble());
    assertEquals(0.8061078197264125, doubles.nextDouble());
    RandomStream normal = RandomStream.of(1, "als", "users");
    assertEquals(0.30923159581529075, normal.nextGaussian());
    assertEquals(1.3271478195034376, normal.nextGaussian());
    RandomStream ints = RandomStream.of(1, "als", "users");
    assertArrayEquals(
        new int[] {5, 8, 6, 1, 6, 1, 9, 4, 2, 8, 0, 3},
        IntStream.range(0, 12).map(i -> ints.nextInt(10)).toArray());
    RandomStream rejecting = RandomStream.of(1, "als", "users");
    assertArrayEquals(
        new int[] {613455055, 865551681, 704723805, 210532626},
        IntStream.range(0, 4).map(i -> rejecting.nextInt((1 << 30) + 1)).toArray());
  }

  @Test
  void namesDoNotRunIntoEachOther() {
    Set<Long> first = new HashSet<>();
    String[][] names = {{}, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"b", "a"}, {"ab", ""}};
    for (String[] name : names) {
      first.add(RandomStream.of(1, name).nextLong());
    }
    assertEquals(names.length, first.size());
    assertNotEquals(RandomStream.of(1).nextLong(), RandomStream.of(1L << 32).nextLong());
  }

  @Test
  void numbersAreSpreadEvenly() {
    RandomStream random = RandomStream.of(3, "even");
    int[] count = new int[7];
    double sum = 0;
    for (int i = 0; i < 70_000; i++) {
      count[random.nextInt(7)]++;
      double x = random.nextDouble();
      assertTrue(x >= 0 && x < 1);
      sum += x;
    }
    double chi = Arrays.stream(count).mapToDouble(c -> (c - 10_000) * (c - 10_000) / 1e4).sum();
    assertTrue(chi < 22.5, "chi-square with 6 degrees of freedom, 0.1 %: " + chi);
    assertEquals(0.5, sum / 70_000, 0.005);
  }

  @Test
  void normalNumbersHaveTheirMoments() {
    RandomStream random = RandomStream.of(4, "normal");
    double[] x = IntStream.range(0, 100_000).mapToDouble(i -> random.nextGaussian()).toArray();
    assertEquals(0, Arrays.stream(x).average().orElseThrow(), 0.015);
    assertEquals(1, Arrays.stream(x).map(v -> v * v).average().orElseThrow(), 0.02);
    assertEquals(3, Arrays.stream(x).map(v -> v * v * v * v).average().orElseThrow(), 0.15);
  }

  @Test
  void everyOrderOfThreeIsAsLikely() {
    RandomStream random = RandomStream.of(5, "orders");
    int[] count = new int[27];
    for (int i = 0; i < 60_000; i++) {
      int[] order = random.permutation(3);
      count[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    int[] met = Arrays.stream(count).filter(c -> c > 0).toArray();
    assertEquals(6, met.length);
    for (int c : met) {
      assertEquals(10_000, c, 450);
    }
  }

  @Test
  void samplesAreDifferentNumbersEachAsLikely() {
    RandomStream random = RandomStream.of(6, "sample");
    int[] count = new int[10];
    for (int i = 0; i < 30_000; i++) {
      int[] drawn = random.sample(10, 3);
      assertEquals(3, Arrays.stream(drawn).distinct().count());
      Arrays.stream(drawn).forEach(d -> count[d]++);
    }
    for (int c : count) {
      assertEquals(9_000, c, 350);
    }
    assertEquals(10, Arrays.stream(random.sample(10, 10)).distinct().count());
    assertEquals(0, random.sample(0, 0).length);
  }

  @Test
  void impossibleDrawsAreRefused() {
    RandomStream random = RandomStream.of(1);
    assertThrows(UserError.class, () -> random.nextInt(0));
    assertThrows(UserError.class, () -> random.sample(3, 4));
    assertThrows(UserError.class, () -> random.sample(3, -1));
    assertEquals(0, random.nextInt(1));
  }
}
