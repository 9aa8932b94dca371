package lectern.review;

import static lectern.review.Notebooks.code;
import static lectern.review.Notebooks.of;
import static lectern.review.Notebooks.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lectern.display.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunnerTest {
  private final NotebookRunner runner =
      new NotebookRunner(KernelCommand.ofThisProcess(), Duration.ofSeconds(60));

  private Notebook run(Notebook notebook, Path folder) {
    return runner.run(notebook, "test", folder, Progress.silent());
  }

  @Test
  void outputsAreThoseOfTheRunAndTheOriginalStays(@TempDir Path folder) {
    Notebook before =
        of(code(7, "int n = 20;"), code(0, "System.out.println(\\\"n \\\" + n); n + 1"));
    String text = before.text();
    Notebook after = run(before, folder);
    assertEquals(text, before.text());
    List<Cell> cells = after.codeCells();
    assertEquals(1, cells.get(0).executionCount().getAsInt());
    assertEquals(List.of(), cells.get(0).outputs());
    assertEquals(2, cells.get(1).executionCount().getAsInt());
    String outputs = cells.get(1).outputs().toString();
    assertTrue(outputs.contains("\"text\":[\"n 20\\n\"]"), outputs);
    assertTrue(outputs.contains("\"text/plain\":[\"21\"]"), outputs);
    assertEquals(List.of(), CommittedRules.broken(after));
    assertEquals(List.of(), Differences.between(after, run(after, folder)));
  }

  @Test
  void anErrorStopsTheRunAndNamesTheCell(@TempDir Path folder) {
    Notebook notebook = of(code(0, "int a = 1;"), code(0, "int b = a / 0;"), code(0, "b"));
    var failed = assertThrows(CellFailed.class, () -> run(notebook, folder));
    assertTrue(failed.getMessage().startsWith("test, cell 2: "), failed.getMessage());
    assertTrue(failed.getMessage().contains("/ by zero"), failed.getMessage());
  }

  @Test
  void anErrorThatIsMeantIsKeptAndTheRunGoesOn(@TempDir Path folder) {
    String meant = "\"tags\":[\"raises-exception\"]";
    Notebook after = run(of(tagged(0, meant, "int b = 1 / 0;"), code(0, "1 + 1")), folder);
    assertEquals(List.of(), CommittedRules.broken(after));
    assertEquals(2, after.codeCells().get(1).executionCount().getAsInt());
  }

  @Test
  void relativePathsStartAtTheFolder(@TempDir Path folder) throws Exception {
    java.nio.file.Files.writeString(folder.resolve("数据.txt"), "found");
    Notebook after = run(of(code(0, "Files.readString(Path.of(\\\"数据.txt\\\"))")), folder);
    assertTrue(after.codeCells().get(0).outputs().toString().contains("found"));
  }
}
