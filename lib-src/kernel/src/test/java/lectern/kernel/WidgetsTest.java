package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Widgets over real sockets, as a front end sees them. */
class WidgetsTest extends KernelCase {
  @BeforeAll
  void importWidgets() {
    assertTrue(
        kernel
            .execute(
                "import lectern.display.widget.*;\n"
                    + "import static lectern.display.widget.Widgets.*;")
            .isOk());
  }

  @Test
  void aSliderIsAModelWithLayoutAndStyle() {
    Execution cell = kernel.execute("slider(\"k\", 2, 10, 4)");
    assertEquals("k: 4", cell.result());
    List<Message> opened = opened(cell);
    assertEquals(List.of("LayoutModel", "SliderStyleModel", "IntSliderModel"), models(opened));
    Message slider = opened.get(2);
    assertEquals("2.1.0", slider.metadata().get("version").getAsString());
    JsonObject state = slider.content().getAsJsonObject("data").getAsJsonObject("state");
    assertEquals("IPY_MODEL_" + id(opened.get(0)), state.get("layout").getAsString());
    JsonObject view =
        output(cell, 0)
            .getAsJsonObject("data")
            .getAsJsonObject("application/vnd.jupyter.widget-view+json");
    assertEquals(id(slider), view.get("model_id").getAsString());
  }

  @Test
  void theProgramSeesTheUserMoveWhileACellRuns() {
    Execution shown = kernel.execute("var live = slider(\"live\", 0, 9);\nlive");
    String id = id(last(opened(shown)));
    Conversation cell =
        kernel.begin("while (live.value() != 7) Thread.sleep(1);\nlive.value()", NOTEBOOK);
    Conversation moved = move(id, 7);
    assertEquals("7", kernel.await(cell, SOON).result());
    eventually("echo", () -> hears(moved, "echo_update"));
  }

  @Test
  void anInteractRedrawsInItsPlaceAndShowsErrorsThere() {
    Conversation cell = kernel.begin("Interact.of(slider(\"d\", 0, 9, 3), d -> 12 / d)", NOTEBOOK);
    Execution done = kernel.await(cell, SOON);
    assertNull(done.result(), "there is nothing more to show");
    assertEquals(2, done.outputs().size(), "controls and value");
    assertEquals("4", text(cell, "display_data"));
    String id = id(opened(done).get(2));
    move(id, 6);
    eventually("6", () -> text(cell, "update_display_data").equals("2"));
    move(id, 0);
    eventually("error", () -> text(cell, "update_display_data").contains("/ by zero"));
    move(id, 4);
    eventually("4", () -> text(cell, "update_display_data").equals("3"));
  }

  @Test
  void theNewestValueStopsTheRunUnderWay() {
    Conversation cell =
        kernel.begin(
            "Interact.of(slider(\"s\", 0, 9, 1), s -> {\n"
                + "  if (s == 2) { try { Thread.sleep(600_000); }"
                + " catch (InterruptedException e) { throw new RuntimeException(e); } }\n"
                + "  return \"drawn \" + s;\n"
                + "})",
            NOTEBOOK);
    String id = id(opened(kernel.await(cell, SOON)).get(2));
    move(id, 2);
    move(id, 3);
    eventually("newest", () -> text(cell, "update_display_data").equals("drawn 3"));
    assertEquals(
        1, cell.broadcasts().stream().filter(m -> m.type().equals("update_display_data")).count());
    assertEquals("42", kernel.execute("6 * 7").result(), "cells run on");
  }

  @Test
  void aNewPageAsksForAllStatesAtOnce() {
    String id = id(last(opened(kernel.execute("slider(\"all\", 0, 9, 5)"))));
    kernel.send(
        Channel.SHELL,
        "comm_open",
        Json.object("comm_id", "c", "target_name", "jupyter.widget.control"));
    Conversation asked = say("c", Json.object("method", "request_states"));
    eventually("states", () -> hears(asked, "update_states"));
    JsonObject states =
        asked.broadcasts().stream()
            .filter(m -> m.type().equals("comm_msg"))
            .findFirst()
            .orElseThrow()
            .content()
            .getAsJsonObject("data")
            .getAsJsonObject("states");
    assertEquals(5, states.getAsJsonObject(id).getAsJsonObject("state").get("value").getAsInt());
    JsonObject info =
        kernel.request("comm_info_request", Json.object("target_name", "jupyter.widget"), SOON);
    assertTrue(info.getAsJsonObject("comms").has(id));
  }

  private Conversation move(String id, int value) {
    return say(id, Json.object("method", "update", "state", Json.object("value", value)));
  }

  private Conversation say(String id, JsonObject data) {
    return kernel.send(Channel.SHELL, "comm_msg", Json.object("comm_id", id, "data", data));
  }

  private static boolean hears(Conversation about, String method) {
    return about.broadcasts().stream()
        .filter(m -> m.type().equals("comm_msg"))
        .map(m -> m.content().getAsJsonObject("data").get("method").getAsString())
        .anyMatch(method::equals);
  }

  /** The plain text of the last message of that type, or "". */
  private static String text(Conversation cell, String type) {
    return cell.broadcasts().stream()
        .filter(m -> m.type().equals(type))
        .map(m -> m.content().getAsJsonObject("data").get("text/plain").getAsString())
        .reduce("", (earlier, later) -> later);
  }

  private static List<Message> opened(Execution cell) {
    return cell.broadcasts().stream().filter(m -> m.type().equals("comm_open")).toList();
  }

  private static List<String> models(List<Message> opened) {
    return opened.stream()
        .map(m -> m.content().getAsJsonObject("data").getAsJsonObject("state"))
        .map(state -> state.get("_model_name").getAsString())
        .toList();
  }

  private static String id(Message message) {
    return message.content().get("comm_id").getAsString();
  }

  private static Message last(List<Message> messages) {
    return messages.get(messages.size() - 1);
  }
}
