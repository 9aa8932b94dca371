package lectern.review;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lectern.display.Progress;
import lectern.kernel.client.ExecuteOptions;
import lectern.kernel.client.Execution;
import lectern.kernel.client.KernelClient;
import lectern.kernel.client.KernelProcess;

/**
 * Runs a notebook from its first cell to its last in a fresh kernel, as a reader would who opens it
 * and chooses "Restart and Run All".
 *
 * @param command how the kernel is started, as in a kernel spec
 * @param cellTime the most that one cell may take
 */
public record NotebookRunner(List<String> command, Duration cellTime) {
  private static final Duration START = Duration.ofSeconds(60);

  /** With the kernel of this installation and ten minutes for a cell. */
  public NotebookRunner() {
    this(KernelCommand.here(), Duration.ofMinutes(10));
  }

  public NotebookRunner {
    command = List.copyOf(command);
  }

  /**
   * Runs it.
   *
   * @param notebook is not changed
   * @param name for messages
   * @param folder where the kernel runs: relative paths in the notebook start there
   * @return a copy with the outputs of this run and the state of its widgets, progress bars left
   *     out
   * @throws CellFailed when a cell ends with an error and is not tagged {@code raises-exception}
   */
  public Notebook run(Notebook notebook, String name, Path folder, Progress progress) {
    Notebook copy = notebook.copy();
    List<Cell> cells = copy.codeCells();
    try (KernelProcess kernel = KernelProcess.start(command, Map.of(), folder, START);
        Progress.Task task = progress.begin(name, Math.max(1, cells.size()))) {
      List<Execution> runs = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        task.at(i, "cell " + cells.get(i).number());
        runs.add(run(kernel.client(), cells.get(i), name));
      }
      task.at(cells.size());
      // Only now: a later cell may have updated what an earlier one shows.
      for (int i = 0; i < cells.size(); i++) {
        keep(cells.get(i), runs.get(i));
      }
      SavedWidgets widgets = new SavedWidgets();
      runs.forEach(each -> widgets.heard(each.broadcasts()));
      widgets.writeInto(copy);
    }
    return copy;
  }

  private Execution run(KernelClient kernel, Cell cell, String name) {
    boolean meant = cell.tags().contains(Cell.RAISES_EXCEPTION);
    ExecuteOptions options = new ExecuteOptions().within(cellTime);
    Execution run = kernel.execute(cell.source(), meant ? options.goOnAfterError() : options);
    if (!run.isOk() && !meant) {
      throw new CellFailed(name, cell.number(), run.traceback());
    }
    return run;
  }

  private static void keep(Cell cell, Execution run) {
    List<JsonObject> outputs = new ArrayList<>();
    for (JsonElement each : run.outputs()) {
      JsonObject output = SavedOutput.of(each.getAsJsonObject());
      if (!ShownOutput.isProgress(output)) {
        outputs.add(output);
      }
    }
    cell.ran(OptionalInt.of(run.count()), outputs);
  }
}
