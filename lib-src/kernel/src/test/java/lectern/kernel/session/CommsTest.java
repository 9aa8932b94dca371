package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import lectern.kernel.comm.Comm;
import lectern.kernel.comm.CommListener;
import lectern.kernel.comm.CommTarget;
import lectern.kernel.session.Front.Heard;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** Comms from both sides, without sockets. */
class CommsTest {
  private static final JsonObject NOTHING = new JsonObject();

  private final Front front = new Front();
  private final List<String> listened = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aFrontEndOpensTalksAndCloses() {
    front.session.comms().register(new Echo());
    open("one", "echo");
    List<Heard> said =
        front.ask(
            Channel.SHELL,
            "comm_msg",
            Json.object("comm_id", "one", "data", Json.object("say", "hi")),
            new byte[] {1, 2});
    assertEquals(List.of("status", "comm_msg", "status"), Front.types(said));
    assertEquals("hi", said.get(1).content().getAsJsonObject("data").get("say").getAsString());
    assertArrayEquals(new byte[] {1, 2}, said.get(1).message().buffers().get(0));
    assertEquals("echo", info("").getAsJsonObject("one").get("target_name").getAsString());
    assertEquals(NOTHING, info("other"));
    front.ask(Channel.SHELL, "comm_close", Json.object("comm_id", "one", "data", NOTHING));
    assertEquals(NOTHING, info(""));
    assertEquals(List.of("opened", "hi", "closed"), listened);
    List<Heard> late = say("one", "anybody?");
    assertEquals(List.of("status", "status"), Front.types(late));
  }

  @Test
  void anUnknownTargetIsClosedAtOnce() {
    List<Heard> said = open("two", "nobody");
    assertEquals(List.of("status", "comm_close", "status"), Front.types(said));
    assertEquals("two", said.get(1).content().get("comm_id").getAsString());
    assertEquals(NOTHING, info(""));
  }

  @Test
  void theKernelOpensAndClosesOnce() {
    JsonObject metadata = Json.object("version", "2.1.0");
    Comm comm = front.session.comms().open("shown", NOTHING, metadata, List.of(), new Echo());
    Message opened = last();
    assertEquals("comm_open", opened.type());
    assertEquals(metadata, opened.metadata());
    say(comm.id(), "hey");
    assertEquals(List.of("hey"), listened);
    comm.close();
    assertEquals("comm_close", last().type());
    int before = front.heard.size();
    comm.close();
    comm.send(NOTHING);
    assertEquals(before, front.heard.size());
  }

  @Test
  void whatAListenerPrintsAndThrowsBelongsToTheMessage() {
    Comm comm =
        front
            .session
            .comms()
            .open(
                "bad",
                NOTHING,
                (data, buffers) -> {
                  System.out.println("printed");
                  throw new IllegalStateException("thrown");
                });
    List<Heard> said = say(comm.id(), "x");
    assertEquals(List.of("status", "stream", "stream", "status"), Front.types(said));
    assertEquals("printed\n", said.get(1).content().get("text").getAsString());
    assertTrue(said.get(2).content().get("text").getAsString().contains("thrown"));
    List<Heard> next = front.ask(Channel.SHELL, "execute_request", Json.object("code", "1 + 1"));
    assertTrue(Front.types(next).contains("execute_result"), "cells run on");
  }

  @Test
  void aListenerThatWantsItHearsWhileACellRuns() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    Comm busy =
        front
            .session
            .comms()
            .open(
                "busy",
                NOTHING,
                new CommListener() {
                  @Override
                  public void message(JsonObject data, List<byte[]> buffers) {
                    System.setProperty("lectern.test.heard", "yes");
                    heard.countDown();
                  }

                  @Override
                  public boolean whileBusy() {
                    return true;
                  }
                });
    System.clearProperty("lectern.test.heard");
    Message cell =
        front.send(
            Channel.SHELL,
            "execute_request",
            Json.object(
                "code",
                "while (System.getProperty(\"lectern.test.heard\") == null) Thread.sleep(1);"));
    say(busy.id(), "stop");
    heard.await();
    assertTrue(Front.types(front.await(cell)).contains("execute_reply"));
  }

  private List<Heard> open(String id, String target) {
    return front.ask(
        Channel.SHELL,
        "comm_open",
        Json.object("comm_id", id, "target_name", target, "data", NOTHING));
  }

  private List<Heard> say(String id, String what) {
    return front.ask(
        Channel.SHELL, "comm_msg", Json.object("comm_id", id, "data", Json.object("say", what)));
  }

  private JsonObject info(String target) {
    List<Heard> said =
        front.ask(Channel.SHELL, "comm_info_request", Json.object("target_name", target));
    return said.get(1).content().getAsJsonObject("comms");
  }

  private Message last() {
    return front.heard.get(front.heard.size() - 1).message();
  }

  /** Says back what it hears. */
  private final class Echo implements CommTarget, CommListener {
    private Comm comm;

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public CommListener opened(Comm opened, JsonObject data, List<byte[]> buffers) {
      comm = opened;
      listened.add("opened");
      return this;
    }

    @Override
    public void message(JsonObject data, List<byte[]> buffers) {
      listened.add(data.get("say").getAsString());
      if (comm != null) {
        comm.send(data, buffers);
      }
    }

    @Override
    public void closed(JsonObject data) {
      listened.add("closed");
    }
  }
}
