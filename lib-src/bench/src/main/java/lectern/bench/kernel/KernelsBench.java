package lectern.bench.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.bench.Bench;
import lectern.bench.Settings;
import lectern.display.UserError;
import lectern.kernel.client.KernelSilent;

/**
 * Ours beside every kernel of {@code environment/bench-kernels.in}, each question put to all of
 * them before the next, so that a machine that others use too is as busy for one as for another.
 *
 * <p>Prints a table in Markdown. A kernel that ends or never answers has that for its answer.
 */
public final class KernelsBench implements Bench {
  @Override
  public String name() {
    return "kernels";
  }

  @Override
  public String about() {
    return "Jupyter kernels beside each other: speed, memory, and what they survive";
  }

  @Override
  public boolean onlyByName() {
    return true;
  }

  @Override
  public boolean run(Settings settings) throws IOException {
    Path ours = settings.home().resolve(".lectern/python");
    List<InstalledKernel> kernels = new ArrayList<>();
    kernels.add(InstalledKernel.read(ours, ours.resolve("share/jupyter/kernels/lectern")));
    kernels.addAll(InstalledKernel.in(settings.home().resolve(".lectern/bench-kernels")));
    List<String> names = kernels.stream().map(InstalledKernel::name).toList();
    settings.out().println("| | " + String.join(" | ", names) + " |");
    settings.out().println("|---|" + "---|".repeat(names.size()));
    List<Row> rows = new ArrayList<>(SpeedRows.ALL);
    rows.addAll(RobustRows.ALL);
    for (Row row : rows) {
      List<String> answers = new ArrayList<>();
      for (InstalledKernel kernel : kernels) {
        answers.add(answer(row, kernel));
      }
      settings.out().println("| " + row.title() + " | " + String.join(" | ", answers) + " |");
    }
    return true;
  }

  private static String answer(Row row, InstalledKernel kernel) throws IOException {
    try {
      return row.trial().on(kernel);
    } catch (KernelSilent e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("The bench was interrupted.");
    }
  }
}
