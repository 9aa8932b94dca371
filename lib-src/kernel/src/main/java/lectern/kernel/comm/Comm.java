package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.message.CommCloseNotice;
import lectern.kernel.message.CommMessageNotice;

/** One open comm. Safe for use by several threads. */
public final class Comm {
  private final Comms comms;
  private final String id;
  private final String targetName;
  private volatile CommListener listener;

  Comm(Comms comms, String id, String targetName, CommListener listener) {
    this.comms = comms;
    this.id = id;
    this.targetName = targetName;
    this.listener = listener;
  }

  /** The name that both sides know it by. */
  public String id() {
    return id;
  }

  /** What it was opened for. */
  public String targetName() {
    return targetName;
  }

  /** Says something to the front end. */
  public void send(JsonObject data) {
    send(data, List.of());
  }

  /**
   * Says something to the front end; nothing once the comm is closed.
   *
   * @param buffers bytes that go with it
   */
  public void send(JsonObject data, List<byte[]> buffers) {
    if (comms.isOpen(this)) {
      comms.publish(new CommMessageNotice(id, data, buffers));
    }
  }

  /** Closes it on both sides; once. */
  public void close() {
    if (comms.forget(this)) {
      comms.publish(new CommCloseNotice(id));
    }
  }

  CommListener listener() {
    return listener;
  }

  void listener(CommListener heard) {
    listener = heard;
  }
}
