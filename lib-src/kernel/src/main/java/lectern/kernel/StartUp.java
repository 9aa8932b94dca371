package lectern.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.CellFailure;
import lectern.kernel.cell.CellSource;
import lectern.kernel.magic.CellRunner;
import lectern.kernel.magic.Globs;
import lectern.kernel.wire.Log;

/** What Java does before the first cell: imports, and what the environment asks for. */
record StartUp(Settings settings, CellEngine engine, CellRunner runner) {
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "static lectern.kernel.output.Notebook.*",
          "static lectern.kernel.magic.NotebookCalls.*");

  /** A mistake in the environment is told to the operator; the kernel starts all the same. */
  void run() throws CellFailure {
    StringBuilder imports = new StringBuilder();
    IMPORTS.forEach(each -> imports.append("import ").append(each).append(";\n"));
    // With a value behind them, so that the way of a cell with a value is warm.
    engine.evaluate(new CellSource(imports.append("1").toString(), "start-up", 1));
    for (String glob : settings.classPath()) {
      tolerate("CLASSPATH", () -> runner.addToClassPath(Globs.matching(glob)));
    }
    for (String glob : settings.startUpScripts()) {
      tolerate("STARTUP_SCRIPTS_PATH", () -> runScripts(Globs.matching(glob)));
    }
    tolerate("STARTUP_SCRIPT", () -> runner.run(settings.startUpScript(), "start-up script"));
  }

  private void runScripts(List<Path> files) throws Exception {
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        runner.run(Files.readString(file), file.getFileName().toString());
      }
    }
  }

  private static void tolerate(String what, Step step) {
    try {
      step.run();
    } catch (CellFailure | UserError e) {
      Log.say(what + " of the environment: " + e.getMessage());
    } catch (Exception e) {
      Log.fault(what + " of the environment", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }
}
