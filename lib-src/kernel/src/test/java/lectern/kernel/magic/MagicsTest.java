package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.kernel.source.Nearest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicsTest {
  @TempDir Path folder;
  private FakeHost host;
  private Magics magics;

  @BeforeEach
  void begin() {
    host = new FakeHost(folder);
    magics = new Magics(host);
  }

  private Object value(String cell) throws Exception {
    return FakeHost.value(magics, cell).orElseThrow();
  }

  private String error(String cell) {
    return assertThrows(UserError.class, () -> FakeHost.value(magics, cell)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "html, text/html",
    "markdown, text/markdown",
    "latex, text/latex",
    "svg, image/svg+xml",
    "js, application/javascript",
    "javascript, application/javascript"
  })
  void aCellIsShownAsItStands(String name, String mime) throws Exception {
    String body = "<b>课程 & more</b>\n\n%maven is text here\n";
    MimeBundle shown = (MimeBundle) value("%%" + name + "\n" + body);
    assertEquals(body, shown.data().get(mime));
    assertEquals(body, shown.plain());
    assertTrue(error("%%" + name + "\n ").contains("nothing to show"));
    assertTrue(error("%%" + name + " <b>\nx").contains("Put it on the next line"));
  }

  @Test
  void lsmagicListsEveryMagicOnce() throws Exception {
    MimeBundle table = ((MagicTable) value("%lsmagic")).bundle();
    for (Magic magic : magics.all()) {
      String row = (magic.takesBody() ? "%%" : "%") + magic.name() + " ";
      assertEquals(1, table.plain().lines().filter(line -> line.startsWith(row)).count(), row);
      assertTrue(magic.help().startsWith(row), magic.help());
    }
    String html = (String) table.data().get(MimeBundle.HTML);
    assertTrue(html.contains("<code>%%loadFromPOM [scope …]</code>"), html);
    assertTrue(html.contains("&lt;dependencies&gt;"), html);
  }

  @Test
  void namesOfIJavaAreKnown() {
    for (String name :
        "addMavenDependency addMavenDependencies mavenRepo addMavenRepo addJars jars addClasspath classpath loadFromPOM load"
            .split(" ")) {
      assertTrue(magics.all().stream().anyMatch(magic -> magic.name().equals(name)), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'%mavne a:b:1', 'There is no magic %mavne. Did you mean %maven? %lsmagic lists all.'",
    "'%HTML', '%HTML takes the whole cell: write %%HTML on its first line.'",
    "'%LATEX', 'There is no magic %LATEX. Did you mean %%latex? %lsmagic lists all.'",
    "'%%markdwon', 'There is no magic %%markdwon. Did you mean %%markdown? %lsmagic lists all.'",
    "'%loadFrom x', 'There is no magic %loadFrom. Did you mean %loadFromPOM? %lsmagic lists all.'",
    "'%zzzzzz', 'There is no magic %zzzzzz. %lsmagic lists all.'",
    "'%html <b>', '%html takes the whole cell: write %%html on its first line.'",
    "'%%maven a:b:1', '%%maven takes no lines below it: write %maven with one %.'",
    "'%zzzzzz?', 'There is no magic %zzzzzz. %lsmagic lists all.'"
  })
  void unknownMagicsNameTheNearest(String cell, String message) {
    assertEquals(message, error(cell));
  }

  @Test
  void help() throws Exception {
    assertTrue(((MagicTable) value("%maven?")).bundle().plain().contains("group:artifact:version"));
    assertEquals(2, ((MagicTable) value("%loadFromPOM?")).rows().size());
    assertEquals(1, ((MagicTable) value("%%html?")).rows().size());
    assertTrue(((MagicTable) value("?maven")).details().contains("--exclude"));
    assertEquals(magics.all().size(), ((MagicTable) value("%help")).rows().size());
    assertEquals("class String", ((MimeBundle) value("?String")).plain());
    assertTrue(error("?Strnig").startsWith("Nothing is known of Strnig."));
    assertTrue(error("?%mavne").contains("Did you mean %maven?"));
  }

  @Test
  void eachMagicTellsItsOptionsOrWhoseTwinItIs() {
    for (Magic magic : magics.all()) {
      boolean explained = magic.help().contains("the same as %") || !magic.details().isBlank();
      assertTrue(explained, magic.help());
    }
  }

  /** A magic that a jar brings. */
  public static final class Shout implements Magic {
    @Override
    public String name() {
      return "shout";
    }

    @Override
    public String help() {
      return "louder, and without a dash";
    }

    @Override
    public boolean takesBody() {
      return false;
    }

    @Override
    public Optional<Object> run(String arguments, String body) {
      return Optional.of(arguments.toUpperCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void aMagicThatTheClassPathBringsLaterIsFound() throws Exception {
    assertTrue(error("%shout hello").startsWith("There is no magic %shout"));
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Magic.class.getName()), Shout.class.getName());
    try (URLClassLoader grown =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, host.loader)) {
      host.loader = grown;
      assertEquals("HELLO", value("%shout hello"));
      String table = ((MagicTable) value("%lsmagic")).bundle().plain();
      assertTrue(table.matches("(?s).*\\n%shout +louder, and without a dash"), table);
      assertEquals(2, magics.read("x\n%shout hello").size());
    }
  }

  @Test
  void onlyLinesThatBeginWithAPercentSignMayBeMagics() {
    assertFalse(Magics.mayBeIn("int a = b % c;"));
    assertTrue(Magics.mayBeIn("a;\n  %jars x"));
    assertFalse(Magics.mayBeIn(""));
  }

  @ParameterizedTest
  @CsvSource({
    "maven, maven, 0",
    "mavne, maven, 1",
    "mvn, maven, 2",
    "'', abc, 3",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void distances(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
    assertEquals(distance, Nearest.distance(b, a));
  }
}
