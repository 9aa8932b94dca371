package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import lectern.kernel.message.CommClose;
import lectern.kernel.message.CommCloseNotice;
import lectern.kernel.message.CommMessage;
import lectern.kernel.message.CommOpen;
import lectern.kernel.message.CommOpenNotice;
import lectern.kernel.message.Content;
import lectern.kernel.output.CellOutput;
import lectern.kernel.output.CurrentOutput;
import lectern.kernel.output.Publisher;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Log;

/**
 * The comms that are open, and the targets by which a front end may open more.
 *
 * <p>What the kernel says over a comm belongs to the cell, or to the message, whose thread says it.
 * Safe for use by several threads.
 */
public final class Comms {
  private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
  private final Map<String, Comm> open = new ConcurrentSkipListMap<>();
  private final Publisher publisher;

  /**
   * No comm yet.
   *
   * @param publisher tells the front ends
   */
  public Comms(Publisher publisher) {
    this.publisher = publisher;
  }

  /** From now on front ends may open comms of this target. */
  public void register(CommTarget target) {
    targets.put(target.name(), target);
  }

  /** Opens a comm to a target in the front end. */
  public Comm open(String targetName, JsonObject data, CommListener listener) {
    return open(targetName, data, new JsonObject(), List.of(), listener);
  }

  /**
   * Opens a comm to a target in the front end.
   *
   * @param metadata of the message, such as the version of the widget protocol
   * @param buffers bytes that go with the data
   * @param listener hears what the front end says
   */
  public Comm open(
      String targetName,
      JsonObject data,
      JsonObject metadata,
      List<byte[]> buffers,
      CommListener listener) {
    Comm comm = new Comm(this, UUID.randomUUID().toString(), targetName, listener);
    open.put(comm.id(), comm);
    publish(new CommOpenNotice(comm.id(), targetName, data, metadata, buffers));
    return comm;
  }

  /** A front end opens a comm; one to an unknown target is closed at once, as the protocol says. */
  public void opened(CommOpen request, List<byte[]> buffers) {
    CommTarget target = targets.get(request.targetName());
    if (target == null) {
      Log.say("no comm target " + request.targetName() + ": closed");
      publish(new CommCloseNotice(request.commId()));
      return;
    }
    Comm comm = new Comm(this, request.commId(), target.name(), null);
    open.put(comm.id(), comm);
    try {
      comm.listener(target.opened(comm, request.data(), buffers));
    } catch (Throwable e) {
      comm.close();
      throw e;
    }
  }

  /** A front end says something; over a comm that is not open, nobody hears it. */
  public void said(CommMessage request, List<byte[]> buffers) {
    listener(request.commId()).ifPresent(heard -> heard.message(request.data(), buffers));
  }

  /** A front end closes a comm. */
  public void closed(CommClose request) {
    Optional<CommListener> heard = listener(request.commId());
    open.remove(request.commId());
    heard.ifPresent(each -> each.closed(request.data()));
  }

  /** Whether a message over that comm is heard while a cell runs. */
  public boolean whileBusy(String commId) {
    return listener(commId).map(CommListener::whileBusy).orElse(false);
  }

  /**
   * The open comms as {@code comm_info_reply} lists them.
   *
   * @param targetName only comms of this target; "" for all
   */
  public JsonObject info(String targetName) {
    JsonObject comms = new JsonObject();
    for (Comm comm : open.values()) {
      if (targetName.isEmpty() || targetName.equals(comm.targetName())) {
        comms.add(comm.id(), Json.object("target_name", comm.targetName()));
      }
    }
    return comms;
  }

  boolean isOpen(Comm comm) {
    return open.get(comm.id()) == comm;
  }

  boolean forget(Comm comm) {
    return open.remove(comm.id(), comm);
  }

  void publish(Content content) {
    Optional<CellOutput> output = CurrentOutput.get();
    output.ifPresent(CellOutput::flush);
    publisher.publish(output.map(CellOutput::request).orElse(null), content);
  }

  private Optional<CommListener> listener(String commId) {
    return Optional.ofNullable(open.get(commId)).map(Comm::listener);
  }
}
