package lectern.review;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a notebook must be to be committed: run once from top to bottom without an error, its
 * outputs small and free of what belongs to one machine or one moment.
 */
public final class CommittedRules {
  /** The most that one picture may weigh, in base64 characters. */
  static final int PICTURE_LIMIT = 100_000;

  /** The most that a whole notebook may weigh, in characters. */
  static final int NOTEBOOK_LIMIT = 2_000_000;

  private static final Pattern PATH =
      Pattern.compile("(/home/|/root/|/Users/|/tmp/|/work/|[A-Z]:\\\\\\\\?Users)[^\\s\"'<]*");

  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{2}:\\d{2}:\\d{2}\\b|\\b\\d+([.,]\\d+)?\\s?(ms|µs|ns|seconds|milliseconds)\\b");

  private CommittedRules() {}

  /** One line for each rule that is broken; empty when the notebook may be committed. */
  public static List<String> broken(Notebook notebook) {
    List<String> broken = new ArrayList<>();
    int size = notebook.text().length();
    if (size > NOTEBOOK_LIMIT) {
      broken.add("the notebook has " + size + " characters; at most " + NOTEBOOK_LIMIT);
    }
    int expected = 1;
    for (Cell cell : notebook.cells()) {
      String where = "cell " + cell.number() + ": ";
      checkSolution(cell, where, broken);
      if (!cell.isCode() || cell.source().isBlank()) {
        continue;
      }
      if (cell.executionCount().orElse(0) != expected) {
        broken.add(
            where + "its count is " + cell.executionCount() + ", in one clean run " + expected);
      }
      expected++;
      if (cell.json().getAsJsonObject("metadata").has("execution")) {
        broken.add(where + "its metadata holds the time of execution");
      }
      checkErrors(cell, where, broken);
      cell.outputs().forEach(output -> checkOutput(output, where, broken));
    }
    return broken;
  }

  private static void checkSolution(Cell cell, String where, List<String> broken) {
    JsonObject metadata = cell.json().getAsJsonObject("metadata");
    if (cell.tags().contains("solution")
        && !(metadata.get("jupyter") instanceof JsonObject jupyter
            && isTrue(jupyter, "source_hidden")
            && isTrue(jupyter, "outputs_hidden"))) {
      broken.add(where + "tagged solution, but its source or its outputs are not collapsed");
    }
  }

  private static boolean isTrue(JsonObject object, String name) {
    return object.has(name) && object.get(name).getAsBoolean();
  }

  private static void checkErrors(Cell cell, String where, List<String> broken) {
    boolean failed =
        cell.outputs().stream().anyMatch(o -> "error".equals(o.get("output_type").getAsString()));
    if (failed != cell.tags().contains(Cell.RAISES_EXCEPTION)) {
      broken.add(
          where
              + (failed
                  ? "ends with an error, but is not tagged " + Cell.RAISES_EXCEPTION
                  : "is tagged " + Cell.RAISES_EXCEPTION + ", but ends well"));
    }
  }

  private static void checkOutput(JsonObject output, String where, List<String> broken) {
    if (ShownOutput.isProgress(output)) {
      broken.add(where + "a progress bar is saved in it");
    }
    if (output.get("data") instanceof JsonObject data) {
      data.asMap()
          .forEach(
              (mime, value) -> {
                if (mime.startsWith("image/") && Cell.joined(value).length() > PICTURE_LIMIT) {
                  broken.add(
                      where
                          + mime
                          + " has "
                          + Cell.joined(value).length()
                          + " characters; at most "
                          + PICTURE_LIMIT);
                }
              });
    }
    for (ShownOutput shown : ShownOutput.of(List.of(output))) {
      shown.forms().forEach((mime, value) -> checkText(value.toString(), where + mime, broken));
    }
  }

  private static void checkText(String text, String where, List<String> broken) {
    Matcher path = PATH.matcher(text);
    if (path.find()) {
      broken.add(where + " holds a path of one machine: " + path.group());
    }
    Matcher time = TIME.matcher(text);
    if (time.find()) {
      broken.add(where + " holds a time: " + time.group());
    }
  }
}
