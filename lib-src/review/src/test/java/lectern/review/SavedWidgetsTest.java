package lectern.review;

import static lectern.review.Notebooks.code;
import static lectern.review.Notebooks.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lectern.display.Progress;
import lectern.display.widget.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Widgets of a run in the notebook's file. */
class SavedWidgetsTest {
  private static final String IMPORTS = "import static lectern.display.widget.Widgets.*;";

  private final NotebookRunner runner =
      new NotebookRunner(KernelCommand.ofThisProcess(), Duration.ofSeconds(60));

  private Notebook run(Notebook notebook, Path folder) {
    return runner.run(notebook, "test", folder, Progress.silent());
  }

  @Test
  void theSameRunGivesTheSameFile(@TempDir Path folder) {
    Notebook notebook =
        of(
            code(0, IMPORTS),
            code(0, "var k = slider(\\\"k\\\", 2, 10); k"),
            code(0, "var gone = checkbox(\\\"b\\\", true); gone.id(); gone.close();"),
            code(0, "k.value(7);"));
    Notebook first = run(notebook, folder);
    assertEquals(first.text(), run(first, folder).text());
    assertEquals(List.of(), Differences.between(first, run(notebook, folder)));
    assertEquals(List.of(), CommittedRules.broken(first));
    String id = view(first.codeCells().get(1)).get("model_id").getAsString();
    JsonObject slider = states(first).getAsJsonObject(id);
    assertEquals("IntSliderModel", slider.get("model_name").getAsString());
    JsonObject state = slider.getAsJsonObject("state");
    assertEquals(7, state.get("value").getAsInt(), "as it was at the end");
    String layout = state.get("layout").getAsString().substring("IPY_MODEL_".length());
    assertTrue(states(first).has(layout), layout);
    assertFalse(states(first).toString().contains("CheckboxModel"), "what was closed is gone");
  }

  @Test
  void aStateThatDiffersIsADifference(@TempDir Path folder) {
    Notebook one = run(of(code(0, IMPORTS), code(0, "slider(\\\"k\\\", 2, 10).id();")), folder);
    Notebook other = run(of(code(0, IMPORTS), code(0, "slider(\\\"k\\\", 2, 11).id();")), folder);
    List<String> found = Differences.between(one, other);
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).startsWith("the state of the widgets: at character"), found.get(0));
    Notebook none = run(of(code(0, "1"), code(0, "2")), folder);
    assertFalse(none.metadata().has("widgets"));
  }

  private static JsonObject view(Cell cell) {
    return cell.outputs().get(0).getAsJsonObject("data").getAsJsonObject(Widget.VIEW);
  }

  private static JsonObject states(Notebook notebook) {
    return notebook
        .metadata()
        .getAsJsonObject("widgets")
        .getAsJsonObject(SavedWidgets.MIME)
        .getAsJsonObject("state");
  }
}
