package lectern.kernel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import lectern.display.UserError;
import lectern.kernel.wire.ConnectionInfo;
import lectern.kernel.wire.Log;

/** Starts the kernel: {@code lectern.kernel.Main CONNECTION_FILE}. */
public final class Main {
  private static final String USAGE =
      "usage: lectern.kernel.Main CONNECTION_FILE   starts the kernel\n"
          + "       lectern.kernel.Main --train FILE      runs the cells of FILE (separated by"
          + " lines // ---) and ends\n"
          + "       lectern.kernel.Main --version         prints name and version";

  /** How long what user code does at exit may take. */
  private static final long LAST_MILLIS = 500;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    try {
      if (words.equals(List.of("--version"))) {
        System.out.println("lectern-kernel " + Kernel.VERSION);
      } else if (words.size() == 2 && words.get(0).equals("--train")) {
        System.exit(Training.run(Path.of(words.get(1))));
      } else if (words.size() == 1 && !words.get(0).startsWith("-")) {
        serve(ConnectionInfo.read(Path.of(words.get(0))));
      } else {
        throw new UserError(USAGE);
      }
    } catch (UserError e) {
      Log.say(e.getMessage());
      System.exit(2);
    }
  }

  private static void serve(ConnectionInfo info) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Kernel kernel = Kernel.start(info, restart -> asked.countDown());
    Signals.onInterrupt(kernel::interrupt);
    Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
        .flatMap(Main::process)
        .ifPresent(parent -> parent.onExit().thenRun(asked::countDown));
    asked.await();
    Thread last = new Thread(Main::haltSoon, "lectern-halt");
    last.setDaemon(true);
    last.start();
    kernel.close();
    System.exit(0);
  }

  /** Shutdown hooks of user code may hang; the kernel's end does not wait for them. */
  private static void haltSoon() {
    try {
      Thread.sleep(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private static Optional<ProcessHandle> process(String id) {
    try {
      return ProcessHandle.of(Long.parseLong(id.trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
