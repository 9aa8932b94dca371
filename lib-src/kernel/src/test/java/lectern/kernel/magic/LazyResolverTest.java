package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kernel that is never asked for a library does not load what would fetch one. */
class LazyResolverTest {
  /** What the other Java does. */
  public static void main(String[] arguments) throws Exception {
    Magics magics = new Magics(new FakeHost(Path.of("").toAbsolutePath()));
    magics.read("int a = 1;\n%maven a:b:1");
    FakeHost.value(magics, "%lsmagic");
    FakeHost.value(magics, "%%html\n<b>x</b>");
    if (arguments.length > 0) {
      FakeHost.value(magics, "%mavenRepo x file:///nowhere");
    }
  }

  private static List<String> loaded(String... arguments) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                LazyResolverTest.class.getName()));
    command.addAll(List.of(arguments));
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor(), log);
    return log.lines()
        .filter(
            line ->
                line.contains(" org.eclipse.aether.")
                    || line.contains(" org.apache.maven.")
                    || line.contains(" java.net.http."))
        .toList();
  }

  @Test
  void nothingOfMavenIsLoadedBeforeTheFirstLibrary() throws Exception {
    assertEquals(List.of(), loaded());
    assertTrue(loaded("fetch").size() > 50);
  }
}
