package lectern.kernel.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sockets of a kernel, beset with nonsense. Longer, by hand: {@code -Dlectern.fuzz.seconds=3600
 * -Dlectern.fuzz.seed=7}.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("lectern.fuzz.seed", 1);

  /** A frame that claimed more bytes than an int counts ended the thread of the sockets. */
  private static final long[] ONCE_FATAL = {5304};

  @Test
  void aFewRoundsLeaveTheKernelWell() {
    try (KernelProcess process = KernelProcess.start()) {
      Fuzz fuzz = new Fuzz(process);
      for (int round = 0; round < 5; round++) {
        fuzz.round(SEED + round);
      }
      for (long seed : ONCE_FATAL) {
        fuzz.round(seed);
      }
      assertTrue(process.process().isAlive());
    }
  }

  @Test
  @Tag("slow")
  void manyRoundsLeaveTheKernelWell() {
    long end = System.nanoTime() + Long.getLong("lectern.fuzz.seconds", 90) * 1_000_000_000L;
    try (KernelProcess process = KernelProcess.start()) {
      Fuzz fuzz = new Fuzz(process);
      long round = 0;
      while (System.nanoTime() < end) {
        fuzz.round(SEED + 1_000 + round++);
      }
      System.out.println(fuzz.sent() + " messages in " + round + " rounds");
      assertTrue(process.process().isAlive());
    }
  }
}
