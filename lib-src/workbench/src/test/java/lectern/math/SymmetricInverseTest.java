package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.display.Progress;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class SymmetricInverseTest {
  /** XᵀX + λI of random X. */
  private static DenseMatrix positive(int n, long seed) {
    RandomStream random = RandomStream.of(seed, "positive");
    DenseMatrix x = DenseMatrix.zeros(n + 3, n).map(z -> random.nextGaussian());
    DenseMatrix gram = x.transpose().multiply(x);
    for (int i = 0; i < n; i++) {
      gram.array()[i * n + i] += 0.5 * n;
    }
    return gram;
  }

  @Test
  void answersByHand() {
    DenseMatrix two = DenseMatrix.wrap(2, 2, new double[] {4, 1, 1, 2});
    double[] expected = {2 / 7.0, -1 / 7.0, -1 / 7.0, 4 / 7.0};
    assertArrayEquals(expected, SymmetricInverse.of(two).array(), 1e-15);
    DenseMatrix one = DenseMatrix.wrap(1, 1, new double[] {8});
    assertArrayEquals(new double[] {0.125}, SymmetricInverse.of(one).array(), 1e-16);
    assertEquals(0, SymmetricInverse.of(DenseMatrix.zeros(0, 0)).rows());
  }

  @Test
  void matrixTimesInverseIsOneAndTheInverseIsSymmetric() {
    for (int n : new int[] {3, 16, 63, 64, 65, 130, 200}) {
      DenseMatrix matrix = positive(n, n);
      DenseMatrix inverse = SymmetricInverse.of(matrix);
      DenseMatrix product = matrix.multiply(inverse);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertEquals(i == j ? 1 : 0, product.get(i, j), 1e-12, "n = " + n);
          assertEquals(inverse.get(i, j), inverse.get(j, i));
        }
      }
    }
  }

  @Test
  void onlyTheUpperTriangleIsRead() {
    DenseMatrix matrix = positive(70, 1);
    double[] upper = matrix.array().clone();
    for (int i = 0; i < 70; i++) {
      Arrays.fill(upper, i * 70, i * 70 + i, Double.NaN);
    }
    assertArrayEquals(
        SymmetricInverse.of(matrix).array(),
        SymmetricInverse.of(DenseMatrix.wrap(70, 70, upper)).array());
  }

  @Test
  void sameBitsOnAnyNumberOfThreadsAndWithoutTheVectorUnit() {
    DenseMatrix matrix = positive(300, 2);
    DenseMatrix plain =
        Parallel.withThreads(
            1, () -> SymmetricInverse.of(matrix, Progress.silent(), BlockKernel.plain()));
    DenseMatrix vector = Parallel.withThreads(3, () -> SymmetricInverse.of(matrix));
    assertArrayEquals(plain.array(), vector.array());
  }

  @Test
  void theKernelTakesAProductAway() {
    assertNotSame(BlockKernel.plain(), BlockKernel.get());
    for (BlockKernel kernel : List.of(BlockKernel.plain(), BlockKernel.get())) {
      double[] left = {9, 1, 2, 3, 4, 10, 20, 30, 40};
      double[] right = new double[33];
      Arrays.setAll(right, j -> j - 1);
      double[] c = new double[80];
      kernel.subtractProduct(left, 1, right, 1, 2, c, 2, 20);
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 16; j++) {
          assertEquals(-(i + 1) * j - 10 * (i + 1) * (16 + j), c[2 + i * 20 + j]);
        }
      }
      assertEquals(0, c[1]);
      assertEquals(0, c[18]);
    }
  }

  @Test
  void whatHasNoInverseIsRefused() {
    DenseMatrix singular = DenseMatrix.wrap(2, 2, new double[] {1, 1, 1, 1});
    UserError refused = assertThrows(UserError.class, () -> SymmetricInverse.of(singular));
    assertTrue(refused.getMessage().contains("row 1 depends"), refused.getMessage());
    assertThrows(ShapeMismatch.class, () -> SymmetricInverse.of(DenseMatrix.zeros(2, 3)));
  }

  @Test
  void anInterruptEndsIt() {
    DenseMatrix matrix = positive(200, 3);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> SymmetricInverse.of(matrix));
  }
}
