package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.kernel.client.Conversation;
import lectern.kernel.client.Execution;
import lectern.kernel.wire.Message;
import org.junit.jupiter.api.Test;

/** What cells and their threads print, and what they ask. */
class StreamsTest extends KernelCase {
  @Test
  void manyLinesAreFewMessagesAndNoByteIsLost() {
    Execution cell = kernel.execute("for (int i = 0; i < 5000; i++) System.out.println(i);");
    String all = IntStream.range(0, 5000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    assertEquals(all, cell.stdout().replace("\r", ""));
    long messages = types(cell).stream().filter("stream"::equals).count();
    assertTrue(messages <= 20, messages + " messages");
  }

  @Test
  void muchOutputArrivesWhole() {
    Execution cell =
        kernel.execute("for (int i = 0; i < 20; i++) System.out.print(\"Ж\".repeat(1_000_000));");
    assertEquals(20_000_000, cell.stdout().length());
    assertEquals(20_000_000, cell.stdout().chars().filter(c -> c == 'Ж').count());
  }

  @Test
  void bothStreamsAndDisplaysKeepTheirOrder() {
    Execution cell =
        kernel.execute(
            "System.out.print(\"a\"); System.err.print(\"b\"); display(\"c\");"
                + " System.out.print(\"d\"); \"e\"");
    assertEquals(
        List.of("stream", "stream", "display_data", "stream", "execute_result"),
        types(cell).subList(2, 7));
    assertEquals("ad", cell.stdout());
    assertEquals("b", cell.stderr());
  }

  @Test
  void textAppearsWhileTheCellRuns() {
    Conversation cell = kernel.begin("System.out.println(\"now\"); Thread.sleep(1500);", NOTEBOOK);
    eventually(
        "the first line",
        () -> cell.broadcasts().stream().anyMatch(m -> m.type().equals("stream")));
    assertFalse(cell.isOver(), "the line came before the cell's end");
    cell.await(SOON);
  }

  @Test
  void aCharacterIsNeverCutInTwo() {
    Execution cell =
        kernel.execute(
            "byte[] b = \"😀\".getBytes(\"UTF-8\"); System.out.write(b, 0, 2); System.out.flush();"
                + " Thread.sleep(150); System.out.write(b, 2, 2);");
    assertEquals("😀", cell.stdout());
  }

  @Test
  void aThreadsOutputGoesToTheCellThatStartedIt() {
    Conversation first =
        kernel.begin(
            "var go = new CountDownLatch(1);"
                + " new Thread(() -> { try { go.await(); } catch (InterruptedException e) {}"
                + " System.out.println(\"from the thread\"); }).start();",
            NOTEBOOK);
    first.await(SOON);
    Execution second = kernel.execute("go.countDown(); Thread.sleep(200);");
    assertEquals("", second.stdout());
    eventually("the thread's line", () -> text(first).contains("from the thread"));
  }

  @Test
  void parallelStreamsPrintIntoTheCellThatRuns() {
    String code = "IntStream.range(0, 64).parallel().forEach(i -> System.out.println(\"x\"));";
    for (int i = 0; i < 3; i++) {
      assertEquals("x\n".repeat(64), kernel.execute(code).stdout().replace("\r", ""));
    }
  }

  @Test
  void anExecutorsThreadsBelongToTheCellThatRanWhenTheyStarted() {
    Conversation first =
        kernel.begin(
            "var wait = new CountDownLatch(1); var pool = Executors.newFixedThreadPool(1);"
                + " pool.submit(() -> { wait.await(); System.out.println(\"pool\"); return 0; });",
            NOTEBOOK);
    first.await(SOON);
    Execution second = kernel.execute("wait.countDown(); Thread.sleep(200); pool.shutdown();");
    assertEquals("", second.stdout());
    eventually("the pool's line", () -> text(first).contains("pool"));
  }

  @Test
  void aFuturesTaskPrintsIntoTheCellThatRuns() {
    String code = "CompletableFuture.runAsync(() -> System.out.println(\"async\")).join();";
    assertEquals("async\n", kernel.execute(code).stdout());
    assertEquals("async\n", kernel.execute(code).stdout());
  }

  @Test
  void inputIsReadInEveryWay() {
    Iterator<String> answers = List.of("one", "xy").iterator();
    Execution cell =
        kernel.execute(
            "var line = new BufferedReader(new InputStreamReader(System.in)).readLine();"
                + " line + (char) System.in.read() + (char) System.in.read()",
            NOTEBOOK.withStdin(prompt -> answers.next()));
    assertEquals("onexy", cell.result(), cell.traceback());
  }

  @Test
  void inputIsAskedForLineByLine() {
    Iterator<String> answers = List.of("Ada", "36").iterator();
    Execution cell =
        kernel.execute(
            "var in = new Scanner(System.in); var name = in.nextLine(); int age = in.nextInt();"
                + " name + \" \" + age",
            NOTEBOOK.withStdin(prompt -> answers.next()));
    assertEquals("Ada 36", cell.result());
  }

  @Test
  void inputThatNobodyCanGiveIsAClearError() {
    Execution cell = kernel.execute("new Scanner(System.in).nextLine()");
    assertTrue(cell.error().contains("allow_stdin is false"), cell.error());
    assertFalse(cell.traceback().contains("    at "), cell.traceback());
  }

  @Test
  void aThreadThatStillWaitsForInputDoesNotHoldUpTheNextCell() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    kernel
        .begin(
            "var reader = new Thread(() -> new Scanner(System.in).nextLine()); reader.start();",
            NOTEBOOK.withStdin(
                prompt -> {
                  asked.countDown();
                  try {
                    leave.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "late";
                }))
        .await(SOON);
    try {
      assertTrue(asked.await(30, TimeUnit.SECONDS), "the thread asks");
      assertEquals("2", kernel.execute("1 + 1", NOTEBOOK.within(SOON)).result());
      assertEquals("0", kernel.execute("System.in.available()", NOTEBOOK.within(SOON)).result());
    } finally {
      leave.countDown();
    }
    assertTrue(kernel.execute("reader.join(20_000);").isOk(), "the late answer ends the thread");
    assertEquals("false", kernel.execute("reader.isAlive()").result());
  }

  private static String text(Conversation cell) {
    return cell.broadcasts().stream()
        .filter(message -> message.type().equals("stream"))
        .map(StreamsTest::text)
        .collect(Collectors.joining());
  }

  private static String text(Message stream) {
    return stream.content().get("text").getAsString();
  }
}
