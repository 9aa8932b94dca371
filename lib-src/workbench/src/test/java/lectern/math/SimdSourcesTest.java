package lectern.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The classes on the vector unit are built without -Werror: here each warning but one is refused.
 */
class SimdSourcesTest {
  private static final Path SOURCES = Path.of("src/main/java/lectern");

  @Test
  void theIncubatorWarningIsTheOnlyOne(@TempDir Path out) throws IOException {
    List<Path> files = javaFiles(SOURCES.resolve("math/simd"));
    assertTrue(files.size() >= 2, files.toString());
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      var options =
          List.of(
              "-Xlint:all",
              "--add-modules",
              "jdk.incubator.vector",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              out.toString());
      var units = manager.getJavaFileObjectsFromPaths(files);
      assertTrue(
          compiler.getTask(null, manager, found, options, null, units).call(),
          found.getDiagnostics().toString());
    }
    var unexpected =
        found.getDiagnostics().stream()
            .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
            .filter(message -> !message.contains("using incubating module"))
            .filter(message -> !message.contains("bad path element"))
            .toList();
    assertEquals(List.of(), unexpected);
  }

  @Test
  void noOtherClassUsesTheVectorModule() throws IOException {
    for (Path file : javaFiles(SOURCES)) {
      boolean simd = file.startsWith(SOURCES.resolve("math/simd"));
      assertTrue(simd || !Files.readString(file).contains("import jdk.incubator"), file.toString());
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
