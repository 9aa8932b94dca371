package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class VectorKernelsTest {
  private final VectorKernels plain = VectorKernels.plain();

  /** The tests run with the vector module, so that both forms are met. */
  @Test
  void theVectorFormIsChosenWhenItsModuleIsThere() {
    assertTrue(VectorKernels.get().name().startsWith("vector"), VectorKernels.get().name());
    assertEquals("plain", plain.name());
  }

  @Test
  void bothFormsGiveTheSameBits() {
    VectorKernels vector = VectorKernels.get();
    for (long seed = 1; seed <= 400; seed++) {
      RandomStream random = RandomStream.of(seed, "kernels");
      int length = random.nextInt(seed % 4 == 0 ? 300 : 50);
      int from = random.nextInt(5);
      int other = random.nextInt(5);
      double[] a = numbers(random, from + length + 3);
      double[] b = numbers(random, other + length + 3);
      String where = "seed " + seed + ", length " + length;
      assertBits(
          plain.dot(a, from, b, other, length), vector.dot(a, from, b, other, length), where);
      assertBits(
          plain.squaredDistance(a, from, b, other, length),
          vector.squaredDistance(a, from, b, other, length),
          where);
      assertBits(plain.sum(a, from, length), vector.sum(a, from, length), where);
      double[] one = b.clone();
      double[] two = b.clone();
      plain.addScaled(0.1, a, from, one, other, length);
      vector.addScaled(0.1, a, from, two, other, length);
      assertArrayEquals(one, two, where);
    }
  }

  private static double[] numbers(RandomStream random, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = random.nextGaussian() * (random.nextInt(4) == 0 ? 1e9 : 1);
    }
    return out;
  }

  private static void assertBits(double expected, double actual, String where) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), where);
  }

  @Test
  void answersByHand() {
    for (VectorKernels kernels : List.of(plain, VectorKernels.get())) {
      double[] a = DoubleStream.iterate(0, x -> x + 1).limit(40).toArray();
      double[] ones = DoubleStream.generate(() -> 1).limit(40).toArray();
      assertEquals(780, kernels.sum(a, 0, 40));
      assertEquals(779, kernels.sum(a, 1, 39) - 1);
      assertEquals(780, kernels.dot(a, 0, ones, 0, 40));
      assertEquals(20540 - 2 * 780 + 40, kernels.squaredDistance(a, 0, ones, 0, 40));
      assertEquals(9 + 16, kernels.squaredDistance(a, 4, ones, 0, 2));
      assertEquals(0, kernels.sum(a, 40, 0));
      assertEquals(0, kernels.dot(a, 0, a, 0, 0));
      kernels.addScaled(2, a, 1, ones, 0, 3);
      assertArrayEquals(new double[] {3, 5, 7, 1}, Arrays.copyOf(ones, 4), kernels.name());
    }
  }

  /** The order of addition is a promise: 1 is lost next to 1e16 unless lanes are kept apart. */
  @Test
  void theOrderOfAdditionIsTheDocumentedOne() {
    for (VectorKernels kernels : List.of(plain, VectorKernels.get())) {
      double[] a = new double[33];
      a[0] = 1e16;
      a[16] = -1e16;
      a[1] = 1;
      a[32] = 1;
      assertEquals(2, kernels.sum(a, 0, 33));
      a[32] = 0;
      a[8] = 1e16;
      a[24] = -1e16;
      assertEquals(1, kernels.sum(a, 0, 33));
      double[] split = new double[16];
      split[0] = 1e16;
      split[8] = -1e16;
      split[4] = 1;
      assertEquals(1, kernels.sum(split, 0, 16));
      split[8] = 0;
      split[2] = -1e16;
      assertEquals(0, kernels.sum(split, 0, 16), "lane 4 joins lane 0 before lane 2 does");
    }
  }

  @Test
  void rangesOutsideTheArraysAreRefused() {
    double[] a = new double[20];
    for (VectorKernels kernels : List.of(plain, VectorKernels.get())) {
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.dot(a, 1, a, 0, 20));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.dot(a, 0, a, 1, 20));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.sum(a, 15, 6));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.sum(a, -1, 2));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.squaredDistance(a, 0, a, 5, 16));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.squaredDistance(a, 5, a, 0, 16));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.addScaled(1, a, 5, a, 0, 16));
      assertThrows(IndexOutOfBoundsException.class, () -> kernels.addScaled(1, a, 0, a, 5, 16));
    }
  }
}
