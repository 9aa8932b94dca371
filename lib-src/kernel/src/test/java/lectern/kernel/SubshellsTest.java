package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Channel;
import lectern.kernel.wire.Json;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells beside the notebook's own, in shells that front ends have made. */
class SubshellsTest extends KernelCase {
  private static final String ENDLESS = "System.out.println(\"begun\"); while (true) { }";

  @AfterEach
  void stopAndDeleteAll() {
    kernel.interrupt(SOON);
    strings(control("list_subshell_request").getAsJsonArray("subshell_id")).forEach(this::delete);
  }

  @Test
  void aSubshellRunsWhileTheNotebookIsBusyAndSeesItsVariables() {
    String shell = create();
    kernel.execute("var gate = new java.util.concurrent.CountDownLatch(1); int seen = 41;");
    Conversation busy = kernel.begin("System.out.println(\"begun\"); gate.await(); seen", NOTEBOOK);
    awaitBegun(busy);
    assertTrue(completes("seen", shell).contains("seen"), "questions are answered meanwhile");
    assertEquals("41", kernel.execute("seen", NOTEBOOK.in(shell)).result());
    assertFalse(busy.isOver());
    kernel.execute("seen++; gate.countDown();", NOTEBOOK.in(shell));
    assertEquals("42", kernel.await(busy, SOON).result());
  }

  @Test
  void eachCountsItsOwnCellsAndRemembersThem() {
    int before = kernel.execute("\"the notebook's\"").count();
    String shell = create();
    Execution first = kernel.execute("1", NOTEBOOK.in(shell));
    assertEquals(1, first.count());
    assertEquals(2, kernel.execute("\"the subshell's\"", NOTEBOOK.in(shell)).count());
    assertEquals("the notebook's", kernel.execute("Out.get(" + before + ")").result());
    JsonObject all = Json.object("hist_access_type", "range", "session", 0, "start", 1, "stop", 9);
    JsonArray own =
        kernel
            .send(Channel.SHELL, "history_request", all, shell)
            .await(SOON)
            .content()
            .getAsJsonArray("history");
    assertEquals(2, own.size());
    assertEquals("1", own.get(0).getAsJsonArray().get(2).getAsString());
  }

  @Test
  void whatItSaysBelongsToItsCellAndItsErrorsNameIt() {
    String shell = create();
    Execution cell =
        kernel.execute(
            "var t = new Thread(() -> System.out.print(\"in a thread\"));\nt.start();\nt.join();\n"
                + "throw new IllegalStateException(\"wrong\");",
            NOTEBOOK.in(shell));
    assertEquals("in a thread", cell.stdout());
    assertTrue(
        cell.traceback().matches("(?s).*subshell \\d+, cell 1, line 4: throw.*"), cell.traceback());
    for (Message each : cell.broadcasts()) {
      assertEquals(shell, each.parentHeader().get("subshell_id").getAsString());
    }
  }

  @Test
  void eachAsksTheUserForItself() {
    String shell = create();
    String code = "new java.util.Scanner(System.in).nextLine()";
    Conversation here = kernel.begin(code, NOTEBOOK.withStdin(prompt -> "to the notebook"));
    Conversation there =
        kernel.begin(code, NOTEBOOK.withStdin(prompt -> "to the subshell").in(shell));
    assertEquals("to the subshell", kernel.await(there, SOON).result());
    assertEquals("to the notebook", kernel.await(here, SOON).result());
  }

  @Test
  void anInterruptStopsAllThatRunOrTheOneThatItNames() {
    String one = create();
    String other = create();
    Conversation here = begin(ENDLESS, "");
    Conversation first = begin(ENDLESS, one);
    Conversation second = begin("Thread.sleep(100_000);", other, "System.out.println(1);");
    kernel.send(Channel.CONTROL, "interrupt_request", new JsonObject(), other).await(SOON);
    assertEquals("Interrupted", name(second));
    assertFalse(here.isOver() || first.isOver());
    kernel.interrupt(SOON);
    assertEquals("Interrupted", name(here));
    assertEquals("Interrupted", name(first));
    assertEquals("2", kernel.execute("1 + 1", NOTEBOOK.in(one)).result());
    assertEquals("2", kernel.execute("1 + 1").result());
  }

  @Test
  void aStopInOneLeavesTheThreadsOfTheOthersAlone() {
    String shell = create();
    Conversation here = begin("Thread.sleep(100_000);", "", "System.out.println(1);");
    Conversation there =
        begin(
            "var sleeper = new Thread(() -> { try { Thread.sleep(100_000); }"
                + " catch (InterruptedException e) { System.out.println(\"woken\"); } });"
                + " sleeper.start(); sleeper.join();",
            shell,
            "System.out.println(1);");
    kernel.execute("int waiting = 0;", NOTEBOOK.in(create())); // a third one changes nothing
    kernel.send(Channel.CONTROL, "interrupt_request", new JsonObject(), shell).await(SOON);
    kernel.await(there, SOON);
    assertFalse(here.isOver());
    kernel.interrupt(SOON);
    assertEquals("Interrupted", name(here));
  }

  @Test
  void deletingOneStopsItsCellAndAbortsThoseThatWait() {
    String shell = create();
    Conversation running = begin(ENDLESS, shell);
    Conversation waiting = kernel.begin("1 + 1", NOTEBOOK.in(shell));
    assertEquals("ok", delete(shell).get("status").getAsString());
    assertEquals("Interrupted", name(running));
    assertEquals("aborted", waiting.await(SOON).content().get("status").getAsString());
    Execution late = kernel.execute("1 + 1", NOTEBOOK.in(shell));
    assertTrue(late.error().contains("no subshell " + shell), late.error());
    assertEquals("error", delete(shell).get("status").getAsString());
    assertEquals("3", kernel.execute("1 + 2").result());
  }

  @Test
  void theyAreListedAndNotWithoutEnd() {
    List<String> made = new ArrayList<>();
    while (made.size() < 64) {
      made.add(create());
    }
    assertEquals(made, strings(control("list_subshell_request").getAsJsonArray("subshell_id")));
    JsonObject refused = control("create_subshell_request");
    assertTrue(refused.get("evalue").getAsString().contains("64 subshells"), refused.toString());
  }

  @Test
  void definitionsFromSeveralAtOnceAreAllThere() {
    List<String> shells = List.of("", create(), create());
    Map<String, List<Conversation>> sent = new java.util.LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      for (int s = 0; s < shells.size(); s++) {
        String code =
            "int times%d(int n) { return n * %d; }\nint made%d_%d = times%d(%d);\nmade%d_%d"
                .formatted(s, i, s, i, s, s + 1, s, i);
        sent.computeIfAbsent(shells.get(s), any -> new ArrayList<>())
            .add(kernel.begin(code, NOTEBOOK.in(shells.get(s))));
      }
    }
    for (int s = 0; s < shells.size(); s++) {
      for (int i = 0; i < 30; i++) {
        Execution cell = kernel.await(sent.get(shells.get(s)).get(i), SOON);
        assertEquals(String.valueOf((s + 1) * i), cell.result(), cell.traceback());
      }
    }
    assertEquals("87", kernel.execute("times2(1) + made1_29").result());
  }

  private Conversation begin(String code, String shell) {
    Conversation cell = kernel.begin(code, NOTEBOOK.in(shell));
    awaitBegun(cell);
    return cell;
  }

  private Conversation begin(String code, String shell, String before) {
    return begin(before + "\n" + code, shell);
  }

  private String name(Conversation cell) {
    return kernel.await(cell, SOON).reply().get("ename").getAsString();
  }

  private List<String> completes(String code, String shell) {
    JsonObject content = Json.object("code", code, "cursor_pos", code.length());
    Conversation asked = kernel.send(Channel.SHELL, "complete_request", content, shell);
    return strings(asked.await(SOON).content().getAsJsonArray("matches"));
  }

  private String create() {
    return control("create_subshell_request").get("subshell_id").getAsString();
  }

  private JsonObject delete(String shell) {
    JsonObject content = Json.object("subshell_id", shell);
    return kernel.send(Channel.CONTROL, "delete_subshell_request", content).await(SOON).content();
  }

  private JsonObject control(String type) {
    return kernel.send(Channel.CONTROL, type, new JsonObject()).await(SOON).content();
  }
}
