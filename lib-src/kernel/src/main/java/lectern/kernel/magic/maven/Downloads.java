package lectern.kernel.magic.maven;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lectern.display.Progress;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/**
 * Runs Resolver's work on a thread of its own, so that the cell's thread can draw the bar and be
 * interrupted; Resolver itself waits through interrupts.
 */
final class Downloads extends AbstractTransferListener {
  private static final long LOOK_MILLIS = 50;

  private final Progress progress;
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
  private volatile String current = "";
  private volatile boolean cancelled;

  Downloads(Progress progress) {
    this.progress = progress;
  }

  /**
   * Does the work and shows a bar meanwhile.
   *
   * @param expected how many files it fetches; 0 where nobody knows: the bar counts them then
   * @throws Exception what the work throws
   */
  <T> T watch(String what, int expected, Callable<T> work) throws Exception {
    files.set(0);
    bytes.set(0);
    cancelled = false;
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "lectern-maven");
    thread.setDaemon(true);
    thread.start();
    try (Progress.Task bar = progress.begin(what, Math.max(1, expected))) {
      while (true) {
        try {
          T result = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
          bar.at(Math.max(1, expected), note(expected));
          return result;
        } catch (TimeoutException e) {
          bar.at(expected == 0 ? 0 : Math.min(files.get(), expected - 1), note(expected));
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e);
    } finally {
      cancelled = true;
      task.cancel(true);
      String warning;
      while ((warning = warnings.poll()) != null) {
        System.err.println(warning);
      }
    }
  }

  private String note(int expected) {
    String size = String.format(Locale.ROOT, "%.1f MB", bytes.get() / 1e6);
    String count = expected == 0 ? files.get() + " files, " : "";
    return count + size + (current.isEmpty() ? "" : ", " + current);
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    stopIfCancelled();
    String name = event.getResource().getResourceName();
    current = name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    bytes.addAndGet(event.getDataLength());
    stopIfCancelled();
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    files.incrementAndGet();
  }

  @Override
  public void transferCorrupted(TransferEvent event) {
    boolean none =
        event.getException() instanceof ChecksumFailureException failure
            && (failure.getExpected() == null || failure.getExpected().isEmpty());
    if (none) {
      return; // The repository has no checksum of it, which is usual for one in a folder.
    }
    warnings.add(
        "The checksum does not match: "
            + event.getResource().getResourceName()
            + " from "
            + event.getResource().getRepositoryUrl());
  }

  private void stopIfCancelled() throws TransferCancelledException {
    if (cancelled) {
      throw new TransferCancelledException("interrupted");
    }
  }
}
