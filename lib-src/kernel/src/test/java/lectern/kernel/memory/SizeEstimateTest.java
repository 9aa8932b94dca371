package lectern.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeEstimateTest {
  private record Row(int id, double[] values, Row next) {}

  private static final class Knot {
    Knot other;
    final byte[] load = new byte[1000];
  }

  @Test
  void arraysAreCountedByTheirLength() {
    assertEquals(0, SizeEstimate.bytes(null));
    assertEquals(16 + 8_000_000, SizeEstimate.bytes(new double[1_000_000]));
    assertEquals(16 + 1_000, SizeEstimate.bytes(new boolean[1_000]));
    long square = SizeEstimate.bytes(new float[500][500]);
    assertEquals(500 * 500 * 4, square, 0.03 * square);
  }

  @Test
  void collectionsAreCountedByASampleOfTheirElements() {
    List<int[]> rows = new ArrayList<>();
    Map<Integer, String> texts = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(new int[1_000]);
      texts.put(i, "x".repeat(1_000));
    }
    assertEquals(40e6, SizeEstimate.bytes(rows), 1e6);
    assertEquals(10e6, SizeEstimate.bytes(texts), 3e6);
  }

  @Test
  void fieldsAreFollowedAndWhatIsReachedTwiceCountsOnce() {
    double[] shared = new double[100_000];
    long one = SizeEstimate.bytes(new Row(1, shared, null));
    long two = SizeEstimate.bytes(new Row(1, shared, new Row(2, shared, null)));
    assertEquals(800_000, one, 100);
    assertTrue(two - one < 100, two + " - " + one);
    Knot knot = new Knot();
    knot.other = new Knot();
    knot.other.other = knot;
    assertEquals(2_000, SizeEstimate.bytes(knot), 200);
  }

  @Test
  void aListThatHoldsItselfHasAnEnd() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertTrue(SizeEstimate.bytes(list) < 1_000);
  }
}
