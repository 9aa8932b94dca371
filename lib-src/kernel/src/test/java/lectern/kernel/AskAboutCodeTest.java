package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion, inspection, completeness, history and who the kernel is. */
class AskAboutCodeTest extends KernelCase {
  @Test
  void membersAreCompleted() {
    JsonObject reply = complete("\"abc\".toUp");
    assertTrue(
        strings(reply.getAsJsonArray("matches")).stream()
            .allMatch(m -> m.startsWith("toUpperCase(")));
    assertEquals(6, reply.get("cursor_start").getAsInt());
    assertEquals(10, reply.get("cursor_end").getAsInt());
    assertEquals("ok", reply.get("status").getAsString());
  }

  @Test
  void positionsAreCodePoints() {
    JsonObject reply = complete("\"😀你好\".toUp");
    assertFalse(reply.getAsJsonArray("matches").isEmpty());
    assertEquals(6, reply.get("cursor_start").getAsInt(), "the emoji is one code point");
    assertEquals(10, reply.get("cursor_end").getAsInt());
  }

  @Test
  void namesOfTheSameCellAndOfEarlierCellsAreCompleted() {
    kernel.execute("String earlierName = \"\";");
    assertEquals(List.of("earlierName"), strings(complete("earlierN").getAsJsonArray("matches")));
    JsonObject same = complete("String sameCell = \"\";\nsameCell.isBl");
    assertEquals(List.of("isBlank()"), strings(same.getAsJsonArray("matches")));
    JsonObject behindMethod = complete("int f() { return 1; }\nMath.ma");
    assertTrue(strings(behindMethod.getAsJsonArray("matches")).contains("max("));
    JsonObject behindMagic = complete("%lsmagic\nMath.ma");
    assertTrue(strings(behindMagic.getAsJsonArray("matches")).contains("max("));
  }

  @Test
  void nothingFitsNothing() {
    assertTrue(complete("").getAsJsonArray("matches").size() >= 0);
    assertEquals("[]", complete("\"abc\".xyzzy").getAsJsonArray("matches").toString());
    JsonObject outside =
        kernel.request("complete_request", Json.object("code", "Mat", "cursor_pos", 99), SOON);
    assertEquals(3, outside.get("cursor_end").getAsInt());
  }

  @Test
  void inspectionShowsSignatures() {
    JsonObject max = inspect("Math.max");
    assertTrue(max.get("found").getAsBoolean());
    String text = max.getAsJsonObject("data").get("text/plain").getAsString();
    assertTrue(text.contains("int Math.max(int a, int b)"), text);
    assertTrue(inspect("int q = 1; Math.abs").get("found").getAsBoolean());
    assertTrue(inspect("String").get("found").getAsBoolean());
    JsonObject nothing = inspect("noSuchThing");
    assertFalse(nothing.get("found").getAsBoolean());
    assertEquals("{}", nothing.getAsJsonObject("data").toString());
    assertEquals("ok", nothing.get("status").getAsString());
  }

  @Test
  void whatCellsMayCallWithoutAnImportIsDocumented() {
    String text = inspect("display").getAsJsonObject("data").get("text/plain").getAsString();
    assertTrue(text.contains("Notebook.display(Object value)"), text);
    assertTrue(text.contains("\n\n"), "a sentence below the signatures: " + text);
    JsonObject source =
        kernel.request(
            "inspect_request",
            Json.object("code", "display", "cursor_pos", 7, "detail_level", 1),
            SOON);
    assertTrue(source.getAsJsonObject("data").toString().contains("public static String display"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + 1|complete",
        "int x = 1;|complete",
        "int x = 1|complete",
        "``|complete",
        "// only a comment|complete",
        "class A { }|complete",
        "if (true) {|incomplete",
        "class A {|incomplete",
        "int f(int a,|incomplete",
        "int x =|incomplete",
        "/* open|incomplete",
        "if (a > b)|incomplete",
        "for (int i = 0; i < 3; i++)|incomplete",
        "if (true) { } else|incomplete",
        "try { }|incomplete",
        "do { }|incomplete",
        "class A extends|incomplete",
        "list.|incomplete",
        "x -> |incomplete",
        "if (true) { }|complete",
        "foo(];|invalid",
        "%lsmagic|complete",
        "int x = ;|invalid",
        "foo)|invalid",
        "}|invalid",
      })
  void completenessIsTold(String code, String status) {
    JsonObject reply = kernel.request("is_complete_request", Json.object("code", code), SOON);
    assertEquals(status, reply.get("status").getAsString(), code);
    assertEquals(status.equals("incomplete"), reply.has("indent"));
  }

  @Test
  void theNextLineIsIndentedByTheOpenBrackets() {
    JsonObject two =
        kernel.request("is_complete_request", Json.object("code", "class A {\n  void f() {"), SOON);
    assertEquals("        ", two.get("indent").getAsString());
    JsonObject text =
        kernel.request("is_complete_request", Json.object("code", "var s = \"\"\"\n  x"), SOON);
    assertEquals("incomplete", text.get("status").getAsString());
  }

  @Test
  void historyIsKept() {
    kernel.execute("\"history one\"");
    kernel.execute("\"history two\"");
    JsonArray tail = history("hist_access_type", "tail", "n", 2, "output", true);
    assertEquals("\"history one\"", entry(tail, 0).get(0).getAsString());
    assertEquals("history two", entry(tail, 1).get(1).getAsString());
    JsonArray found =
        history("hist_access_type", "search", "pattern", "*history t?o*", "output", false);
    assertEquals(
        "\"history two\"", found.get(found.size() - 1).getAsJsonArray().get(2).getAsString());
    int line = tail.get(0).getAsJsonArray().get(1).getAsInt();
    JsonArray range =
        history("hist_access_type", "range", "session", 0, "start", line, "stop", line + 1);
    assertEquals(1, range.size());
  }

  @Test
  void theKernelSaysWhoItIs() {
    JsonObject info = kernel.request("kernel_info_request", new JsonObject(), SOON);
    assertEquals("ok", info.get("status").getAsString());
    assertEquals("5.5", info.get("protocol_version").getAsString());
    JsonObject language = info.getAsJsonObject("language_info");
    assertEquals("java", language.get("name").getAsString());
    assertEquals("text/x-java", language.get("mimetype").getAsString());
    assertEquals(".java", language.get("file_extension").getAsString());
    assertEquals(System.getProperty("java.version"), language.get("version").getAsString());
    assertEquals(
        "{}",
        kernel
            .request("comm_info_request", new JsonObject(), SOON)
            .getAsJsonObject("comms")
            .toString());
  }

  private JsonObject complete(String code) {
    int cursor = code.codePointCount(0, code.length());
    return kernel.request(
        "complete_request", Json.object("code", code, "cursor_pos", cursor), SOON);
  }

  private JsonObject inspect(String code) {
    return kernel.request(
        "inspect_request",
        Json.object("code", code, "cursor_pos", code.length(), "detail_level", 0),
        SOON);
  }

  private JsonArray history(Object... fields) {
    return kernel.request("history_request", Json.object(fields), SOON).getAsJsonArray("history");
  }

  private static JsonArray entry(JsonArray history, int index) {
    return history.get(index).getAsJsonArray().get(2).getAsJsonArray();
  }
}
