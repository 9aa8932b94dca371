package lectern.kernel.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sockets of a kernel, beset with nonsense. Longer, by hand: {@code -Dlectern.fuzz.seconds=3600
 * -Dlectern.fuzz.seed=7}.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("lectern.fuzz.seed", 1);

  /** What ZeroMQ's three oldest protocols have before the size of a long frame. */
  private static final List<byte[]> STARTS =
      List.of(
          new byte[] {-1},
          new byte[] {-1, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 0, 5, -1},
          new byte[] {-1, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1, 5, 2});

  @Test
  void aFewRoundsLeaveTheKernelWell() {
    try (KernelProcess process = KernelProcess.start()) {
      Fuzz fuzz = new Fuzz(process);
      for (int round = 0; round < 5; round++) {
        fuzz.round(SEED + round);
      }
      assertTrue(process.process().isAlive());
    }
  }

  /** Found by earlier rounds: one ended the thread of the sockets, one took the memory. */
  @Test
  void framesThatClaimImpossibleSizesLeaveTheKernelWell() throws IOException {
    try (KernelProcess process = KernelProcess.start()) {
      Fuzz fuzz = new Fuzz(process);
      for (long size : new long[] {-1, Long.MIN_VALUE, 1L << 31, 1L << 40, Long.MAX_VALUE}) {
        for (int port : fuzz.ports()) {
          for (byte[] start : STARTS) {
            byte[] bytes = ByteBuffer.allocate(500).put(start).putLong(size).array();
            try (Socket socket = new Socket(process.connection().ip(), port)) {
              socket.getOutputStream().write(bytes);
            }
          }
        }
      }
      fuzz.round(SEED);
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
