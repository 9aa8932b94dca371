package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.message.Content;
import lectern.kernel.message.Status;
import lectern.kernel.output.Publisher;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.Sender;

/** Puts headers on what the kernel says and sends it. Safe for use by several threads. */
final class Replies implements Publisher {
  private final String session;
  private final Sender sender;

  Replies(String session, Sender sender) {
    this.session = session;
    this.sender = sender;
  }

  /** Answers a request where it came from. */
  void reply(Channel channel, Message request, Content content) {
    Message bare = request.answer(header(content), content.toJson());
    sender.send(channel, bare.with(content.metadata(), content.buffers()));
  }

  /** Asks the front end that sent a request. */
  void ask(Message request, Content content) {
    reply(Channel.STDIN, request, content);
  }

  /** Tells every front end whether a request is being worked on. */
  void status(Message request, String state) {
    publish(request, new Status(state));
  }

  @Override
  public void publish(Message request, Content content) {
    JsonObject json = content.toJson();
    Header header = header(content);
    Message bare = request == null ? Message.of(header, json) : request.answer(header, json);
    Message whole = bare.with(content.metadata(), content.buffers());
    sender.send(Channel.IOPUB, whole.to(List.of(topic(content))));
  }

  private Header header(Content content) {
    return Header.of(content.type(), session, "kernel");
  }

  private byte[] topic(Content content) {
    return ("kernel." + session + "." + content.type())
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
