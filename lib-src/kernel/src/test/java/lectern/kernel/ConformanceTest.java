package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import lectern.kernel.wire.SocketLoop;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Every kind of message as a strict reader wants it: all fields there, of the right type. */
class ConformanceTest extends KernelCase {
  /** Message type to its fields: s text, n number, b truth, o object, a array. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("status", "execution_state:s"),
          Map.entry("execute_input", "code:s execution_count:n"),
          Map.entry("execute_result", "execution_count:n data:o metadata:o"),
          Map.entry("display_data", "data:o metadata:o transient:o"),
          Map.entry("update_display_data", "data:o metadata:o transient:o"),
          Map.entry("stream", "name:s text:s"),
          Map.entry("error", "ename:s evalue:s traceback:a"),
          Map.entry("comm_close", "comm_id:s data:o"),
          Map.entry("debug_event", "type:s seq:n event:s body:o"),
          Map.entry("execute_reply", "status:s execution_count:n"),
          Map.entry("complete_reply", "status:s matches:a cursor_start:n cursor_end:n metadata:o"),
          Map.entry("inspect_reply", "status:s found:b data:o metadata:o"),
          Map.entry("is_complete_reply", "status:s"),
          Map.entry("history_reply", "status:s history:a"),
          Map.entry("comm_info_reply", "status:s comms:o"),
          Map.entry("interrupt_reply", "status:s"),
          Map.entry("create_subshell_reply", "status:s subshell_id:s"),
          Map.entry("delete_subshell_reply", "status:s"),
          Map.entry("list_subshell_reply", "status:s subshell_id:a"),
          Map.entry(
              "debug_reply", "status:s type:s seq:n request_seq:n success:b command:s body:o"),
          Map.entry(
              "kernel_info_reply",
              "status:s protocol_version:s implementation:s implementation_version:s"
                  + " language_info:o banner:s help_links:a debugger:b supported_features:a"));

  @Test
  void heartBeats() {
    try (ZContext context = new ZContext()) {
      ZMQ.Socket heart = context.createSocket(SocketType.REQ);
      heart.setReceiveTimeOut(20_000);
      SocketLoop.connect(heart, process.connection().address(process.connection().heartbeat()));
      heart.send("beat");
      assertEquals("beat", heart.recvStr());
    }
  }

  @Test
  void theKernelTellsWhoItIs() {
    JsonObject info = ask(Channel.SHELL, "kernel_info_request").content();
    assertEquals("5.5", info.get("protocol_version").getAsString());
    JsonObject language = info.getAsJsonObject("language_info");
    for (String field : List.of("name", "version", "mimetype", "file_extension")) {
      assertFalse(language.get(field).getAsString().isEmpty(), field);
    }
    assertEquals(
        List.of("debugger", "kernel subshells"),
        strings(info.getAsJsonArray("supported_features")));
    assertEquals(info, ask(Channel.CONTROL, "kernel_info_request").content());
  }

  @Test
  void cellsBroadcastWhatTheyDo() {
    check(kernel.execute("System.out.println(\"to out\");\nSystem.err.println(\"to err\");"));
    Execution shown =
        kernel.execute(
            "String id = display(\"first\");\nupdateDisplay(id, \"second\");\n\"value\"");
    check(shown);
    assertTrue(types(shown).containsAll(List.of("display_data", "update_display_data")));
    assertEquals("value", shown.result());
    check(kernel.execute("int int;"));
    check(kernel.execute("throw new IllegalStateException();"));
    assertEquals(
        "typed",
        kernel
            .execute(
                "new java.util.Scanner(System.in).nextLine()",
                NOTEBOOK.withStdin(prompt -> "typed"))
            .result());
    int before = kernel.execute("int x = 1;").count();
    assertEquals(before + 1, kernel.execute("int x = 1;").count());
  }

  @Test
  void questionsAboutCodeAreAnswered() {
    kernel.execute("int testedVariable = 42;");
    JsonObject half = Json.object("code", "testedVar", "cursor_pos", 9);
    JsonObject completed = ask(Channel.SHELL, "complete_request", half).content();
    assertTrue(strings(completed.getAsJsonArray("matches")).contains("testedVariable"));
    JsonObject whole = Json.object("code", "testedVariable", "cursor_pos", 14, "detail_level", 0);
    ask(Channel.SHELL, "inspect_request", whole);
    assertEquals("complete", completeness("int x = 1;"));
    assertEquals("incomplete", completeness("int foo("));
  }

  @Test
  void historyAndCommsAreToldInFull() {
    kernel.execute("int remembered = 5;");
    JsonArray history =
        ask(
                Channel.SHELL,
                "history_request",
                Json.object("hist_access_type", "tail", "n", 1, "output", true, "raw", true))
            .content()
            .getAsJsonArray("history");
    JsonArray last = history.get(0).getAsJsonArray();
    assertEquals("int remembered = 5;", last.get(2).getAsJsonArray().get(0).getAsString());
    ask(Channel.SHELL, "comm_info_request");
    Conversation open =
        kernel.send(
            Channel.SHELL,
            "comm_open",
            Json.object(
                "comm_id", "c1", "target_name", "unknown.target", "data", new JsonObject()));
    eventually(
        "the unknown comm is closed",
        () -> open.broadcasts().stream().anyMatch(each -> each.type().equals("comm_close")));
    open.broadcasts().forEach(each -> check(open.request(), each));
  }

  @Test
  void theControlChannelAnswers() {
    ask(Channel.CONTROL, "interrupt_request");
    JsonElement shell =
        ask(Channel.CONTROL, "create_subshell_request").content().get("subshell_id");
    JsonObject shells = ask(Channel.CONTROL, "list_subshell_request").content();
    assertTrue(shells.getAsJsonArray("subshell_id").contains(shell));
    ask(Channel.CONTROL, "delete_subshell_request", Json.object("subshell_id", shell));
    JsonObject start = Json.object("type", "request", "seq", 7, "command", "initialize");
    assertEquals(
        7, ask(Channel.CONTROL, "debug_request", start).content().get("request_seq").getAsInt());
    JsonObject list = Json.object("type", "request", "seq", 8, "command", "inspectVariables");
    kernel.execute("int seenInPanel = 5;");
    JsonObject body = ask(Channel.CONTROL, "debug_request", list).content().getAsJsonObject("body");
    assertTrue(body.getAsJsonArray("variables").toString().contains("seenInPanel"));
  }

  @Test
  void olderFrontEndsAreSpokenToInTheirVersion() {
    Message request = kernel.message("kernel_info_request", new JsonObject());
    for (String version : List.of("5", "5.0", "5.3", "5.4")) {
      assertEquals("5.4", request.header().speakingTo(version).version());
    }
    for (String version : List.of("5.5", "5.10", "6.0", "", "none")) {
      assertEquals("5.5", request.header().speakingTo(version).version());
    }
  }

  private String completeness(String code) {
    JsonObject content = Json.object("code", code);
    return ask(Channel.SHELL, "is_complete_request", content).content().get("status").getAsString();
  }

  private Message ask(Channel channel, String type) {
    return ask(channel, type, new JsonObject());
  }

  private Message ask(Channel channel, String type, JsonObject content) {
    Conversation conversation = kernel.send(channel, type, content);
    Message reply = conversation.await(SOON);
    check(conversation.request(), reply);
    assertEquals(type.replace("_request", "_reply"), reply.type());
    conversation.broadcasts().forEach(each -> check(conversation.request(), each));
    return reply;
  }

  private static void check(Execution cell) {
    cell.broadcasts().forEach(each -> checkFields(each));
  }

  private static void check(Message request, Message message) {
    checkFields(message);
    assertEquals(request.header().id(), message.parentId());
    assertEquals(request.type(), message.parentHeader().get("msg_type").getAsString());
  }

  private static void checkFields(Message message) {
    OffsetDateTime.parse(message.header().date());
    assertEquals("5.5", message.header().version());
    assertFalse(message.header().username().isEmpty());
    assertFalse(message.identities().isEmpty() && message.type().equals("status"));
    String wanted = FIELDS.get(message.type());
    assertTrue(wanted != null, "a message of no known type: " + message.type());
    for (String field : wanted.split(" ")) {
      String name = field.substring(0, field.indexOf(':'));
      JsonElement value = message.content().get(name);
      assertTrue(
          value != null && kind(value) == field.charAt(field.length() - 1),
          message.type() + " has the " + name + " " + value);
    }
  }

  private static char kind(JsonElement value) {
    if (value.isJsonPrimitive()) {
      boolean number = value.getAsJsonPrimitive().isNumber();
      return value.getAsJsonPrimitive().isString() ? 's' : number ? 'n' : 'b';
    }
    return value.isJsonObject() ? 'o' : value.isJsonArray() ? 'a' : '-';
  }
}
