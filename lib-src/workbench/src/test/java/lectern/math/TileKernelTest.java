package lectern.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileKernelTest {
  private static final int ROWS = TileKernel.ROWS;

  /** Rows 0 to 15 on a line; of two nearest points the first counts. */
  @Test
  void answersByHand() {
    double[] tile = new double[ROWS];
    Arrays.setAll(tile, row -> row);
    double[] points = {0, 14, 4, 14, 100};
    for (TileKernel kernel : List.of(TileKernel.plain(), TileKernel.get())) {
      int[] nearest = new int[ROWS];
      double[] distances = new double[ROWS];
      kernel.nearest(tile, 1, points, 5, nearest, distances);
      assertArrayEquals(new int[] {0, 0, 0, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1}, nearest);
      assertEquals(25, distances[9]);
      assertEquals(1, distances[15]);
    }
  }

  @Test
  void bothFormsGiveTheSameBits() {
    assertNotSame(TileKernel.plain(), TileKernel.get(), "the tests run with the vector module");
    for (long seed = 1; seed <= 300; seed++) {
      RandomStream random = RandomStream.of(seed, "tiles");
      int width = 1 + random.nextInt(40);
      int k = 1 + random.nextInt(13);
      double scale = seed % 3 == 0 ? 1e160 : 1;
      double[] tile = numbers(random, ROWS * width, scale);
      double[] points = numbers(random, k * width, scale);
      int[] one = new int[ROWS];
      int[] two = new int[ROWS];
      double[] here = new double[ROWS];
      double[] there = new double[ROWS];
      TileKernel.plain().nearest(tile, width, points, k, one, here);
      TileKernel.get().nearest(tile, width, points, k, two, there);
      assertArrayEquals(one, two, "seed " + seed);
      assertArrayEquals(here, there, "seed " + seed);
      double[] row = new double[width];
      Arrays.setAll(row, j -> tile[j * ROWS + 3]);
      double alone = TileKernel.squaredDistance(row, 0, points, one[3] * width, width);
      assertEquals(alone, here[3], "seed " + seed);
      TileKernel.plain().squaredDistances(tile, width, points, one[3] * width, here);
      TileKernel.get().squaredDistances(tile, width, points, one[3] * width, there);
      assertArrayEquals(here, there, "seed " + seed);
      assertEquals(alone, there[3], "seed " + seed);
    }
  }

  private static double[] numbers(RandomStream random, int n, double scale) {
    double[] out = new double[n];
    Arrays.setAll(out, i -> random.nextGaussian() * scale);
    return out;
  }

  @Test
  void distancesBeyondAllNumbersLeaveTheFirstPoint() {
    double[] tile = new double[ROWS];
    tile[1] = 1e200;
    for (TileKernel kernel : List.of(TileKernel.plain(), TileKernel.get())) {
      int[] nearest = new int[ROWS];
      double[] distances = new double[ROWS];
      kernel.nearest(tile, 1, new double[] {5, 1, 2, 3, 4}, 5, nearest, distances);
      assertEquals(1, nearest[0]);
      assertEquals(0, nearest[1]);
      assertEquals(Double.POSITIVE_INFINITY, distances[1]);
    }
  }

  @Test
  void bothFormsAddRowsByLabelInTheSameOrder() {
    for (long seed = 1; seed <= 100; seed++) {
      RandomStream random = RandomStream.of(seed, "labels");
      int width = 1 + random.nextInt(40);
      int n = random.nextInt(60);
      double[] rows = numbers(random, n * width, 1e9);
      int[] labels = new int[n];
      Arrays.setAll(labels, i -> random.nextInt(3));
      double[] one = numbers(random, 3 * width, 1);
      double[] two = one.clone();
      TileKernel.plain().addByLabel(rows, width, labels, n / 4, n, one);
      TileKernel.get().addByLabel(rows, width, labels, n / 4, n, two);
      assertArrayEquals(one, two, "seed " + seed);
    }
  }
}
