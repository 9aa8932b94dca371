package lectern.review;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What two runs of one notebook show differently: text, results and figure JSON, to the last
 * character. Pictures and progress bars are not compared. Of a cell tagged {@code native}, whose
 * numbers pass through a native library, only the kinds and forms of its outputs are.
 */
public final class Differences {
  private Differences() {}

  /**
   * One line for each difference, with the cell's number and the first place where it differs;
   * empty when the committed outputs are what a clean run gives.
   */
  public static List<String> between(Notebook committed, Notebook rerun) {
    List<Cell> before = committed.codeCells();
    List<Cell> after = rerun.codeCells();
    List<String> differences = new ArrayList<>();
    if (before.size() != after.size()) {
      differences.add("code cells: committed " + before.size() + ", in the run " + after.size());
      return differences;
    }
    for (int i = 0; i < before.size(); i++) {
      compare(before.get(i), after.get(i), differences);
    }
    String was = widgets(committed);
    String is = widgets(rerun);
    if (!was.equals(is)) {
      differences.add("the state of the widgets: " + firstDifference(was, is));
    }
    return differences;
  }

  /** The saved state of its widgets as text, "" without any. */
  private static String widgets(Notebook notebook) {
    JsonElement saved = notebook.metadata().get("widgets");
    return saved == null ? "" : text(saved);
  }

  private static void compare(Cell before, Cell after, List<String> differences) {
    String where = "cell " + before.number();
    boolean isNative = before.tags().contains(Cell.NATIVE);
    List<ShownOutput> committed = ShownOutput.of(before.outputs());
    List<ShownOutput> rerun = ShownOutput.of(after.outputs());
    if (committed.size() != rerun.size()) {
      differences.add(
          where + ": committed outputs " + kinds(committed) + ", the run gives " + kinds(rerun));
      return;
    }
    for (int i = 0; i < committed.size(); i++) {
      ShownOutput was = isNative ? committed.get(i).withoutValues() : committed.get(i);
      ShownOutput is = isNative ? rerun.get(i).withoutValues() : rerun.get(i);
      compare(where + ", output " + (i + 1), was, is, differences);
    }
  }

  private static void compare(
      String where, ShownOutput committed, ShownOutput rerun, List<String> differences) {
    if (!committed.kind().equals(rerun.kind())) {
      differences.add(
          where + ": committed is " + committed.kind() + ", the run gives " + rerun.kind());
      return;
    }
    TreeSet<String> mimes = new TreeSet<>(committed.forms().keySet());
    mimes.addAll(rerun.forms().keySet());
    for (String mime : mimes) {
      JsonElement was = committed.forms().get(mime);
      JsonElement is = rerun.forms().get(mime);
      if (was == null || is == null) {
        differences.add(where + ": " + mime + (was == null ? " is new" : " is gone"));
      } else if (!was.equals(is)) {
        differences.add(where + ", " + mime + ": " + firstDifference(text(was), text(is)));
      }
    }
  }

  private static List<String> kinds(List<ShownOutput> outputs) {
    return outputs.stream().map(ShownOutput::kind).toList();
  }

  private static String text(JsonElement element) {
    return element.isJsonPrimitive() ? element.getAsString() : Notebook.sorted(element).toString();
  }

  private static String firstDifference(String was, String is) {
    int at = 0;
    while (at < was.length() && at < is.length() && was.charAt(at) == is.charAt(at)) {
      at++;
    }
    return "at character "
        + at
        + ", committed "
        + excerpt(was, at)
        + ", the run "
        + excerpt(is, at);
  }

  private static String excerpt(String text, int at) {
    int from = Math.max(0, at - 30);
    int to = Math.min(text.length(), at + 50);
    String piece = text.substring(from, to).replace("\n", "⏎");
    return "«" + (from > 0 ? "…" : "") + piece + (to < text.length() ? "…" : "") + "»";
  }
}
