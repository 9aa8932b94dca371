package lectern.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Two at a time, as each spends part of its time on one thread. */
  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> isNotStale() throws IOException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : notebooks()) {
      Future<List<String>> stale = two.submit(() -> stale(file));
      tests.add(DynamicTest.dynamicTest(name(file), () -> assertEquals(List.of(), stale.get())));
    }
    two.shutdown();
    return tests.stream();
  }

  private static List<String> stale(Path file) {
    Notebook committed = Notebook.read(file);
    var runner = new NotebookRunner(KernelCommand.ofThisProcess(), Duration.ofMinutes(8));
    Path folder = file.toAbsolutePath().normalize().getParent();
    Notebook rerun = runner.run(committed, name(file), folder, Progress.silent());
    List<String> stale = new ArrayList<>(Differences.between(committed, rerun));
    Path expected = ExpectedNumbers.fileOf(NOTEBOOKS, file);
    if (Files.exists(expected)) {
      ExpectedNumbers wanted = ExpectedNumbers.read(expected);
      stale.addAll(wanted.differencesTo(ExpectedNumbers.of(rerun)));
    } else if (!ExpectedNumbers.of(rerun).isEmpty()) {
      stale.add("records numbers, but there is no " + expected);
    }
    return stale;
  }

  private static String name(Path file) {
    return NOTEBOOKS.relativize(file).toString();
  }
}
