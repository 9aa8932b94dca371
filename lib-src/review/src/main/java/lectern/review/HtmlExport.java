package lectern.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;

/** Writes a notebook as one HTML page with nbconvert of the private environment. */
final class HtmlExport {
  private HtmlExport() {}

  /**
   * Writes the page.
   *
   * @param python the Python that has nbconvert
   * @throws UserError with nbconvert's own words when it fails
   */
  static void write(Notebook notebook, Path page, String python)
      throws IOException, InterruptedException {
    Files.createDirectories(page.toAbsolutePath().getParent());
    Path folder = Files.createTempDirectory("lectern-html");
    Path input = folder.resolve("notebook.ipynb");
    Path log = folder.resolve("log.txt");
    try {
      notebook.write(input);
      Process process =
          new ProcessBuilder(
                  List.of(
                      python,
                      "-m",
                      "nbconvert",
                      "--to",
                      "html",
                      "--output",
                      page.toAbsolutePath().toString(),
                      input.toString()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new UserError(
            "the HTML page was not written: " + Files.readString(log, StandardCharsets.UTF_8));
      }
    } finally {
      Files.deleteIfExists(input);
      Files.deleteIfExists(log);
      Files.deleteIfExists(folder);
    }
  }
}
