package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final int START = 99;

  private static List<SequenceBatch> batches(int size, int... lengths) {
    List<int[]> histories = new ArrayList<>();
    int item = 0;
    for (int length : lengths) {
      int from = item;
      histories.add(IntStream.range(from, from + length).toArray());
      item += length;
    }
    return new Windows(histories, 3, START).batches(size, RandomStream.of(1, "order"));
  }

  @Test
  void aShortHistoryBeginsAtTheStart() {
    SequenceBatch batch = batches(4, 2).get(0);
    assertEquals(2, batch.steps());
    assertArrayEquals(new float[] {START, 0}, batch.inputs());
    assertArrayEquals(new float[] {0, 1}, batch.targets());
  }

  @Test
  void aLongOneIsCutFromItsEnd() {
    SequenceBatch batch = batches(4, 4).get(0);
    assertEquals(2, batch.rows());
    assertEquals(4, batch.targetCount());
    assertArrayEquals(new float[] {START, START, START, 0, 1, 2}, batch.inputs());
    assertArrayEquals(new float[] {0, 0, 0, 1, 2, 3}, batch.targets());
    assertArrayEquals(new float[] {1, 0, 0, 1, 1, 1}, batch.counts());
  }

  @Test
  void everyCourseIsATargetOnceWhateverTheBatches() {
    for (int size : new int[] {1, 2, 7, 100}) {
      TreeSet<Integer> seen = new TreeSet<>();
      int targets = 0;
      for (SequenceBatch batch : batches(size, 5, 1, 7, 0, 3, 2, 9)) {
        for (int i = 0; i < batch.counts().length; i++) {
          if (batch.counts()[i] == 1) {
            seen.add((int) batch.targets()[i]);
            targets++;
          }
        }
      }
      assertEquals(27, targets);
      assertEquals(27, seen.size());
    }
  }
}
