package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import lectern.kernel.session.Front.Heard;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Header;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** A cell that uses a class without having imported it. */
class AddedImportsTest {
  private final Front front = new Front();

  @Test
  void theImportIsWrittenIntoTheCell() {
    List<Heard> heard = run("LocalDate.of(2024, 2, 29).plusYears(1)", true);
    assertEquals("2025-02-28", result(heard));
    assertEquals("note: import java.time.LocalDate; was added\n", stderr(heard));
    JsonObject payload = payload(heard).get(0).getAsJsonObject();
    assertEquals("set_next_input", payload.get("source").getAsString());
    assertTrue(payload.get("replace").getAsBoolean());
    assertEquals(
        "import java.time.LocalDate;\nLocalDate.of(2024, 2, 29).plusYears(1)",
        payload.get("text").getAsString());
    assertTrue(payload(run("LocalDate.EPOCH.getYear()", true)).isEmpty(), "imported by now");
  }

  @Test
  void belowMagics() {
    List<Heard> heard = run("%%time\nDuration.ofHours(2).toMinutes()", true);
    assertEquals(
        "%%time\nimport java.time.Duration;\nDuration.ofHours(2).toMinutes()",
        payload(heard).get(0).getAsJsonObject().get("text").getAsString());
  }

  @Test
  void aFrontEndWithoutCellsKeepsItsText() {
    List<Heard> heard = run("DayOfWeek.MONDAY.plus(1)", false);
    assertEquals("TUESDAY", result(heard));
    assertTrue(payload(heard).isEmpty());
  }

  private List<Heard> run(String code, boolean keepsCells) {
    Message bare =
        Message.of(Header.of("execute_request", "front", "client"), Json.object("code", code));
    JsonObject metadata = keepsCells ? Json.object("cellId", "c1") : new JsonObject();
    Message request = bare.with(metadata, List.of());
    front.session.received(Channel.SHELL, request);
    return front.await(request);
  }

  private static JsonArray payload(List<Heard> heard) {
    JsonObject reply = content(heard, "execute_reply");
    assertEquals("ok", reply.get("status").getAsString(), reply::toString);
    return reply.getAsJsonArray("payload");
  }

  private static String result(List<Heard> heard) {
    return content(heard, "execute_result").getAsJsonObject("data").get("text/plain").getAsString();
  }

  private static String stderr(List<Heard> heard) {
    return content(heard, "stream").get("text").getAsString();
  }

  private static JsonObject content(List<Heard> heard, String type) {
    return heard.stream()
        .filter(each -> each.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError(heard.toString()))
        .content();
  }
}
