package lectern.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;
import org.junit.jupiter.api.Test;

class PartitionTest {
  @Test
  void theNumbersOfTheGroupsDoNotMatter() {
    Partition one = Partition.of(1, 0, 1, 1, 0);
    assertEquals(one, Partition.of(-5, 9, -5, -5, 9));
    assertEquals(one.hashCode(), Partition.of(0, 1, 0, 0, 1).hashCode());
    assertNotEquals(one, Partition.of(1, 0, 1, 0, 0));
    assertArrayEquals(new int[] {0, 1, 0, 0, 1}, one.labels());
    assertEquals("{1, 3, 4} {2, 5}", one.toString());
    assertEquals(2, one.groups());
    assertEquals(5, one.size());
    assertTrue(one.together(0, 2));
    assertFalse(one.together(0, 1));
  }

  @Test
  void objectiveByHand() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0, 0}, {2, 0}, {5, 5}});
    Partition pair = Partition.of(0, 0, 1);
    assertEquals(DenseMatrix.of(new double[][] {{1, 0}, {5, 5}}), pair.centres(rows));
    assertEquals(2, pair.objective(rows));
    assertEquals(0, Partition.of(0, 1, 2).objective(rows));
    assertThrows(ShapeMismatch.class, () -> Partition.of(0, 1).objective(rows));
  }

  /** Stirling's numbers of the second kind and Bell's numbers. */
  @Test
  void thereAreAsManyAsStirlingSays() {
    int[][] stirling = {{1}, {1, 1}, {1, 3, 1}, {1, 7, 6, 1}, {1, 15, 25, 10, 1}};
    for (int n = 1; n <= 5; n++) {
      for (int k = 1; k <= n; k++) {
        Set<Partition> different = new HashSet<>();
        int groups = k;
        ExhaustivePartitions.forEach(
            n,
            k,
            partition -> {
              assertEquals(groups, partition.groups());
              assertTrue(different.add(partition));
            });
        assertEquals(stirling[n - 1][k - 1], different.size());
      }
    }
    assertEquals(52, ExhaustivePartitions.all(5).size());
    int[] count = new int[1];
    ExhaustivePartitions.forEach(12, 5, partition -> count[0]++);
    assertEquals(1_379_400, count[0]);
  }

  @Test
  void rankedBeginsWithTheBest() {
    DenseMatrix rows = DenseMatrix.of(new double[][] {{0}, {1}, {10}, {11}});
    List<ExhaustivePartitions.Scored> ranked = ExhaustivePartitions.ranked(rows, 2);
    assertEquals(7, ranked.size());
    assertEquals(Partition.of(0, 0, 1, 1), ranked.get(0).partition());
    assertEquals(1, ranked.get(0).objective());
    assertEquals(ranked.get(0), ExhaustivePartitions.best(rows, 2));
    for (int i = 1; i < ranked.size(); i++) {
      assertTrue(ranked.get(i).objective() >= ranked.get(i - 1).objective());
    }
  }

  @Test
  void tooManyThingsAreRefused() {
    assertThrows(UserError.class, () -> ExhaustivePartitions.forEach(13, 2, p -> {}));
    assertThrows(UserError.class, () -> ExhaustivePartitions.forEach(3, 4, p -> {}));
    assertThrows(UserError.class, () -> ExhaustivePartitions.forEach(3, 0, p -> {}));
  }
}
