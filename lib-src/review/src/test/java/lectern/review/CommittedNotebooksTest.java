package lectern.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import lectern.display.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every committed notebook keeps the rules, and is what a clean run of it gives. */
class CommittedNotebooksTest {
  private static final Path NOTEBOOKS = Path.of("..", "..", "notebooks");

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.walk(NOTEBOOKS)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreNotebooks() throws IOException {
    assertFalse(notebooks().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> keepsTheRules() throws IOException {
    return notebooks().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(file),
                    () -> assertEquals(List.of(), CommittedRules.broken(Notebook.read(file)))));
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> isNotStale() throws IOException {
    return notebooks().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> rerunsTheSame(file)));
  }

  private static void rerunsTheSame(Path file) {
    Notebook committed = Notebook.read(file);
    var runner = new NotebookRunner(KernelCommand.ofThisProcess(), Duration.ofMinutes(5));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Notebook rerun = runner.run(committed, name(file), folder, Progress.silent());
    assertEquals(List.of(), Differences.between(committed, rerun));
  }

  private static String name(Path file) {
    return NOTEBOOKS.relativize(file).toString();
  }
}
