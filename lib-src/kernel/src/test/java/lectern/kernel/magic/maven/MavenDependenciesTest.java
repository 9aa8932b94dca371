package lectern.kernel.magic.maven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lectern.display.Progress;
import lectern.display.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository of the test's own on loopback, which the user's settings name as mirror. */
@Timeout(60)
class MavenDependenciesTest {
  @TempDir Path home;
  private final Map<String, byte[]> files = Collections.synchronizedMap(new TreeMap<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String wantedLogin;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    settings("<mirrors>" + mirror() + "</mirrors>");
  }

  @AfterEach
  void stop() {
    stalled.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String login = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] file = files.get(path.replaceFirst("^/moved", ""));
    if (wantedLogin != null && !wantedLogin.equals(login)) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
      exchange.sendResponseHeaders(401, -1);
    } else if (path.contains("broken")) {
      exchange.sendResponseHeaders(500, -1);
    } else if (path.contains("redirected") && !path.startsWith("/moved")) {
      exchange.getResponseHeaders().add("Location", "/moved" + path);
      exchange.sendResponseHeaders(302, -1);
    } else if (file == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.sendResponseHeaders(200, file.length);
      if (path.contains("stalling") && path.endsWith(".jar")) {
        exchange.getResponseBody().write(file, 0, 1);
        exchange.getResponseBody().flush();
        await();
      } else {
        exchange.getResponseBody().write(file);
      }
    }
    exchange.close();
  }

  private void await() {
    try {
      stalled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private String mirror() {
    return "<mirror><id>mine</id><mirrorOf>*</mirrorOf><url>" + address() + "</url></mirror>";
  }

  private void settings(String inner) throws IOException {
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(home.resolve(".m2/settings.xml"), "<settings>" + inner + "</settings>");
  }

  private MavenDependencies dependencies() {
    Properties system = new Properties();
    system.setProperty("user.home", home.toString());
    MavenSettings settings = MavenSettings.read(system, Map.of());
    return MavenDependencies.start(settings, Progress::silent);
  }

  /** Puts an artifact {@code g:name:version} there; its jar holds its own coordinates. */
  private void publish(String name, String version, String... needs) {
    StringBuilder pom =
        new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>")
            .append("<artifactId>" + name + "</artifactId><version>" + version + "</version>")
            .append("<dependencies>");
    for (String need : needs) {
      String[] parts = (need + ":compile").split(":");
      pom.append("<dependency><groupId>g</groupId><artifactId>" + parts[0] + "</artifactId>")
          .append("<version>" + parts[1] + "</version><scope>" + parts[2] + "</scope>")
          .append("</dependency>");
    }
    String base = "/g/" + name + "/" + version + "/" + name + "-" + version;
    put(base + ".pom", pom + "</dependencies></project>");
    put(base + ".jar", name + " " + version);
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> resolve(String... coordinates) {
    return describe(dependencies().resolve(Wanted.of(List.of(coordinates))));
  }

  private static List<String> describe(Resolution resolution) {
    return resolution.artifacts().stream()
        .map(artifact -> artifact.coordinate() + (artifact.direct() ? " direct" : ""))
        .toList();
  }

  private String error(String... coordinates) {
    return assertThrows(UserError.class, () -> resolve(coordinates)).getMessage();
  }

  @Test
  void whatIsNeededAtRunTimeComesAndNothingElse() throws IOException {
    publish("a", "1", "b:1", "run:1:runtime", "tests:1:test", "servlets:1:provided");
    publish("b", "1", "c:1");
    publish("c", "1");
    publish("run", "1");
    assertEquals(List.of("g:a:1 direct", "g:b:1", "g:c:1", "g:run:1"), resolve("g:a:1"));
    Path jar = dependencies().resolve(Wanted.of(List.of("g:c:1"))).artifacts().get(0).file();
    assertEquals("c 1", Files.readString(jar));
    assertEquals(home.resolve(".m2/repository/g/c/1/c-1.jar"), jar);
  }

  @Test
  void theNearestVersionWins() {
    publish("a", "1", "b:1");
    publish("b", "1", "c:2");
    publish("c", "1");
    publish("c", "2");
    assertEquals(List.of("g:a:1 direct", "g:b:1", "g:c:2"), resolve("g:a:1"));
    assertEquals(List.of("g:a:1 direct", "g:b:1", "g:c:1 direct"), resolve("g:a:1", "g:c:1"));
  }

  private String conflicts(String... coordinates) {
    return String.join(
        "\n",
        dependencies().resolve(Wanted.of(List.of(coordinates))).conflicts().stream()
            .map(conflict -> (conflict.older() ? "older: " : "newer: ") + conflict.sentence())
            .toList());
  }

  @Test
  void whoAskedForWhichVersionIsTold() throws IOException {
    publish("a", "1", "b:1", "c:1");
    publish("b", "1", "c:2");
    publish("c", "1");
    publish("c", "2");
    assertEquals(List.of("g:a:1 direct", "g:b:1", "g:c:1"), resolve("g:a:1"));
    assertEquals(
        "older: g:c is 1 (for g:a:1), not 2 (for g:a:1 > g:b:1): it stands nearer to what you"
            + " asked for.",
        conflicts("g:a:1"));
    assertEquals(
        "newer: g:c is 2, not 1 (for g:a:1): you asked for it.", conflicts("g:a:1", "g:c:2"));
    publish("d", "1", "c:2");
    assertEquals(
        "older: g:c is 1 (for g:a:1), not 2 (for g:a:1 > g:b:1), 2 (for g:d:1): it is as near as"
            + " the other and was named first.",
        conflicts("g:a:1", "g:d:1"));
    assertEquals("", conflicts("g:b:1"));
    assertEquals(
        "g:c:2 before the others",
        dependencies()
            .resolve(Wanted.of(List.of("g:a:1")))
            .conflicts()
            .get(0)
            .force()
            .replace("%maven ", ""));
    String managed =
        "<dependencyManagement><dependencies><dependency><groupId>g</groupId>"
            + "<artifactId>c</artifactId><version>1</version></dependency></dependencies>"
            + "</dependencyManagement><dependency><groupId>g</groupId><artifactId>b</artifactId>"
            + "<version>1</version></dependency>";
    VersionConflict conflict =
        dependencies().resolvePomText(managed, Set.of("compile")).conflicts().get(0);
    assertEquals(
        "g:c is 1 (for g:b:1), not 2 (for g:b:1): the POM's dependencyManagement sets it.",
        conflict.sentence());
  }

  @Test
  void whatIsLeftOutDoesNotCome() {
    publish("a", "1", "b:1", "run:1:runtime");
    publish("b", "1", "c:1");
    publish("c", "1");
    publish("run", "1");
    assertEquals(List.of("g:a:1 direct", "g:b:1", "g:run:1"), without("g:c"));
    assertEquals(List.of("g:a:1 direct", "g:run:1"), without("*:b"));
    assertEquals(List.of("g:a:1 direct"), without("g:*"));
    assertThrows(UserError.class, () -> without("b"));
  }

  private List<String> without(String exclusion) {
    Wanted wanted = new Wanted(List.of("g:a:1"), List.of(exclusion), false, false);
    return describe(dependencies().resolve(wanted));
  }

  private void publishSnapshot(int build, String text) {
    String stamp = "20260101.00000" + build;
    String version =
        "<version>1-SNAPSHOT</version><versioning><snapshot><timestamp>" + stamp + "</timestamp>";
    put(
        "/g/s/1-SNAPSHOT/maven-metadata.xml",
        "<metadata><groupId>g</groupId><artifactId>s</artifactId>"
            + version
            + "<buildNumber>"
            + build
            + "</buildNumber></snapshot><lastUpdated>2026010100000"
            + build
            + "</lastUpdated></versioning></metadata>");
    String base = "/g/s/1-SNAPSHOT/s-1-" + stamp + "-" + build;
    put(
        base + ".pom",
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>s</artifactId>"
            + "<version>1-SNAPSHOT</version></project>");
    put(base + ".jar", text);
  }

  @Test
  void snapshotsAreRenewedOnceADayOrWhenAskedFor() throws IOException {
    settings("<mirrors>" + mirror().replace(">*<", ">central<") + "</mirrors>");
    publishSnapshot(1, "one");
    assertEquals("one", snapshot(false));
    publishSnapshot(2, "two");
    assertEquals("one", snapshot(false));
    assertEquals("two", snapshot(true));
  }

  private String snapshot(boolean update) throws IOException {
    MavenDependencies dependencies = dependencies();
    dependencies.addRepository("snapshots", address());
    Wanted wanted = new Wanted(List.of("g:s:1-SNAPSHOT"), List.of(), false, update);
    return Files.readString(dependencies.resolve(wanted).artifacts().get(0).file());
  }

  @Test
  void offlineWhenAskedForNamesTheVersionsThatAreHere() {
    publish("a", "1");
    publish("a", "2");
    publish("a", "10");
    MavenDependencies dependencies = dependencies();
    dependencies.resolve(Wanted.of(List.of("g:a:1")));
    dependencies.resolve(Wanted.of(List.of("g:a:10")));
    asked.clear();
    assertEquals(List.of("g:a:1 direct"), describe(dependencies.resolve(offline("g:a:1"))));
    assertEquals(
        "Not in the local repository: g:a:2. --offline was asked for: nothing is fetched. Versions"
            + " here: 10, 1.",
        assertThrows(UserError.class, () -> dependencies.resolve(offline("g:a:2"))).getMessage());
    assertEquals(List.of(), asked);
    assertEquals(
        List.of("g:a:2 direct"), describe(dependencies.resolve(Wanted.of(List.of("g:a:2")))));
  }

  private static Wanted offline(String coordinate) {
    return new Wanted(List.of(coordinate), List.of(), true, false);
  }

  @Test
  void whatIsInTheLocalRepositoryIsNotFetchedAgain() {
    publish("a", "1");
    resolve("g:a:1");
    asked.clear();
    resolve("g:a:1");
    assertEquals(List.of(), asked);
  }

  @Test
  void rangesClassifiersAndPackagings() {
    publish("a", "1");
    publish("a", "2");
    put(
        "/g/a/maven-metadata.xml",
        "<metadata><groupId>g</groupId><artifactId>a</artifactId><versioning><versions>"
            + "<version>1</version><version>2</version></versions></versioning></metadata>");
    put("/g/a/1/a-1-linux.jar", "native");
    put("/g/a/1/a-1-tables.zip", "zip");
    assertEquals(List.of("g:a:2 direct"), resolve("g:a:[1,3)"));
    assertEquals(List.of("g:a:jar:linux:1 direct"), resolve("g:a:jar:linux:1"));
    assertEquals(List.of("g:a:zip:tables:1 direct"), resolve("g:a:zip:tables:1"));
    assertEquals(
        "Not found: g:a:3. Looked in mine (" + address() + "). Versions there, newest first: 2, 1.",
        error("g:a:3"));
  }

  @Test
  void aMissingDependencySaysWhoNeedsIt() {
    publish("a", "1", "b:1");
    publish("b", "1", "gone:1");
    String error = error("g:a:1");
    assertTrue(error.startsWith("Not found: g:gone:1, which g:b:1 needs. Looked in mine ("), error);
    publish("gone", "1");
    assertEquals(3, resolve("g:a:1").size());
  }

  @Test
  void aServerThatFailsIsNotTakenForAMissingArtifact() {
    String error = error("g:broken:1");
    assertTrue(error.startsWith("Cannot fetch g:broken:1: status 500 from " + address()), error);
    assertTrue(error.contains("Check the network, and the proxy"), error);
  }

  @Test
  void redirectsAreFollowed() {
    publish("redirected", "1");
    assertEquals(List.of("g:redirected:1 direct"), resolve("g:redirected:1"));
    assertTrue(asked.contains("/moved/g/redirected/1/redirected-1.jar"), asked.toString());
  }

  @Test
  void passwordsComeFromTheSettings() throws IOException {
    publish("a", "1");
    wantedLogin =
        "Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));
    String error = error("g:a:1");
    assertTrue(error.contains("name them in ~/.m2/settings.xml, under <servers>"), error);
    String servers =
        "<servers><server><id>mine</id><username>me</username><password>secret</password></server>"
            + "</servers><mirrors>"
            + mirror()
            + "</mirrors>";
    settings(servers.replace("secret", "wrong"));
    String wrong = error("g:a:1");
    assertTrue(wrong.contains("name them in ~/.m2/settings.xml, under <servers>"), wrong);
    settings(servers);
    assertEquals(List.of("g:a:1 direct"), resolve("g:a:1"));
  }

  @Test
  void offline() throws IOException {
    publish("a", "1");
    resolve("g:a:1");
    settings("<offline>true</offline><mirrors>" + mirror() + "</mirrors>");
    asked.clear();
    assertEquals(List.of("g:a:1 direct"), resolve("g:a:1"));
    assertEquals(
        "Not in the local repository: g:b:1. Maven's settings.xml says offline: nothing is"
            + " fetched.",
        error("g:b:1"));
    assertEquals(List.of(), asked);
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    settings("<mirrors>" + mirror().replace(address(), "http://127.0.0.1:" + free) + "</mirrors>");
    String error = error("g:a:1");
    String start = "Cannot fetch g:a:1: no connection to 127.0.0.1:" + free + ". ";
    assertTrue(error.startsWith(start), error);
    assertTrue(error.contains("Looked in mine (http://127.0.0.1:" + free + ")"), error);
  }

  @Test
  void aProxyOfTheSettingsIsUsed() throws IOException {
    publish("a", "1");
    String elsewhere = mirror().replace(address(), "http://repository.invalid/");
    settings(
        "<proxies><proxy><protocol>http</protocol><host>127.0.0.1</host><port>"
            + server.getAddress().getPort()
            + "</port></proxy></proxies><mirrors>"
            + elsewhere
            + "</mirrors>");
    assertEquals(List.of("g:a:1 direct"), resolve("g:a:1"));
  }

  @Test
  void plainHttpFromElsewhereIsBlocked() throws IOException {
    settings("<mirrors>" + mirror().replace(">*<", ">central<") + "</mirrors>");
    MavenDependencies dependencies = dependencies();
    dependencies.addRepository("far", "http://repository.invalid/");
    String error =
        assertThrows(UserError.class, () -> dependencies.resolve(Wanted.of(List.of("g:a:1"))))
            .getMessage();
    assertTrue(error.toLowerCase(java.util.Locale.ROOT).contains("block"), error);
  }

  @Test
  void repositoriesOfActiveProfilesAndOfThePom() throws IOException {
    publish("a", "1");
    String nowhere =
        "<mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf><url>file:"
            + home.resolve("none")
            + "</url></mirror></mirrors>";
    settings(nowhere);
    assertTrue(error("g:a:1").startsWith("Not found: g:a:1. Looked in none (file:"));
    String repository = "<repository><id>own</id><url>" + address() + "</url></repository>";
    String pom =
        repository
            + "<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version>"
            + "</dependency>";
    assertEquals(
        List.of("g:a:1 direct"), describe(dependencies().resolvePomText(pom, Set.of("compile"))));
    settings(
        nowhere
            + "<profiles><profile><id>p</id><repositories>"
            + repository
            + "</repositories></profile></profiles><activeProfiles><activeProfile>p</activeProfile>"
            + "</activeProfiles>");
    assertEquals(List.of("g:a:1 direct"), resolve("g:a:1"));
  }

  @Test
  void importsAndParentsOfAPomComeFromRepositories() {
    publish("a", "1");
    put(
        "/g/parent/1/parent-1.pom",
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
            + "<artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>"
            + "<dependencyManagement><dependencies><dependency><groupId>g</groupId>"
            + "<artifactId>a</artifactId><version>1</version></dependency></dependencies>"
            + "</dependencyManagement></project>");
    String a = "<dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>";
    String parent =
        "<parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent>";
    String imports =
        "<dependencyManagement><dependencies><dependency><groupId>g</groupId>"
            + "<artifactId>parent</artifactId><version>1</version><type>pom</type>"
            + "<scope>import</scope></dependency></dependencies></dependencyManagement>";
    for (String pom :
        List.of(
            parent + a,
            imports + a,
            "<?xml version='1.0'?>\n<project xmlns='http://maven.apache.org/POM/4.0.0'>"
                + "<modelVersion>4.0.0</modelVersion>"
                + parent
                + "<artifactId>x</artifactId><dependencies>"
                + a
                + "</dependencies></project>")) {
      assertEquals(
          List.of("g:a:1 direct"), describe(dependencies().resolvePomText(pom, Set.of("compile"))));
    }
    UserError gone =
        assertThrows(
            UserError.class,
            () -> dependencies().resolvePomText(parent.replace("parent<", "gone<") + a, Set.of()));
    assertTrue(gone.getMessage().contains("g:gone:1"), gone.getMessage());
  }

  @Test
  void anInterruptStopsADownloadAndLeavesNothingHalfWritten() throws Exception {
    publish("stalling", "1");
    Thread cell = Thread.currentThread();
    threads.submit(
        () -> {
          while (!asked.contains("/g/stalling/1/stalling-1.jar")) {
            Thread.sleep(10);
          }
          Thread.sleep(100);
          cell.interrupt();
          return null;
        });
    long begun = System.nanoTime();
    assertThrows(CancellationException.class, () -> resolve("g:stalling:1"));
    assertTrue(Thread.interrupted());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(10).toNanos());
    assertFalse(Files.exists(home.resolve(".m2/repository/g/stalling/1/stalling-1.jar")));
  }

  @Test
  void theLocalRepositoryIsWhereMavenSaysItIs() throws IOException {
    settings("<localRepository>" + home.resolve("from settings") + "</localRepository>");
    Properties system = new Properties();
    system.setProperty("user.home", home.toString());
    Map<String, String> environment = Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=/opts");
    assertEquals(
        home.resolve("from settings"), MavenSettings.read(system, Map.of()).localRepository());
    assertEquals(Path.of("/opts"), MavenSettings.read(system, environment).localRepository());
    system.setProperty("maven.repo.local", "/property");
    assertEquals(Path.of("/property"), MavenSettings.read(system, environment).localRepository());
    Files.writeString(home.resolve(".m2/settings.xml"), "<settings");
    UserError error = assertThrows(UserError.class, () -> MavenSettings.read(system, Map.of()));
    assertTrue(error.getMessage().startsWith("Maven's settings cannot be read: "));
  }

  @Test
  void bytesArriveUnchanged() throws IOException {
    publish("a", "1");
    byte[] bytes = new byte[3_000_000];
    new java.util.Random(1).nextBytes(bytes);
    files.put("/g/a/1/a-1.jar", bytes);
    Path jar = dependencies().resolve(Wanted.of(List.of("g:a:1"))).artifacts().get(0).file();
    assertArrayEquals(bytes, Files.readAllBytes(jar));
  }
}
