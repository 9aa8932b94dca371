package lectern.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.kernel.client.KernelSilent;

/** The command line of {@code ./lectern run} and of the check of committed notebooks. */
public final class Main {
  private static final String USAGE =
      """
      ./lectern run [--save] NOTEBOOK...   run from the first cell to the last in a fresh kernel;
                                           --save writes the outputs into the notebook (and the
                                           numbers it records into notebooks/expected), otherwise
                                           an HTML page is written and its path printed
      ./lectern check NOTEBOOK...          run, and compare with the committed outputs\
      """;

  private Main() {}

  /** Ends with 0 when all went well, 1 when a notebook failed or is stale, 2 for bad arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(new Main().run(List.of(arguments)));
  }

  private int run(List<String> arguments) throws IOException, InterruptedException {
    List<Path> notebooks = new ArrayList<>();
    boolean save = false;
    for (String argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
      if (argument.equals("--save")) {
        save = true;
      } else if (argument.startsWith("--")) {
        return usage("there is no option " + argument);
      } else {
        notebooks.add(Path.of(argument));
      }
    }
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    boolean check = command.equals("check");
    if (notebooks.isEmpty() || !(check || command.equals("run")) || (check && save)) {
      return usage(notebooks.isEmpty() ? "name a notebook" : "these words do not go together");
    }
    int failed = 0;
    for (Path notebook : notebooks) {
      try {
        failed += (check ? check(notebook) : run(notebook, save)) ? 0 : 1;
      } catch (UserError | KernelSilent e) {
        System.err.println(e.getMessage());
        failed++;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private static int usage(String why) {
    System.err.println(why + "\n" + USAGE);
    return 2;
  }

  private static Notebook rerun(Notebook notebook, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return new NotebookRunner()
        .run(notebook, file.getFileName().toString(), folder, Progress.shown());
  }

  private static boolean run(Path file, boolean save) throws IOException, InterruptedException {
    Notebook rerun = rerun(Notebook.read(file), file);
    if (save) {
      rerun.write(file);
      System.out.println("saved the outputs in " + file);
      ExpectedNumbers numbers = ExpectedNumbers.of(rerun);
      Path expected = expectedOf(file);
      if (expected != null && !numbers.isEmpty()) {
        numbers.write(expected);
        System.out.println("saved the recorded numbers in " + expected);
      }
      return true;
    }
    Path page = pages().resolve(pageName(file)).toAbsolutePath();
    HtmlExport.write(rerun, page, python());
    System.out.println("the notebook with its outputs: " + page.toUri());
    return true;
  }

  private static boolean check(Path file) {
    Notebook committed = Notebook.read(file);
    List<String> wrong = new ArrayList<>(CommittedRules.broken(committed));
    Notebook rerun = rerun(committed, file);
    wrong.addAll(Differences.between(committed, rerun));
    Path expected = expectedOf(file);
    if (expected != null && Files.exists(expected)) {
      wrong.addAll(ExpectedNumbers.read(expected).differencesTo(ExpectedNumbers.of(rerun)));
    }
    wrong.forEach(line -> System.out.println(file + ": " + line));
    System.out.println(file + (wrong.isEmpty() ? " is fresh" : " is stale: ./lectern run --save"));
    return wrong.isEmpty();
  }

  /** Where the expected numbers of one of Lectern's own notebooks are; null for any other. */
  private static Path expectedOf(Path file) {
    String home = System.getenv("LECTERN_HOME");
    Path ours = home == null ? null : Path.of(home, "notebooks").toAbsolutePath().normalize();
    boolean inside = ours != null && file.toAbsolutePath().normalize().startsWith(ours);
    return inside ? ExpectedNumbers.fileOf(ours, file) : null;
  }

  /** Folder and name, so that notebooks of the same name in two folders get two pages. */
  private static String pageName(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
    String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
    return (folder == null ? "" : folder + "-") + name + ".html";
  }

  private static Path pages() {
    String home = System.getenv("LECTERN_HOME");
    return home == null ? Path.of("pages") : Path.of(home, ".lectern", "pages");
  }

  private static String python() {
    String python = System.getenv("LECTERN_PYTHON");
    return python == null ? "python3" : python;
  }
}
