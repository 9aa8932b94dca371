package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import lectern.display.UserError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real artifacts, into a local repository of the test's own. */
class MavenMagicsTest {
  private static final String LOCAL = "maven.repo.local";

  @TempDir static Path repository;
  private static String before;
  private static Screen screen;

  @TempDir Path folder;
  private FakeHost host;
  private Magics magics;

  @BeforeAll
  static void useOwnRepository() {
    before = System.getProperty(LOCAL);
    System.setProperty(LOCAL, repository.toString());
    screen = Screen.current();
    Screen.use(new QuietScreen());
  }

  @AfterAll
  static void putBack() {
    Screen.use(screen);
    if (before == null) {
      System.clearProperty(LOCAL);
    } else {
      System.setProperty(LOCAL, before);
    }
  }

  @BeforeEach
  void begin() {
    host = new FakeHost(folder);
    magics = new Magics(host);
  }

  private String print(String cell) throws Exception {
    return host.print(magics, cell);
  }

  private String error(String cell) {
    return assertThrows(UserError.class, () -> print(cell)).getMessage();
  }

  @Test
  void oneArtifactWithoutDependencies() throws Exception {
    assertEquals(
        "Added commons-codec:commons-codec:1.16.1",
        print("%maven commons-codec:commons-codec:1.16.1"));
    assertEquals(List.of("commons-codec-1.16.1.jar"), host.names());
    assertTrue(host.classPath.get(0).startsWith(repository));
    assertTrue(Files.size(host.classPath.get(0)) > 300_000);
  }

  @Test
  void whatItNeedsAtRunTimeComesToo() throws Exception {
    assertEquals(
        "Added org.apache.commons:commons-text:1.11.0 (2 jars in all)",
        print("%addMavenDependencies org.apache.commons:commons-text:1.11.0"));
    assertEquals(List.of("commons-text-1.11.0.jar", "commons-lang3-3.13.0.jar"), host.names());
  }

  @Test
  void anArtifactIsAddedOnce() throws Exception {
    print("%maven commons-codec:commons-codec:1.16.1");
    assertEquals(
        "Already on the class path: commons-codec:commons-codec:1.16.1",
        print("%maven commons-codec:commons-codec:1.16.1"));
    assertEquals(
        "Not added: commons-codec:commons-codec:1.15. The version stays 1.16.1; to change, restart"
            + " the kernel and ask for 1.15 first.",
        print("%maven commons-codec:commons-codec:1.15"));
    assertEquals(List.of("commons-codec-1.16.1.jar"), host.names());
  }

  @Test
  void whatTheKernelHasIsNotAdded() throws Exception {
    print("%maven commons-codec:commons-codec:1.16.1");
    Path copy = folder.resolve("commons-codec-1.16.1.jar");
    Files.copy(host.classPath.get(0), copy);
    host.classPath.clear();
    host.classPath.add(copy);
    magics = new Magics(host);
    assertEquals(
        "Already on the class path: commons-codec:commons-codec:1.16.1",
        print("%maven commons-codec:commons-codec:1.16.1"));
    assertEquals(
        "Not added: commons-codec:commons-codec:1.15. The version stays 1.16.1, which the kernel's"
            + " own class path has.",
        print("%maven commons-codec:commons-codec:1.15"));
    assertEquals(List.of(copy), host.classPath);
  }

  @Test
  void whatIsKeptForWhatWasAskedForIsToldInOneLine() throws Exception {
    print("%maven org.apache.commons:commons-lang3:3.12.0");
    assertEquals(
        "Added org.apache.commons:commons-text:1.11.0\n"
            + "Kept as they are: org.apache.commons:commons-lang3 3.12.0 (not 3.13.0)",
        print("%maven org.apache.commons:commons-text:1.11.0"));
  }

  @Test
  void aMissingVersionIsNamedWithThoseThatAreThere() {
    String error = error("%maven commons-codec:commons-codec:99.9");
    assertTrue(
        error.startsWith("Not found: commons-codec:commons-codec:99.9. Looked in central ("),
        error);
    assertTrue(error.contains("Versions there, newest first: "), error);
    assertTrue(error.matches("(?s).*newest first: [0-9.]+, [0-9.]+.*"), error);
    assertEquals(1, error.lines().count());
  }

  @Test
  void aMissingArtifactIsNamed() {
    String error = error("%maven commons-codec:commons-kodek:1.16.1");
    assertTrue(error.startsWith("Not found: commons-codec:commons-kodek:1.16.1. "), error);
    assertTrue(error.contains("No version of commons-codec:commons-kodek is listed there"), error);
    assertTrue(error.contains("%mavenRepo NAME URL"), error);
  }

  @Test
  void aCoordinateWithoutVersionIsToldTheNewest() {
    String error = error("%maven commons-codec:commons-codec");
    assertTrue(error.startsWith("The version is missing: commons-codec:commons-codec. "), error);
    assertTrue(error.matches("(?s).*the newest are [0-9.]+, .*"), error);
  }

  @Test
  void wrongCoordinates() {
    assertTrue(error("%maven nonsense").startsWith("Not an artifact: nonsense. "));
    assertTrue(error("%maven a:b:c:d:e:f").startsWith("Not an artifact: a:b:c:d:e:f. "));
    assertTrue(error("%maven").contains("group:artifact:version"));
    assertTrue(error("%maven --repo").startsWith("--repo needs"));
  }

  @Test
  void partsOfAPom() throws Exception {
    String dependency =
        "<dependency><groupId>commons-codec</groupId><artifactId>commons-codec</artifactId>"
            + "<version>${codec}</version></dependency>";
    String cell = "%%loadFromPOM\n<properties><codec>1.16.1</codec></properties>\n" + dependency;
    assertEquals("Added commons-codec:commons-codec:1.16.1", print(cell));
  }

  @Test
  void scopesAndExclusions() throws Exception {
    String cell =
        """
        %%loadFromPOM SCOPES
        <dependencies>
          <dependency>
            <groupId>org.apache.commons</groupId>
            <artifactId>commons-text</artifactId>
            <version>1.11.0</version>
            <exclusions>
              <exclusion>
                <groupId>org.apache.commons</groupId>
                <artifactId>commons-lang3</artifactId>
              </exclusion>
            </exclusions>
          </dependency>
          <dependency>
            <groupId>commons-codec</groupId>
            <artifactId>commons-codec</artifactId>
            <version>1.16.1</version>
            <scope>test</scope>
          </dependency>
        </dependencies>
        """;
    assertEquals("Added org.apache.commons:commons-text:1.11.0", print(cell.replace("SCOPES", "")));
    assertEquals("Added commons-codec:commons-codec:1.16.1", print(cell.replace("SCOPES", "test")));
    assertTrue(error(cell.replace("SCOPES", "tests")).startsWith("Not a scope of Maven: tests."));
  }

  @Test
  void aPomFileWithItsParentBesideIt() throws Exception {
    Path module = Files.createDirectories(folder.resolve("项目 a/module"));
    Files.writeString(
        module.resolveSibling("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>g</groupId><artifactId>parent</artifactId><version>1</version>
          <packaging>pom</packaging>
          <dependencyManagement><dependencies><dependency>
            <groupId>commons-codec</groupId><artifactId>commons-codec</artifactId>
            <version>1.16.1</version>
          </dependency></dependencies></dependencyManagement>
        </project>
        """);
    Files.writeString(
        module.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent>
          <artifactId>module</artifactId>
          <dependencies><dependency>
            <groupId>commons-codec</groupId><artifactId>commons-codec</artifactId>
          </dependency></dependencies>
        </project>
        """);
    assertEquals("Added commons-codec:commons-codec:1.16.1", print("%loadFromPOM \"项目 a/module\""));
    assertTrue(error("%loadFromPOM nowhere.xml").startsWith("No such file: "));
  }

  @Test
  void wrongPoms() {
    assertEquals(
        "Not XML: line 2 of the POM:",
        error("%%loadFromPOM\n<dependencies>\n</dependency>").substring(0, 27));
    assertTrue(
        error("%%loadFromPOM\ncommons-codec:commons-codec:1.16.1").startsWith("Not part of"));
    String noVersion =
        error(
            "%%loadFromPOM\n"
                + "<dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>");
    assertTrue(
        noVersion.contains("'dependencies.dependency.version' for a:b:jar is missing"), noVersion);
    assertTrue(error("%%loadFromPOM\n").startsWith("%%loadFromPOM needs"));
  }

  @Test
  void aRepositoryOfOnesOwn() throws Exception {
    print("%maven commons-codec:commons-codec:1.16.1");
    Path own = folder.resolve("own 库/my/lib/1");
    Files.createDirectories(own);
    Files.copy(host.classPath.get(0), own.resolve("lib-1.jar"));
    String address = folder.resolve("own 库").toUri().toString();
    assertEquals("Added my:lib:1", print("%mavenRepo own " + address + "\n%maven my:lib:1"));
    assertTrue(error("%mavenRepo own").startsWith("%mavenRepo takes a name and an address"));
    assertTrue(error("%mavenRepo own ftp://x").startsWith("Not an address"));
    String elsewhere = error("%maven my:other:1");
    assertTrue(elsewhere.contains("own (file:/"), elsewhere);
  }

  @Test
  void optionsOfMaven() throws Exception {
    assertEquals(
        "Added org.apache.commons:commons-text:1.11.0",
        print(
            "%maven --exclude org.apache.commons:commons-lang3"
                + " org.apache.commons:commons-text:1.11.0"));
    assertTrue(error("%maven --exclude").startsWith("--exclude needs group:artifact"));
    assertTrue(error("%maven --exclude lang3 a:b:1").startsWith("Not an artifact to leave out"));
    assertTrue(error("%maven --off a:b:1").startsWith("%maven has no option --off"));
    assertTrue(error("%maven --offline --update a:b:1").contains("leave one of them out"));
    assertTrue(error("%maven --offline no.such:thing:1").contains("--offline was asked for"));
  }

  @Test
  void versionsInConflictAreExplained() throws Exception {
    assertEquals("No artifact was asked for in several versions.", table("%maven --why").plain());
    String said =
        print(
            "%maven org.apache.commons:commons-text:1.11.0"
                + " org.apache.commons:commons-lang3:3.12.0");
    assertEquals(
        "Added org.apache.commons:commons-text:1.11.0, org.apache.commons:commons-lang3:3.12.0\n"
            + "Note: org.apache.commons:commons-lang3 is 3.12.0, not 3.13.0 (for"
            + " org.apache.commons:commons-text:1.11.0): you asked for it. To force: %maven"
            + " org.apache.commons:commons-lang3:3.13.0 before the others.",
        said);
    MimeBundle why = table("%maven --why");
    assertTrue(why.plain().startsWith("org.apache.commons:commons-lang3 is 3.12.0"), why.plain());
    assertTrue(why.data().get(MimeBundle.HTML).toString().contains("<td"), why.plain());
  }

  private MimeBundle table(String cell) throws Exception {
    return ((ConflictTable) FakeHost.value(magics, cell).orElseThrow()).bundle();
  }
}
