package lectern.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A test class with a kernel in a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KernelCase {
  static final Duration SOON = Duration.ofSeconds(30);
  static final ExecuteOptions NOTEBOOK = new ExecuteOptions();

  KernelProcess process;
  KernelClient kernel;

  @BeforeAll
  void startKernel() {
    process = KernelProcess.start();
    kernel = process.client();
  }

  @AfterAll
  void endKernel() {
    process.close();
  }

  static List<String> types(Execution cell) {
    return cell.broadcasts().stream().map(Message::type).toList();
  }

  static JsonObject output(Execution cell, int index) {
    return cell.outputs().get(index).getAsJsonObject();
  }

  static List<String> strings(JsonArray array) {
    return array.asList().stream().map(each -> each.getAsString()).toList();
  }

  /** Waits until something is so, or fails. */
  static void eventually(String what, java.util.function.BooleanSupplier isSo) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Waits until a cell has printed something. */
  static void awaitBegun(Conversation cell) {
    eventually(
        "the cell's first line",
        () -> cell.broadcasts().stream().anyMatch(each -> each.type().equals("stream")));
  }
}
