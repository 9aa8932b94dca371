package lectern.review;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.display.UserError;
import lectern.display.widget.Widget;

/**
 * Writes a notebook as one HTML page with nbconvert of the private environment.
 *
 * <p>Widgets are on it as they look, and do not move: nothing behind the page would answer them,
 * and what draws them would have to be fetched from the network.
 */
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
      Notebook still = notebook.copy();
      stopWidgets(still);
      still.write(input);
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

  private static void stopWidgets(Notebook notebook) {
    notebook.metadata().remove("widgets");
    for (Cell cell : notebook.codeCells()) {
      for (JsonObject output : cell.outputs()) {
        if (output.get("data") instanceof JsonObject data && data.size() > 1) {
          data.remove(Widget.VIEW);
        }
      }
    }
  }
}
