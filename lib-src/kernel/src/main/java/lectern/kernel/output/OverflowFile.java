package lectern.kernel.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Takes the text that is too much for a notebook, up to a limit of its own.
 *
 * <p>The file lies in the folder for temporary files and stays there when the kernel ends. One
 * thread at a time.
 */
final class OverflowFile {
  private final long limit;
  private Path file;
  private long written;
  private long dropped;
  private String trouble = "";

  OverflowFile(long limit) {
    this.limit = limit;
  }

  /** Takes text; what does not fit is counted. */
  void append(String text) {
    int room = (int) Math.min(text.length(), limit - written);
    if (trouble.isEmpty() && room > 0) {
      try {
        if (file == null) {
          file = Files.createTempFile("lectern-cell-output-", ".txt");
        }
        Files.write(
            file,
            text.substring(0, room).getBytes(StandardCharsets.UTF_8),
            StandardOpenOption.APPEND);
        written += room;
        dropped += text.length() - room;
        return;
      } catch (IOException e) {
        trouble = ": " + e.getMessage();
      }
    }
    dropped += text.length();
  }

  /** Said once, where the notebook ends and the file begins. */
  String beginning(long shown) {
    return "\n… this cell has printed "
        + number(shown)
        + " characters. What follows is in "
        + (file == null ? "no file" + trouble : file)
        + "\n(the environment variable "
        + OutputLimit.VARIABLE
        + " sets the limit, 0 for none)\n";
  }

  /** Said when the cell ends. */
  String end() {
    String kept = file == null ? "" : number(written) + " characters are in " + file;
    String lost = dropped == 0 ? "" : number(dropped) + " characters more were dropped" + trouble;
    return "… " + kept + (kept.isEmpty() || lost.isEmpty() ? "" : "; ") + lost + "\n";
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
