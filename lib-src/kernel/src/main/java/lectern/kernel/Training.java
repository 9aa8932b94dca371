package lectern.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import lectern.display.UserError;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.Log;

/**
 * Runs cells through a whole kernel in this process, so that a class-data archive written at its
 * end holds the classes that a kernel needs.
 */
final class Training {
  private static final Pattern BETWEEN_CELLS = Pattern.compile("(?m)^// ---.*$");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Training() {}

  /**
   * Runs the cells of a file.
   *
   * @return the exit code: 0, or 1 where a cell failed
   */
  static int run(Path file) throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new UserError("cannot read the cells to train with: " + file);
    }
    ConnectionInfo info = ConnectionInfo.onFreePorts();
    CountDownLatch ended = new CountDownLatch(1);
    Kernel kernel = Kernel.start(info, restart -> ended.countDown());
    try (KernelClient client = KernelClient.connect(info)) {
      client.awaitReady(PATIENCE);
      for (String cell : BETWEEN_CELLS.split(Files.readString(file))) {
        Execution done = client.execute(cell.strip(), new ExecuteOptions().within(PATIENCE));
        if (!done.isOk()) {
          Log.say("training failed in this cell:\n" + cell.strip() + "\n" + done.traceback());
          return 1;
        }
      }
      client.shutdown(false, PATIENCE);
      ended.await();
      return 0;
    } finally {
      kernel.close();
    }
  }
}
