package lectern.kernel.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.kernel.wire.Message;

/**
 * One request and everything that belongs to it: its reply, and what was broadcast about it.
 *
 * <p>It is over when the reply and the broadcast "idle" have come; later broadcasts, of threads
 * that live on, are still added.
 */
public final class Conversation {
  private final Message request;
  private final List<Message> broadcasts = new ArrayList<>();
  private final CompletableFuture<Message> reply = new CompletableFuture<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();

  Conversation(Message request) {
    this.request = request;
  }

  /** The request itself. */
  public Message request() {
    return request;
  }

  /** What has been broadcast about it so far, in order. */
  public synchronized List<Message> broadcasts() {
    return List.copyOf(broadcasts);
  }

  /**
   * Waits until it is over.
   *
   * @return the reply
   * @throws KernelSilent where that takes longer, or the kernel has ended
   */
  public Message await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Message answer = wait(reply, end - System.nanoTime(), "no reply to ");
    wait(idle, end - System.nanoTime(), "no idle after ");
    return answer;
  }

  /** Waits for the reply alone. */
  public Message awaitReply(Duration time) {
    return wait(reply, time.toNanos(), "no reply to ");
  }

  /** Whether it is over. */
  public boolean isOver() {
    return reply.isDone() && idle.isDone();
  }

  private <T> T wait(CompletableFuture<T> what, long nanos, String otherwise) {
    try {
      return what.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new KernelSilent(otherwise + request.type() + " in time");
    } catch (ExecutionException e) {
      throw new KernelSilent(otherwise + request.type() + ": " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KernelSilent("interrupted while waiting for the reply to " + request.type());
    }
  }

  void replied(Message message) {
    reply.complete(message);
  }

  synchronized void broadcast(Message message) {
    broadcasts.add(message);
    if (message.type().equals("status")
        && message.content().get("execution_state").getAsString().equals("idle")) {
      idle.complete(null);
    }
  }

  void ended(String why) {
    reply.completeExceptionally(new KernelSilent(why));
    idle.completeExceptionally(new KernelSilent(why));
  }
}
