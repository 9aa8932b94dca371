package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Peer.Run[] runs(double loss, double... seconds) {
    Peer.Run[] runs = new Peer.Run[seconds.length];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new Peer.Run(seconds[i], 2 * seconds[i], loss + i);
    }
    return runs;
  }

  @Test
  void theRatioIsOfMedians() {
    Comparison found = Comparison.of(runs(5, 1, 2, 30), runs(5, 4, 50, 3));
    assertEquals(0.5, found.ratio());
    assertEquals(4, found.ourCpu());
    assertEquals(7, found.ourLoss(), "the worst of ours");
    assertEquals(5, found.theirLoss(), "the best of theirs");
    assertEquals(0.4, found.excessLoss());
    assertEquals(2.5, Comparison.median(new double[] {4, 1, 2, 3}));
  }

  @Test
  void aRatioThatNeverVariesHasAnIntervalOfNoWidth() {
    Comparison found = Comparison.of(runs(1, 2, 2, 2, 2), runs(1, 4, 4, 4, 4));
    assertEquals(0.5, found.low());
    assertEquals(0.5, found.high());
  }

  /** Each pair is slower or faster on both sides: drawn together, the ratio hardly moves. */
  @Test
  void pairsAreDrawnTogether() {
    double[] ours = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    double[] theirs = new double[11];
    for (int i = 0; i < 11; i++) {
      theirs[i] = 2 * ours[i];
    }
    Comparison found = Comparison.of(runs(1, ours), runs(1, theirs));
    assertEquals(0.5, found.low());
    assertEquals(0.5, found.high());
  }

  @Test
  void theBarLooksAtTheUpperLimitAndAtTheLoss() {
    Comparison spread = Comparison.of(runs(1, 1, 1, 1, 9, 9), runs(1, 2, 2, 2, 2, 2));
    assertEquals(0.5, spread.ratio());
    assertEquals(4.5, spread.high());
    assertFalse(spread.holds(1.1, 100));
    assertTrue(spread.holds(4.5, 100));
    assertFalse(spread.holds(4.5, 3.9), "its loss is 4 times as large again");
    assertTrue(spread.text(1.1, 100).contains("at most 1.10: FAILS"));
  }

  @Test
  void sidesTakeTurnsAndTheFirstRunsDoNotCount() throws IOException {
    List<String> order = new ArrayList<>();
    Comparison found = Turns.take(new Counted("a", order), new Counted("b", order), 3);
    assertEquals(List.of("a", "b", "b", "a", "a", "b"), order.subList(2 * Turns.WARM_UP, 16));
    assertEquals(16, order.size());
    assertEquals(Turns.WARM_UP + 1, found.ours()[0]);
  }

  /** The n-th run takes n seconds. */
  private static final class Counted implements Peer {
    private final String name;
    private final List<String> order;
    private int runs;

    Counted(String name, List<String> order) {
      this.name = name;
      this.order = order;
    }

    @Override
    public String about() {
      return name;
    }

    @Override
    public Run run() {
      order.add(name);
      runs++;
      return new Run(runs, runs, 1);
    }

    @Override
    public void close() {}
  }
}
