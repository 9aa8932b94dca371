package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** What happens when cells run, over real sockets. */
class ExecuteTest extends KernelCase {
  @Test
  void lastExpressionIsTheValue() {
    assertEquals("42", kernel.execute("int a = 6;\na * 7").result());
    assertEquals("5", kernel.execute("int b;\nb = 5").result(), "an assignment is an expression");
    assertEquals("9", kernel.execute("Math.max(9, 2) // the larger").result());
  }

  @Test
  void noValueBehindSemicolonOrForNull() {
    assertNull(kernel.execute("6 * 7;").result());
    assertNull(kernel.execute("6 * 7; // done").result());
    assertNull(kernel.execute("String none = null;\nnone").result());
    assertNull(kernel.execute("int c = 3").result(), "a declaration has no value");
    assertTrue(kernel.execute("").isOk());
    assertTrue(kernel.execute("// only a comment").isOk());
  }

  @Test
  void messagesComeInTheProtocolsOrder() {
    Execution cell = kernel.execute("System.out.println(\"hi\"); 1 + 1");
    assertEquals(
        List.of("status", "execute_input", "stream", "execute_result", "status"),
        cell.broadcasts().stream().map(Message::type).toList());
    assertEquals("busy", cell.broadcasts().get(0).content().get("execution_state").getAsString());
    assertEquals(
        cell.count(), cell.broadcasts().get(1).content().get("execution_count").getAsInt());
  }

  @Test
  void idleIsLastAfterAnError() {
    Execution cell = kernel.execute("System.out.print(1);\nint zero = 0;\nint bad = 1 / zero;");
    assertEquals("error", cell.status());
    List<String> types = cell.broadcasts().stream().map(Message::type).toList();
    assertEquals(List.of("status", "execute_input", "stream", "error", "status"), types);
    assertEquals("java.lang.ArithmeticException: / by zero", cell.error());
    assertTrue(
        cell.traceback().contains("cell " + cell.count() + ", line 3: int bad = 1 / zero;"),
        cell.traceback());
  }

  @Test
  void everyHeaderHasSecondsAndZone() {
    for (Message each : kernel.execute("1").broadcasts()) {
      String date = each.header().date();
      assertTrue(date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"), date);
    }
  }

  @Test
  void counterCountsStoredCellsOnly() {
    int before = kernel.execute("1").count();
    kernel.execute("2", NOTEBOOK.asSilent());
    kernel.execute("3", NOTEBOOK.withoutHistory());
    assertEquals(before + 1, kernel.execute("4").count());
  }

  @Test
  void silentCellRunsAndBroadcastsNothing() {
    Execution cell =
        kernel.execute("int quiet = 8; System.out.println(quiet); quiet", NOTEBOOK.asSilent());
    assertTrue(cell.isOk());
    assertEquals(
        List.of("status", "status"), cell.broadcasts().stream().map(Message::type).toList());
    assertEquals("8", kernel.execute("quiet").result());
    Execution bad = kernel.execute("throw new Exception(\"x\");", NOTEBOOK.asSilent());
    assertEquals("error", bad.status());
    assertEquals(
        List.of("status", "status"), bad.broadcasts().stream().map(Message::type).toList());
  }

  @Test
  void anErrorAbortsTheCellsThatWait() {
    List<Conversation> sent = new ArrayList<>();
    sent.add(kernel.begin("int never = 1; throw new IllegalStateException();", NOTEBOOK));
    sent.add(kernel.begin("never = 2;", NOTEBOOK));
    sent.add(kernel.begin("never = 3;", NOTEBOOK));
    List<String> statuses = sent.stream().map(each -> kernel.await(each, SOON).status()).toList();
    assertEquals(List.of("error", "aborted", "aborted"), statuses);
    assertEquals("1", kernel.execute("never").result());
  }

  @Test
  void withoutStopOnErrorTheNextCellsRun() {
    Conversation bad = kernel.begin("throw new RuntimeException();", NOTEBOOK.goOnAfterError());
    Conversation good = kernel.begin("\"still here\"", NOTEBOOK);
    assertEquals("error", kernel.await(bad, SOON).status());
    assertEquals("still here", kernel.await(good, SOON).result());
  }

  @Test
  void userExpressionsHaveAStatusEach() {
    Execution cell =
        kernel.execute(
            "int u = 4;", NOTEBOOK.withExpressions(Map.of("good", "u + 1", "bad", "1 / (u - 4)")));
    JsonObject values = cell.reply().getAsJsonObject("user_expressions");
    JsonObject good = values.getAsJsonObject("good");
    assertEquals("ok", good.get("status").getAsString());
    assertEquals("5", good.getAsJsonObject("data").get("text/plain").getAsString());
    JsonObject bad = values.getAsJsonObject("bad");
    assertEquals("error", bad.get("status").getAsString());
    assertEquals("/ by zero", bad.get("evalue").getAsString());
    assertTrue(cell.isOk());
  }

  @Test
  void codeThatIsNotJavaRunsNothing() {
    kernel.execute("int touched = 0;");
    assertFalse(kernel.execute("touched = 1;\nint x = (;\ntouched = 2;").isOk());
    assertFalse(kernel.execute("touched = 1;\nif (true) {").isOk());
    assertEquals("0", kernel.execute("touched").result());
  }
}
