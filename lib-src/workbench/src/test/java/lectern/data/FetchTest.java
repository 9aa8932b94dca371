package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import lectern.display.Progress;
import lectern.display.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
  private static final byte[] DATA = "the data".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        "/good",
        exchange -> {
          exchange.sendResponseHeaders(200, DATA.length);
          exchange.getResponseBody().write(DATA);
          exchange.close();
        });
    server.createContext(
        "/gone",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.createContext(
        "/stalls",
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(DATA);
          exchange.getResponseBody().flush();
          waitForEnd();
        });
    server.createContext("/silent", exchange -> waitForEnd());
    server.start();
  }

  private void waitForEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private Catalogue.Source source(String path, String file, String sum) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    return new Catalogue.Source("address", address, file, DATA.length, sum);
  }

  private static Catalogue.Entry entry(Catalogue.Source... sources) {
    return new Catalogue.Entry(
        "small", "A small set", "any use", "", "nobody", "", "", List.of(sources));
  }

  private Fetch fetch() {
    Download download = new Download(Duration.ofMillis(600), Duration.ofMillis(600));
    return new Fetch(folder, download, new PythonPackage(List.of("no-such-python"), 5));
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).toList();
    }
  }

  @Test
  void theFirstSourceThatGivesTheRightFileCounts() throws IOException {
    String sum = Sha256.of(DATA);
    Catalogue.Entry entry =
        entry(
            source("gone", "a", sum),
            source("stalls", "b", sum),
            source("silent", "c", sum),
            source("good", "wrong", Sha256.of(new byte[1])),
            source("good", "right", sum));
    Fetch.Fetched fetched = fetch().get(entry, Progress.silent());
    assertEquals("right", fetched.source().file());
    assertFalse(fetched.wasThere());
    assertEquals(List.of(Path.of("small", "right")), files());
    server.stop(0);
    Fetch.Fetched again = fetch().get(entry, Progress.silent());
    assertTrue(again.wasThere());
    assertEquals(fetched.file(), again.file());
  }

  @Test
  void aDamagedFileIsFetchedAgain() throws IOException {
    Catalogue.Entry entry = entry(source("good", "right", Sha256.of(DATA)));
    Path file = fetch().get(entry, Progress.silent()).file();
    Files.writeString(file, "the dat");
    assertNull(fetch().cached(entry));
    assertFalse(fetch().get(entry, Progress.silent()).wasThere());
    assertEquals("the data", Files.readString(file));
  }

  @Test
  void offlineItNamesEveryWayAndHowToBringTheFile() throws IOException {
    server.stop(0);
    String sum = Sha256.of(DATA);
    var byPython = new Catalogue.Source("python-package", "some==1", "some.whl", 8, sum);
    Catalogue.Entry entry = entry(source("good", "right", sum), byPython);
    String message =
        assertThrows(UserError.class, () -> fetch().get(entry, Progress.silent())).getMessage();
    assertTrue(message.contains("/good: no connection"), message);
    assertTrue(message.contains("pip download --no-deps some==1: "), message);
    assertTrue(message.contains("no-such-python"), message);
    assertTrue(message.endsWith("put it into " + folder.resolve("small")), message);
    assertEquals(List.of(), files());
    Files.write(folder.resolve("small").resolve("some.whl"), DATA);
    assertEquals("some.whl", fetch().get(entry, Progress.silent()).source().file());
  }

  @Test
  void whatPipSaidCountsMoreThanAPythonThatIsNotThere() throws IOException {
    Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\necho no space\nexit 1\n");
    assumeTrue(python.toFile().setExecutable(true) && Files.exists(Path.of("/bin/sh")));
    var pip = new PythonPackage(List.of("no-such-1", python.toString(), "no-such-2"), 5);
    var source = new Catalogue.Source("python-package", "some==1", "some.whl", 8, "0");
    String why =
        assertThrows(IOException.class, () -> pip.get(source, folder, Progress.silent()))
            .getMessage();
    assertEquals(python + " -m pip download failed: no space", why);
  }

  @Test
  void eachFailureSaysWhy() {
    String sum = Sha256.of(DATA);
    for (String[] known :
        new String[][] {
          {"gone", "the server answered 404"},
          {"stalls", "nothing more came after 8 bytes within 0 s"},
          {"silent", "no answer within 0 s"}
        }) {
      Catalogue.Entry entry = entry(source(known[0], "x", sum));
      String message =
          assertThrows(UserError.class, () -> fetch().get(entry, Progress.silent())).getMessage();
      assertTrue(message.contains(known[1]), message);
    }
    Catalogue.Entry wrong = entry(source("good", "x", "0"));
    String message =
        assertThrows(UserError.class, () -> fetch().get(wrong, Progress.silent())).getMessage();
    assertTrue(message.contains("(8 bytes, SHA-256 " + sum + ") is not the one"), message);
  }

  @Test
  void anInterruptStopsItAndLeavesNothing() throws IOException {
    Catalogue.Entry entry = entry(source("silent", "x", "0"));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> fetch().get(entry, Progress.silent()));
    assertEquals(List.of(), files());
    assertFalse(Thread.interrupted());
  }

  @Test
  void theFolderIsTheSystemsCache() {
    Path home = Path.of("/home/ann");
    assertEquals(
        Path.of("/home/ann/.cache/lectern/datasets"), DataFolder.of(Map.of(), "Linux", home));
    assertEquals(
        Path.of("/x/lectern/datasets"),
        DataFolder.of(Map.of("XDG_CACHE_HOME", "/x"), "Linux", home));
    assertEquals(
        Path.of("/home/ann/.cache/lectern/datasets"),
        DataFolder.of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", home));
    assertEquals(
        Path.of("/home/ann/Library/Caches/lectern/datasets"),
        DataFolder.of(Map.of(), "Mac OS X", home));
    assertEquals(
        Path.of("/local/lectern/datasets"),
        DataFolder.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", home));
    assertEquals(Path.of("/d"), DataFolder.of(Map.of("LECTERN_DATA", "/d"), "Windows 11", home));
  }

  private List<String> run(int expected, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = DatasetsMain.run(args, fetch(), folder, new PrintStream(out), new PrintStream(err));
    assertEquals(expected, code, err.toString(StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    lines.addAll(err.toString(StandardCharsets.UTF_8).lines().toList());
    return lines;
  }

  @Test
  void theCommandLine() {
    assertEquals("movielens-100k  (not fetched)", run(0).get(0));
    assertEquals("movielens-100k  (not fetched)", run(0, "list").get(0));
    assertEquals(List.of(folder.toString()), run(0, "where"));
    assertTrue(run(1, "fetch", "movielens").get(0).endsWith("mean \"movielens-100k\"?"));
    assertEquals(List.of("usage: data [list | fetch NAME | where]"), run(2, "fetch"));
    assertEquals(2, Datasets.list().rowCount() + 1);
  }
}
