package lectern.lstm.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private static float[] random(int length, String name) {
    RandomStream random = RandomStream.of(4, name);
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) (3 * random.nextGaussian());
    }
    return numbers;
  }

  /** Does the same with both forms on copies of the same numbers, and compares all bits. */
  private static void same(ToDoubleFunction<Kernels> work, float[]... arrays) {
    float[][] before = new float[arrays.length][];
    for (int i = 0; i < arrays.length; i++) {
      before[i] = arrays[i].clone();
    }
    double vector = work.applyAsDouble(Kernels.get());
    float[][] after = new float[arrays.length][];
    for (int i = 0; i < arrays.length; i++) {
      after[i] = arrays[i].clone();
      System.arraycopy(before[i], 0, arrays[i], 0, before[i].length);
    }
    assertEquals(work.applyAsDouble(Kernels.plain()), vector);
    for (int i = 0; i < arrays.length; i++) {
      assertArrayEquals(arrays[i], after[i]);
    }
  }

  @Test
  void theVectorFormIsThere() {
    assertNotEquals("plain", Kernels.get().name());
  }

  @Test
  void productsHaveTheSameBits() {
    float[] b = random(3 * 64 * 70, "b");
    for (int rows = 1; rows <= 17; rows++) {
      int m = rows;
      float[] a = random(m * 70, "a");
      float[] c = random(m * 192, "c");
      same(
          kernels -> {
            kernels.multiplyAdd(m, 192, 70, a, 0, 70, 1, b, 0, 70 * 64, 64, c, 0, 192);
            kernels.multiplyAdd(m, 128, 60, a, 1, 1, m, b, 64, 70 * 64, 64, c, 64, 192);
            return 0;
          },
          c);
    }
  }

  @Test
  void aProductIsWhatItIsByHand() {
    float[] b = new float[64 * 2];
    b[0] = 5;
    b[64] = 7;
    b[65] = 11;
    float[] c = new float[64];
    c[0] = 1;
    Kernels.get().multiplyAdd(1, 64, 2, new float[] {2, 3}, 0, 2, 1, b, 0, 128, 64, c, 0, 64);
    assertEquals(1 + 2 * 5 + 3 * 7, c[0]);
    assertEquals(3 * 11, c[1]);
  }

  @Test
  void cellsBothWaysHaveTheSameBits() {
    float[] z = random(4 * 64, "z");
    float[] c = random(128, "c");
    float[] t = new float[128];
    float[] h = new float[128];
    float[] dc = random(64, "dc");
    float[] dz = new float[4 * 64];
    for (int before : new int[] {-1, 0}) {
      same(
          kernels -> {
            kernels.cell(z, 0, 64, c, before, t, h, 64);
            kernels.cellBack(z, 0, 64, c, before, t, h, 64, dc, 0, dz);
            return 0;
          },
          z,
          c,
          t,
          h,
          dc,
          dz);
    }
  }

  @Test
  void softmaxHasTheSameBitsAndAddsUpToOne() {
    for (int length : new int[] {64, 192, 512}) {
      float[] row = random(length + 3, "row");
      same(kernels -> kernels.softmax(row, 3, length, 17), row);
      same(kernels -> kernels.softmax(row, 3, length, -1), row);
      double sum = 0;
      for (int i = 3; i < row.length; i++) {
        sum += row[i];
      }
      assertEquals(1, sum, 1e-5);
    }
  }

  @Test
  void rowsAreAddedAndScaledWithTheSameBits() {
    float[] to = random(128, "to");
    float[] row = random(128, "row");
    same(
        kernels -> {
          kernels.addRow(row, 32, to, 16, 64);
          kernels.scale(to, 16, 96, 0.3f);
          return 0;
        },
        to);
  }

  @Test
  void expAndItsKinAreNearTheExactOnes() {
    for (double x = -30; x <= 30; x += 0.0137) {
      float f = (float) x;
      assertEquals(1, FloatMath.exp(f) / Math.exp(f), 3e-7);
      assertEquals(Math.tanh(f), FloatMath.tanh(f), 2e-7);
      assertEquals(1 / (1 + Math.exp(-f)), FloatMath.logistic(f), 2e-7);
    }
    assertEquals(1f, FloatMath.exp(0));
    assertTrue(FloatMath.exp(-1e30f) > 0 && FloatMath.exp(-1e30f) < 1e-37f);
    assertTrue(Float.isFinite(FloatMath.exp(1e30f)));
  }
}
