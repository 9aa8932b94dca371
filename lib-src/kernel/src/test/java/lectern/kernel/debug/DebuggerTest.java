package lectern.kernel.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.kernel.cell.Variable;
import lectern.kernel.message.DebugRequest;
import lectern.kernel.wire.Json;
import org.junit.jupiter.api.Test;

/** What JupyterLab's debugger panel asks and gets. */
class DebuggerTest {
  /** A value of the user's. */
  record Course(String title, int[] lessons) {}

  /** A value whose text cannot be had. */
  static final class Shy {
    @Override
    public String toString() {
      throw new IllegalStateException("no");
    }
  }

  private final List<Variable> variables = new ArrayList<>();
  private final Debugger debugger = new Debugger(() -> variables);
  private int asked;

  @Test
  void variablesOpenIntoTheirParts() {
    variables.add(new Variable("k", "int", 3));
    variables.add(new Variable("course", "Course", new Course("Java", new int[] {4, 5})));
    JsonArray list = body("inspectVariables").getAsJsonArray("variables");
    assertEquals("k", text(list, 0, "name"));
    assertEquals("int", text(list, 0, "type"));
    assertEquals("3", text(list, 0, "value"));
    assertEquals("0", text(list, 0, "variablesReference"), "nothing to open");
    JsonArray fields = open(list, 1);
    assertEquals("title", text(fields, 0, "name"));
    assertEquals("\"Java\"", text(fields, 0, "value"));
    assertEquals("length 2", text(fields, 1, "value"));
    assertEquals("5", text(open(fields, 1), 1, "value"));
  }

  @Test
  void aLongListTellsHowManyAreLeftOut() {
    variables.add(new Variable("many", "List", IntStream.range(0, 1_000).boxed().toList()));
    JsonArray list = body("inspectVariables").getAsJsonArray("variables");
    assertEquals("size 1000", text(list, 0, "value"));
    JsonArray parts = open(list, 0);
    assertEquals(101, parts.size());
    assertEquals("… 900 more", text(parts, 100, "name"));
  }

  @Test
  void mapsNullsAndFailingTextsAreShown() {
    variables.add(new Variable("map", "Map", Map.of("a", 1)));
    variables.add(new Variable("none", "String", null));
    variables.add(new Variable("shy", "Shy", new Shy()));
    variables.add(new Variable("text", "String", "x".repeat(1_000_000) + "\n"));
    JsonArray list = body("inspectVariables").getAsJsonArray("variables");
    assertEquals("\"a\"", text(open(list, 0), 0, "name"));
    assertEquals("null", text(list, 1, "value"));
    assertEquals("(toString() failed: java.lang.IllegalStateException)", text(list, 2, "value"));
    assertTrue(text(list, 3, "value").length() < 210);
  }

  @Test
  void aVariableIsShownAsACellWouldShowIt() {
    variables.add(new Variable("k", "int", 3));
    JsonObject shown = body("richInspectVariables", "variableName", "k");
    assertEquals("3", shown.getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals("There is no variable q.", refusal("richInspectVariables", "variableName", "q"));
  }

  @Test
  void startingAndLeavingIsTold() {
    assertFalse(body("debugInfo").get("isStarted").getAsBoolean());
    body("initialize");
    assertTrue(body("debugInfo").get("isStarted").getAsBoolean());
    body("attach");
    body("configurationDone");
    body("disconnect");
    assertFalse(body("debugInfo").get("isStarted").getAsBoolean());
  }

  @Test
  void aCellsSourceComesBackUnderTheNameThatFrontEndsCompute() {
    String path = body("dumpCell", "code", "int a = 1;").get("sourcePath").getAsString();
    JsonObject info = body("debugInfo");
    long hash = Murmur2.of("int a = 1;", (int) info.get("hashSeed").getAsLong());
    assertEquals(
        info.get("tmpFilePrefix").getAsString() + hash + info.get("tmpFileSuffix").getAsString(),
        path);
    JsonObject source = Json.object("path", path);
    assertEquals("int a = 1;", body("source", "source", source).get("content").getAsString());
    assertTrue(refusal("source", "source", Json.object("path", "x")).contains("no source x"));
  }

  @Test
  void breakpointsAreNotVerifiedAndStepsRefused() {
    JsonArray points =
        body(
                "setBreakpoints",
                "source",
                Json.object("path", "p"),
                "breakpoints",
                List.of(Json.object("line", 4)))
            .getAsJsonArray("breakpoints");
    assertEquals("false", text(points, 0, "verified"));
    assertEquals("4", text(points, 0, "line"));
    assertTrue(text(points, 0, "message").contains("cannot pause"));
    assertTrue(refusal("next").contains("cannot pause"));
    assertTrue(refusal("tea").contains("does not know \"tea\""));
    assertTrue(refusal("dumpCell", "code", 3).contains("code must be a string, not 3"));
  }

  /** The value that Digest::MurmurHash for Perl gives. */
  @Test
  void hashIsMurmurs() {
    assertEquals(324_500_635L, Murmur2.of("abc", 0));
    assertEquals(0L, Murmur2.of("", 0));
  }

  private JsonArray open(JsonArray list, int index) {
    int number = list.get(index).getAsJsonObject().get("variablesReference").getAsInt();
    return body("variables", "variablesReference", number).getAsJsonArray("variables");
  }

  private JsonObject body(String command, Object... arguments) {
    JsonObject reply = ask(command, arguments);
    assertTrue(reply.get("success").getAsBoolean(), reply.toString());
    return reply.getAsJsonObject("body");
  }

  private String refusal(String command, Object... arguments) {
    JsonObject reply = ask(command, arguments);
    assertFalse(reply.get("success").getAsBoolean(), reply.toString());
    return reply.get("message").getAsString();
  }

  private JsonObject ask(String command, Object... arguments) {
    JsonObject reply =
        debugger.answer(new DebugRequest(++asked, command, Json.object(arguments))).toJson();
    assertEquals(asked, reply.get("request_seq").getAsInt());
    assertEquals(command, reply.get("command").getAsString());
    return reply;
  }

  private static String text(JsonArray list, int index, String field) {
    return list.get(index).getAsJsonObject().get(field).getAsString();
  }
}
