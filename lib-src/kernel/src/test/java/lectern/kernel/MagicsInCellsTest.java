package lectern.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Magics in a running kernel, with a local repository of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MagicsInCellsTest {
  private static final ExecuteOptions DOWNLOAD = new ExecuteOptions().within(Duration.ofMinutes(3));

  @TempDir static Path folder;
  private KernelProcess process;
  private KernelClient kernel;

  @BeforeAll
  void startKernel() {
    String repository = "-Dmaven.repo.local=" + folder.resolve("repository");
    process =
        KernelProcess.start(
            KernelProcess.javaCommand(repository), Map.of(), folder, Duration.ofSeconds(60));
    kernel = process.client();
  }

  @AfterAll
  void endKernel() {
    process.close();
  }

  @Test
  void mavenAddsALibraryThatTheSameCellUses() {
    Execution cell =
        kernel.execute(
            "%maven commons-codec:commons-codec:1.16.1\n"
                + "import org.apache.commons.codec.digest.DigestUtils;\n"
                + "DigestUtils.md5Hex(\"lectern\")",
            DOWNLOAD);
    assertTrue(cell.isOk(), cell.traceback());
    assertEquals("ac47bb094b960a6fc00cae295d5264c7", cell.result());
    Execution missing = kernel.execute("%maven no.such.group:none:1.0", DOWNLOAD);
    assertTrue(missing.error().contains("no.such.group:none"), missing.error());
    assertFalse(missing.traceback().contains("    at "), missing.traceback());
  }

  @Test
  void aPomAddsItsDependencies() {
    Execution cell =
        kernel.execute(
            "%%loadFromPOM\n<dependency>\n  <groupId>org.apache.commons</groupId>\n"
                + "  <artifactId>commons-csv</artifactId>\n  <version>1.10.0</version>\n"
                + "</dependency>",
            DOWNLOAD);
    assertTrue(cell.isOk(), cell.traceback());
    assertEquals(
        "[a, b]",
        kernel
            .execute(
                "org.apache.commons.csv.CSVParser.parse(\"a,b\","
                    + " org.apache.commons.csv.CSVFormat.DEFAULT).getRecords().get(0).toList()")
            .result()
            .replace("\"", ""));
  }

  @Test
  void jarsAreFoundByGlobAndBringTheirMagics() throws IOException {
    Path libs = Files.createDirectory(folder.resolve("库 libs"));
    try (var jar = new JarOutputStream(Files.newOutputStream(libs.resolve("one.jar")))) {
      jar.putNextEntry(new JarEntry("found.txt"));
      jar.write('x');
    }
    Execution cell =
        kernel.execute(
            "%jars \"库 libs/*.jar\"\n"
                + "Thread.currentThread().getContextClassLoader().getResource(\"found.txt\") !="
                + " null");
    assertEquals("true", cell.result(), cell.traceback());
    assertFalse(kernel.execute("%jars nothing/*.jar").isOk());
  }

  @Test
  void scriptsAndNotebooksAreLoaded() throws IOException {
    Files.writeString(folder.resolve("help.jshell"), "int twice(int n) {\n  return 2 * n;\n}\n");
    assertEquals("8", kernel.execute("%load help.jshell\ntwice(4)").result());
    Files.writeString(
        folder.resolve("other.ipynb"),
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"no\"}, {\"cell_type\": \"code\","
            + " \"source\": [\"int fromNotebook = 3;\\n\", \"fromNotebook++;\"]}]}");
    assertEquals("4", kernel.execute("%load other.ipynb\nfromNotebook").result());
    assertTrue(kernel.execute("%load missing.jshell").error().contains("missing.jshell"));
  }

  @Test
  void errorsBelowAMagicNameTheCellsLine() {
    Execution cell = kernel.execute("int ok = 1;\n%lsmagic\nint zero = 0;\nint bad = 1 / zero;");
    assertTrue(
        cell.traceback().contains("cell " + cell.count() + ", line 4: int bad"), cell.traceback());
  }

  @Test
  void aTableOfAMagicIsShownWhereverItStands() {
    Execution cell = kernel.execute("%lsmagic\n1 + 1");
    assertTrue(cell.outputs().get(0).toString().contains("%%loadFromPOM"), cell.traceback());
    assertEquals("2", cell.result());
  }

  @Test
  void aLoadedFileIsNamedInItsErrors() throws IOException {
    Files.writeString(folder.resolve("set up.jsh"), "int none = 0;\n%lsmagic\n\n1 / none");
    Execution cell = kernel.execute("%load 'set up.jsh'");
    assertTrue(cell.traceback().contains("set up.jsh, line 4"), cell.traceback());
  }

  @Test
  void htmlAndMarkdownAreShown() {
    Execution cell = kernel.execute("%%html\n<b>你好</b>");
    String html =
        cell.outputs()
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("data")
            .get("text/html")
            .getAsString();
    assertEquals("<b>你好</b>", html.strip());
    Execution markdown = kernel.execute("%%markdown\n# Title");
    assertTrue(markdown.outputs().toString().contains("text/markdown"));
  }

  @Test
  void remaindersAreNoMagics() {
    assertEquals("3", kernel.execute("int left = 7;\nint total = left\n  %4;\ntotal").result());
  }

  @Test
  void magicsAreCompletedAndExplained() {
    var request = lectern.kernel.wire.Json.object("code", "%mav", "cursor_pos", 4);
    var matches =
        kernel
            .request("complete_request", request, Duration.ofSeconds(20))
            .getAsJsonArray("matches");
    assertTrue(matches.toString().contains("\"%maven\""), matches.toString());
    var asked = lectern.kernel.wire.Json.object("code", "%maven", "cursor_pos", 3);
    var found = kernel.request("inspect_request", asked, Duration.ofSeconds(20));
    assertTrue(found.getAsJsonObject("data").get("text/plain").getAsString().contains("group"));
  }

  @Test
  void magicsAreCalledFromCode() throws IOException {
    new JarOutputStream(Files.newOutputStream(folder.resolve("empty.zip"))).close();
    Execution cell = kernel.execute("List<String> found = %classpath empty.zip\nfound.size()");
    assertEquals("1", cell.result(), cell.traceback());
    assertEquals(
        "1",
        kernel
            .execute(
                "List<String> again = lineMagic(\"jars\", List.of(\"empty.zip\"));again.size()")
            .result());
    Execution error = kernel.execute("lineMagic(\"jras\", List.of())");
    assertTrue(error.error().contains("Did you mean %jars?"), error.error());
  }

  @Test
  void filesAreWrittenAndCommandsRefused() throws IOException {
    Execution cell = kernel.execute("%%writefile made.txt\nint a = 1;");
    assertEquals("Wrote made.txt (1 line, 11 bytes)\n", cell.stdout());
    assertEquals("int a = 1;\n", Files.readString(folder.resolve("made.txt")));
    assertTrue(kernel.execute("!ls -l").error().contains("LECTERN_SHELL=1"));
    assertEquals("false", kernel.execute("boolean done = true;\n!done").result());
    assertEquals("false", kernel.execute("!done").result());
  }

  @Test
  void helpIsAskedForWithAQuestionMark() {
    assertTrue(kernel.execute("?maven").outputs().toString().contains("--exclude"));
    Execution java = kernel.execute("?String.valueOf");
    assertTrue(java.outputs().toString().contains("valueOf"), java.traceback());
  }

  @Test
  void helpGoesWithTheReplyAsAPage() {
    Execution asked = kernel.execute("?maven\n%html?\n6 * 7");
    assertEquals("42", asked.result());
    JsonArray payload = asked.reply().getAsJsonArray("payload");
    assertEquals(1, payload.size());
    JsonObject page = payload.get(0).getAsJsonObject();
    assertEquals("page", page.get("source").getAsString());
    String text = page.getAsJsonObject("data").get("text/plain").getAsString();
    assertTrue(text.contains("--exclude") && text.contains("%%html"), text);
    assertEquals(0, kernel.execute("1").reply().getAsJsonArray("payload").size());
    assertFalse(kernel.execute("%help").result() == null, "the table is a value");
  }

  @Test
  void variablesAreReadAndDefinedByMagics() {
    kernel.execute("int left = 3; String word = \"课程\"; String none = null;");
    Execution all = kernel.execute("lectern.display.Variables.current().all().toString()");
    assertTrue(all.result().contains("left=3, word=课程, none=null"), all.result());
    Execution made =
        kernel.execute(
            "lectern.display.Variables.current().define(\"made\", Map.Entry.class,"
                + " Map.entry(1, left))");
    assertTrue(made.isOk(), made.traceback());
    assertEquals("3", kernel.execute("made.getValue()").result());
  }

  @Test
  void namesOfIJavaAreThere() {
    Execution cell =
        kernel.execute(
            "import io.github.spencerpark.ijava.IJava;\n"
                + "import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;\n"
                + "record Money(int cents) {}\n"
                + "IJava.getKernelInstance().getRenderer()\n"
                + "    .createRegistration(Money.class)\n"
                + "    .preferring(MIMEType.TEXT_HTML)\n"
                + "    .register((money, ctx) -> {\n"
                + "        ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> {\n"
                + "            return \"<b>\" + money.cents() + \"</b>\";\n"
                + "        });\n"
                + "    });\n"
                + "new Money(5)");
    String shown = cell.outputs().toString();
    assertTrue(shown.contains("<b>5</b>") && shown.contains("cents=5"), shown + cell.traceback());
    assertEquals("6", kernel.execute("(int) eval(\"int six = 6;\\nsix\")").result());
    assertTrue(
        kernel
            .execute("render(\"**x**\", \"text/markdown\")")
            .outputs()
            .toString()
            .contains("\"text/markdown\":\"**x**\""));
    assertTrue(kernel.execute("display(\"1;\", \"application/javascript\");").isOk());
  }

  @Test
  void loadedClassesMayNeedThoseLoadedBelow() throws IOException {
    Files.writeString(folder.resolve("Outer.java"), "class Outer { Inner inner = new Inner(); }\n");
    Files.writeString(folder.resolve("Inner.java"), "class Inner { int n = 6; }\n");
    Execution cell = kernel.execute("%load Outer.java\n%load Inner.java\nnew Outer().inner.n");
    assertEquals("6", cell.result(), cell.traceback());
    Files.writeString(
        folder.resolve("Alone.java"),
        "class Alone { Later later; int n() { return Later.twice(2); } }\n");
    Execution alone = kernel.execute("%load Alone.java\n1 + 1");
    assertEquals("2", alone.result(), alone.traceback());
    assertTrue(alone.stderr().contains("Alone.java waits for a class"), alone.stderr());
    assertTrue(alone.stderr().contains("Later"), alone.stderr());
    kernel.execute("class Later { static int twice(int n) { return 2 * n; } }");
    assertEquals("4", kernel.execute("new Alone().n()").result());
    Files.writeString(folder.resolve("Wrong.java"), "class Wrong { int n = \"text\"; }\n");
    assertFalse(kernel.execute("%load Wrong.java").isOk());
    Files.writeString(folder.resolve("Typo.java"), "class Typo { int n = lenght(); }\n");
    Execution typo = kernel.execute("%load Typo.java");
    assertTrue(typo.stderr().contains("until this is defined: lenght"), typo.stderr());
  }
}
