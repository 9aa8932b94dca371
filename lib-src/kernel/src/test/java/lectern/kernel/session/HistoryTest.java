package lectern.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lectern.kernel.message.HistoryReply.Entry;
import lectern.kernel.message.HistoryRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of cells, in memory and on disk. */
class HistoryTest {
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void aSessionSeesItsOwnCellsAndThoseBefore() {
    session("int a = 1;", "a");
    session("int b = 2;");
    History third = session("c");
    assertEquals(List.of("a", "int b = 2;", "c"), codes(third, tail(3)));
    assertEquals(List.of("c"), codes(third, range(0, 1, ALL)));
    assertEquals(List.of("int b = 2;"), codes(third, range(-1, 1, ALL)));
    assertEquals(List.of("a"), codes(third, range(1, 2, 3)), "the second cell of session 1");
    assertEquals(List.of(), codes(third, range(-7, 1, ALL)));
  }

  @Test
  void searchKnowsGlobsAndUnique() {
    History history = session("x = 1;", "y", "x = 2;", "x = 1;");
    assertEquals(List.of("x = 1;", "x = 2;", "x = 1;"), codes(history, search("x*", ALL, false)));
    assertEquals(List.of("x = 2;", "x = 1;"), codes(history, search("x*", ALL, true)));
    assertEquals(List.of("x = 1;"), codes(history, search("x*", 1, false)));
    assertEquals(List.of("y"), codes(history, search("?", ALL, false)));
    assertEquals(List.of("x = 2;"), codes(history, search("x = [2-9];", ALL, false)));
    assertEquals(List.of("y"), codes(history, search("[^x]*", ALL, false)));
    assertEquals(List.of(), codes(history, search("[", ALL, false)), "a bracket left open");
  }

  @Test
  void codeAndOutputComeBackAsTheyWere() {
    History first = new History(Optional.of(file()));
    first.add(1, "\"ä\n\\😀\"", "ä\n\\😀");
    first.add(2, "int none;", null);
    first.add(3, "long", "1".repeat(100_000));
    List<Entry> kept = session("z").find(tail(4));
    assertEquals(new Entry(1, 1, "\"ä\n\\😀\"", "ä\n\\😀"), kept.get(0));
    assertEquals(new Entry(1, 2, "int none;", null), kept.get(1));
    assertEquals(2_001, kept.get(2).output().length(), "the beginning of a long result");
  }

  @Test
  void aTornLineLosesNothingElse() throws IOException {
    session("before");
    Files.writeString(file(), "{\"session\":2,\"line\":1,\"co", StandardOpenOption.APPEND);
    History next = session("after");
    assertEquals(List.of("before", "after"), codes(next, tail(ALL)));
    Files.writeString(file(), "[]\n{}\n{\"session\":{}}\n", StandardOpenOption.APPEND);
    assertEquals(List.of("before", "after"), codes(next, tail(ALL)));
  }

  @Test
  void kernelsThatWriteAtOnceLoseNothing() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      History history = new History(Optional.of(file()));
      threads.add(
          new Thread(() -> Stream.iterate(1, n -> n + 1).limit(50).forEach(n -> add(history, n))));
    }
    threads.forEach(Thread::start);
    for (Thread each : threads) {
      each.join();
    }
    List<Entry> all = session().find(tail(ALL));
    assertEquals(200, all.size());
    assertEquals(4, all.stream().mapToInt(Entry::session).distinct().count());
  }

  @Test
  void pastItsLimitTheOlderHalfIsDropped() throws IOException {
    HistoryFile small = new HistoryFile(file(), 1_000);
    for (int line = 1; line <= 100; line++) {
      small.add(new Entry(1, line, "cell", null));
    }
    small.newSession();
    List<Entry> kept = small.entries();
    assertTrue(Files.size(file()) <= 500, "bytes: " + Files.size(file()));
    assertTrue(kept.size() > 5, kept.toString());
    assertEquals(100, kept.get(kept.size() - 1).line());
  }

  @Test
  void whereItCannotBeWrittenTheSessionsOwnCellsAreThere() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    History history = new History(Optional.of(noFolder.resolve("history.jsonl")));
    history.add(1, "a", null);
    history.add(2, "b", null);
    assertEquals(List.of("a", "b"), codes(history, tail(5)));
  }

  @Test
  void eachSystemHasItsPlace() {
    Path home = Path.of("home");
    assertEquals(
        Optional.of(home.resolve(".local/share/lectern/history.jsonl")),
        HistoryPlace.of(Map.of(), "Linux", home));
    assertEquals(
        Optional.of(Path.of("data/lectern/history.jsonl")),
        HistoryPlace.of(Map.of("XDG_DATA_HOME", "data"), "Linux", home));
    assertEquals(
        Optional.of(Path.of("roaming/Lectern/history.jsonl")),
        HistoryPlace.of(Map.of("APPDATA", "roaming"), "Windows 11", home));
    assertEquals(
        Optional.of(home.resolve("Library/Application Support/Lectern/history.jsonl")),
        HistoryPlace.of(Map.of(), "Mac OS X", home));
    assertEquals(
        Optional.of(Path.of("mine")),
        HistoryPlace.of(Map.of("LECTERN_HISTORY", "mine"), "Linux", home));
    assertFalse(HistoryPlace.of(Map.of("LECTERN_HISTORY", "off"), "Linux", home).isPresent());
  }

  private static void add(History history, int line) {
    history.add(line, "cell " + line, null);
  }

  private History session(String... codes) {
    History history = new History(Optional.of(file()));
    for (int i = 0; i < codes.length; i++) {
      history.add(i + 1, codes[i], null);
    }
    return history;
  }

  private Path file() {
    return folder.resolve("deep").resolve("history.jsonl");
  }

  private static List<String> codes(History history, HistoryRequest request) {
    return history.find(request).stream().map(Entry::code).toList();
  }

  private static HistoryRequest tail(int n) {
    return new HistoryRequest(false, "tail", 0, 1, ALL, n, "*", false);
  }

  private static HistoryRequest range(int session, int start, int stop) {
    return new HistoryRequest(false, "range", session, start, stop, ALL, "*", false);
  }

  private static HistoryRequest search(String pattern, int n, boolean unique) {
    return new HistoryRequest(false, "search", 0, 1, ALL, n, pattern, unique);
  }
}
