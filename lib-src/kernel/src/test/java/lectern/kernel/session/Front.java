package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import lectern.kernel.cell.WholeCellEngine;
import lectern.kernel.magic.CellRunner;
import lectern.kernel.message.KernelInfoReply;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Streams;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Message;

/** A front end that talks to a session in this process, without sockets. */
final class Front {
  /** One message from the kernel. */
  record Heard(Channel channel, Message message) {
    String type() {
      return message.type();
    }

    JsonObject content() {
      return message.content();
    }
  }

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final Session session;

  Front() {
    this(new History(Optional.empty()));
  }

  Front(History history) {
    Streams.install();
    CompletableFuture<JavaRoom> java = new CompletableFuture<>();
    session =
        new Session(
            "kernel",
            (channel, message) -> heard.add(new Heard(channel, message)),
            () -> {},
            java,
            new KernelInfoReply("test", "17"),
            history,
            0,
            restart -> {});
    java.completeAsync(
        () -> {
          WholeCellEngine engine = new WholeCellEngine(List.of(), CurrentOutput::isStopping);
          return new JavaRoom(engine, new CellRunner(engine));
        });
    session.start();
  }

  /** Sends a request and waits for its idle; all that was said about it. */
  List<Heard> ask(Channel channel, String type, JsonObject content, byte[]... buffers) {
    return await(send(channel, type, content, buffers));
  }

  Message send(Channel channel, String type, JsonObject content, byte[]... buffers) {
    Message request =
        Message.of(Header.of(type, "front", "client"), content)
            .with(new JsonObject(), List.of(buffers));
    session.received(channel, request);
    return request;
  }

  List<Heard> await(Message request) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (about(request).stream().noneMatch(Front::isIdle)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no idle after " + request.type() + ": " + about(request));
      }
      Thread.onSpinWait();
    }
    return about(request);
  }

  List<Heard> about(Message request) {
    String id = request.header().id();
    return heard.stream().filter(each -> each.message().parentId().equals(id)).toList();
  }

  static List<String> types(List<Heard> heard) {
    return heard.stream().map(Heard::type).toList();
  }

  private static boolean isIdle(Heard heard) {
    return heard.type().equals("status")
        && heard.content().get("execution_state").getAsString().equals("idle");
  }
}
