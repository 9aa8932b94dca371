package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the user's code does when a widget moves: where it prints, how it ends, beside what. */
class WidgetCallbacksTest extends KernelCase {
  private static final String LOOP =
      "Interact.of(slider(\"t\", 0, 9, 1), t -> {\n"
          + "  if (t == 2) System.out.println(\"runs\");\n"
          + "  long n = 0;\n"
          + "  while (t == 2) n++;\n"
          + "  return \"drawn \" + t; })";

  @BeforeAll
  void importWidgets() {
    kernel.execute(
        "import lectern.display.widget.*;\nimport static lectern.display.widget.Widgets.*;");
  }

  @Test
  void whatAnInteractPrintsStandsInItsPlaceAndNotBelowTheCell() {
    Conversation cell =
        kernel.begin(
            "Interact.of(slider(\"p\", 0, 9, 1), p -> {\n"
                + "  for (int i = 0; i < p; i++) System.out.println(\"line \" + p);\n"
                + "  return p; })",
            NOTEBOOK);
    List<Message> opened = opened(kernel.await(cell, SOON));
    String place = id(opened, "OutputModel");
    assertEquals("line 1\n", printed(cell, place));
    move(id(opened, "IntSliderModel"), 2);
    eventually("two", () -> printed(cell, place).equals("line 2\nline 2\n"));
    move(id(opened, "IntSliderModel"), 0);
    eventually("nothing", () -> printed(cell, place).isEmpty());
    assertFalse(cell.broadcasts().stream().anyMatch(m -> m.type().equals("stream")));
  }

  @Test
  void anOutputTakesWhatAButtonsListenerShows() {
    Conversation cell =
        kernel.begin(
            "var log = output();\n"
                + "var go = button(\"go\").onClick(() -> log.append(() -> {\n"
                + "  System.out.println(\"pressed\"); display(7); }));\n"
                + "column(go, log)",
            NOTEBOOK);
    List<Message> opened = opened(kernel.await(cell, SOON));
    String place = id(opened, "OutputModel");
    JsonObject click = Json.object("method", "custom", "content", Json.object("event", "click"));
    say(id(opened, "ButtonModel"), click);
    eventually("shown", () -> outputs(cell, place).size() == 2);
    assertEquals("pressed\n", printed(cell, place));
    JsonObject shown = outputs(cell, place).get(1).getAsJsonObject().getAsJsonObject("data");
    assertEquals("7", shown.get("text/plain").getAsString());
    say(id(opened, "ButtonModel"), click);
    eventually("appended", () -> outputs(cell, place).size() == 4);
  }

  @Test
  void theKernelIsBusyWhileAListenerRuns() {
    Conversation cell =
        kernel.begin("slider(\"b\", 0, 9).onChange(b -> System.out.println(b))", NOTEBOOK);
    List<Message> opened = opened(kernel.await(cell, SOON));
    int before = cell.broadcasts().size();
    move(id(opened, "IntSliderModel"), 3);
    eventually("idle", () -> states(cell, before).contains("idle"));
    assertEquals(List.of("busy", "idle"), states(cell, before));
    List<Message> since = cell.broadcasts().subList(before, cell.broadcasts().size());
    assertEquals("stream", since.get(1).type(), "between busy and idle");
  }

  @Test
  void aTightLoopEndsWhenANewerValueComes() {
    for (String where : List.of("", ".whileBusy()")) {
      Conversation cell = kernel.begin(LOOP + where, NOTEBOOK);
      String id = awaitLoop(cell);
      move(id, 3);
      eventually("newest" + where, () -> text(cell).equals("drawn 3"));
      assertEquals("42", kernel.execute("6 * 7").result());
    }
  }

  @Test
  void anInterruptEndsATightLoopInAListener() {
    for (String where : List.of("", ".whileBusy()")) {
      Conversation cell = kernel.begin(LOOP + where, NOTEBOOK);
      String id = awaitLoop(cell);
      kernel.interrupt(SOON);
      assertEquals("42", kernel.execute("6 * 7").result());
      move(id, 4);
      eventually("goes on" + where, () -> text(cell).equals("drawn 4"));
    }
  }

  @Test
  void anInteractThatMayIsRedrawnWhileACellRuns() {
    Conversation cell =
        kernel.begin(
            "Interact.of(slider(\"w\", 0, 9, 1), w -> \"drawn \" + w).whileBusy()", NOTEBOOK);
    String id = id(opened(kernel.await(cell, SOON)), "IntSliderModel");
    Conversation busy = kernel.begin("System.out.println(1);\nThread.sleep(600_000);", NOTEBOOK);
    awaitBegun(busy);
    move(id, 5);
    eventually("redrawn", () -> text(cell).equals("drawn 5"));
    assertFalse(busy.isOver(), "while the cell runs");
    kernel.interrupt(SOON);
    busy.await(SOON);
  }

  @Test
  void aPropertyAndItsSliderAgreeBothWays() {
    Execution shown = kernel.execute("var k = new Property<>(3);\nslider(\"k\", 0, 9).bind(k)");
    List<Message> opened = opened(shown);
    String id = id(opened, "IntSliderModel");
    Execution set = kernel.execute("k.set(6);");
    JsonObject told =
        set.broadcasts().stream()
            .filter(m -> m.type().equals("comm_msg"))
            .map(Message::content)
            .filter(c -> c.get("comm_id").getAsString().equals(id))
            .findFirst()
            .orElseThrow()
            .getAsJsonObject("data");
    assertEquals(6, told.getAsJsonObject("state").get("value").getAsInt());
    move(id, 8);
    eventually("follows", () -> "8".equals(kernel.execute("k.get()").result()));
  }

  @Test
  void bytesTravelBothWays() {
    Execution shown =
        kernel.execute("var picture = image(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});\npicture");
    Message image =
        opened(shown).stream().filter(m -> model(m).equals("ImageModel")).findFirst().orElseThrow();
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}, image.buffers().get(0));
    JsonObject data =
        Json.object(
            "method",
            "update",
            "state",
            new JsonObject(),
            "buffer_paths",
            List.of(List.of("value")));
    JsonObject content = Json.object("comm_id", comm(image), "data", data);
    kernel.send(Channel.SHELL, "comm_msg", content, List.of(new byte[] {5, 6, 7}));
    eventually(
        "arrived",
        () ->
            "[5, 6, 7]"
                .equals(
                    kernel
                        .execute("java.util.Arrays.toString(picture.value())")
                        .result()
                        .replace("\"", "")));
    assertTrue(kernel.execute("image(new byte[] {1, 2})").error().contains("no picture"));
  }

  /** Moves the slider to where the loop begins, and waits until it runs. */
  private String awaitLoop(Conversation cell) {
    List<Message> opened = opened(kernel.await(cell, SOON));
    String id = id(opened, "IntSliderModel");
    String place = id(opened, "OutputModel");
    move(id, 2);
    eventually("it runs", () -> printed(cell, place).equals("runs\n"));
    return id;
  }

  private Conversation move(String id, int value) {
    return say(id, Json.object("method", "update", "state", Json.object("value", value)));
  }

  private Conversation say(String id, JsonObject data) {
    return kernel.send(Channel.SHELL, "comm_msg", Json.object("comm_id", id, "data", data));
  }

  private static List<Message> opened(Execution cell) {
    return cell.broadcasts().stream().filter(m -> m.type().equals("comm_open")).toList();
  }

  private static String model(Message opened) {
    JsonObject data = opened.content().getAsJsonObject("data");
    return data.getAsJsonObject("state").get("_model_name").getAsString();
  }

  private static String id(List<Message> opened, String model) {
    return opened.stream()
        .filter(m -> model(m).equals(model))
        .map(WidgetCallbacksTest::comm)
        .findFirst()
        .orElseThrow();
  }

  private static String comm(Message message) {
    return message.content().get("comm_id").getAsString();
  }

  /** What an output widget shows by the last that was told of it. */
  private static JsonArray outputs(Conversation cell, String place) {
    JsonArray outputs = new JsonArray();
    for (Message each : cell.broadcasts()) {
      if (each.type().equals("comm_msg") && comm(each).equals(place)) {
        JsonObject state = each.content().getAsJsonObject("data").getAsJsonObject("state");
        outputs = state.has("outputs") ? state.getAsJsonArray("outputs") : outputs;
      }
    }
    return outputs;
  }

  private static String printed(Conversation cell, String place) {
    StringBuilder text = new StringBuilder();
    for (JsonElement each : outputs(cell, place)) {
      JsonElement words = each.getAsJsonObject().get("text");
      text.append(words == null ? "" : words.getAsString());
    }
    return text.toString();
  }

  private static String text(Conversation cell) {
    return cell.broadcasts().stream()
        .filter(m -> m.type().equals("update_display_data"))
        .map(m -> m.content().getAsJsonObject("data").get("text/plain").getAsString())
        .reduce("", (earlier, later) -> later)
        .replace("\"", "");
  }

  private static List<String> states(Conversation cell, int from) {
    List<Message> all = cell.broadcasts();
    return all.subList(from, all.size()).stream()
        .filter(m -> m.type().equals("status"))
        .map(m -> m.content().get("execution_state").getAsString())
        .toList();
  }
}
