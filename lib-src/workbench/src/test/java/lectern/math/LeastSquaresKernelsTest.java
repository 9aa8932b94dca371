package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeastSquaresKernelsTest {
  private static final List<LeastSquaresKernels> FORMS =
      List.of(LeastSquaresKernels.plain(), LeastSquaresKernels.get());
  private static final int SEEDS = 60;

  private static float[] numbers(RandomStream random, int n) {
    float[] out = new float[n];
    for (int i = 0; i < n; i++) {
      out[i] = random.nextInt(9) == 0 ? 0 : (float) random.nextGaussian();
    }
    return out;
  }

  /** A row of 16 whose first numbers are given. */
  private static float[] row(float... numbers) {
    return Arrays.copyOf(numbers, 16);
  }

  @Test
  void theTestsRunWithBothForms() {
    assertNotSame(FORMS.get(0), FORMS.get(1));
    assertEquals(16, LeastSquaresKernels.widthFor(1));
    assertEquals(16, LeastSquaresKernels.widthFor(16));
    assertEquals(32, LeastSquaresKernels.widthFor(17));
  }

  @Test
  void answersByHand() {
    float[] rows = new float[32];
    System.arraycopy(row(1, 2), 0, rows, 0, 16);
    System.arraycopy(row(3, -1), 0, rows, 16, 16);
    for (LeastSquaresKernels kernels : FORMS) {
      float[] dots = new float[2];
      kernels.dots(rows, 2, 16, row(5, 7), 0, dots);
      assertArrayEquals(new float[] {19, 8}, dots);

      float[] out = row(100);
      int[] index = {1, 0, 1};
      float[] weight = {9, 2, 10};
      kernels.addProjections(rows, 16, index, null, weight, 1, 3, row(5, 7), out);
      assertArrayEquals(row(100 + 2 * 19 + 10 * 8 * 3, 2 * 19 * 2 - 10 * 8), out);
      kernels.addProjections(
          rows, 16, index, new float[] {1, 2, 3}, new float[3], 0, 2, row(5, 7), out);
      assertArrayEquals(row(378 + 1 * 3 + 2 * 1, -4 - 1 + 2 * 2), out);

      float[] gram = new float[256];
      kernels.addGram(rows, 2, 16, gram);
      kernels.addGram(rows, 2, 16, gram);
      assertArrayEquals(new float[] {20, -2, 10}, new float[] {gram[0], gram[1], gram[17]});

      float[] matrix = new float[256];
      matrix[0] = 2;
      matrix[1] = 1;
      matrix[16] = 1;
      matrix[17] = 3;
      float[] product = row(9, 9, 9);
      kernels.symmetricProduct(matrix, 16, row(5, 7), product);
      assertArrayEquals(row(17, 26), product);

      for (int i = 2; i < 16; i++) {
        matrix[i * 17] = 1;
      }
      float[] z = row(17, 26, 4);
      assertTrue(kernels.solve(matrix, 16, z));
      assertArrayEquals(row(5, 7, 4), z, 1e-5f);
    }
  }

  @Test
  void bothFormsGiveTheSameBits() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomStream random = RandomStream.of(seed, "least squares");
      int width = 16 * (1 + random.nextInt(9));
      int count = 1 + random.nextInt(50);
      float[] rows = numbers(random, count * width);
      float[] x = numbers(random, width + 3);
      float[] weight = numbers(random, 40);
      int[] index = new int[40];
      Arrays.setAll(index, e -> random.nextInt(count));
      int from = random.nextInt(20);
      int to = from + random.nextInt(20);
      float[][] results = new float[2][];
      for (int form = 0; form < 2; form++) {
        LeastSquaresKernels kernels = FORMS.get(form);
        float[] dots = new float[count];
        kernels.dots(rows, count, width, x, 3, dots);
        float[] sums = Arrays.copyOf(x, width);
        float[] constant = seed % 2 == 0 ? null : Arrays.copyOfRange(weight, 0, 40);
        kernels.addProjections(rows, width, index, constant, weight, from, to, x, sums);
        float[] gram = new float[width * width];
        kernels.addGram(rows, count, width, gram);
        mirror(gram, width);
        float[] product = new float[width];
        kernels.symmetricProduct(gram, width, x, product);
        for (int i = 0; i < width; i++) {
          gram[i * width + i] += 0.1f;
        }
        float[] z = Arrays.copyOf(x, width);
        assertTrue(kernels.solve(gram.clone(), width, z), "seed " + seed);
        results[form] = joined(dots, sums, gram, product, z);
      }
      assertArrayEquals(bits(results[0]), bits(results[1]), "seed " + seed);
    }
  }

  private static float[] joined(float[]... parts) {
    float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  private static void mirror(float[] matrix, int width) {
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i * width + j] = matrix[j * width + i];
      }
    }
  }

  @Test
  void aSolutionFulfilsItsEquations() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      RandomStream random = RandomStream.of(seed, "solve");
      int width = 16 * (1 + random.nextInt(6));
      float[] rows = numbers(random, 3 * width * width);
      float[] b = numbers(random, width);
      for (LeastSquaresKernels kernels : FORMS) {
        float[] a = new float[width * width];
        kernels.addGram(rows, 3 * width, width, a);
        mirror(a, width);
        float[] z = b.clone();
        assertTrue(kernels.solve(a.clone(), width, z));
        float[] back = new float[width];
        kernels.symmetricProduct(a, width, z, back);
        assertArrayEquals(b, back, 2e-4f, "seed " + seed);
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsTold() {
    for (LeastSquaresKernels kernels : FORMS) {
      assertFalse(kernels.solve(new float[256], 16, row(1)));
      float[] bad = new float[256];
      bad[0] = Float.NaN;
      assertFalse(kernels.solve(bad, 16, row(1)));
    }
  }
}
