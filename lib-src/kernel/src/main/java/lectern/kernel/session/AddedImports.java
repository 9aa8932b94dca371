package lectern.kernel.session;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.wire.Message;

/**
 * Imports that a cell did without, written into it so that whoever reads the notebook sees them.
 */
final class AddedImports {
  private AddedImports() {}

  /**
   * The cell with the imports: on top, but below magics that stand there.
   *
   * @return "" where there are none, or the front end would take the text for a new cell: one that
   *     keeps cells names the cell in its request
   */
  static String in(Message request, String cell, List<String> imports) {
    JsonObject metadata = request.metadata();
    if (imports.isEmpty() || !metadata.has("cellId")) {
      return "";
    }
    List<String> lines = new ArrayList<>(List.of(cell.split("\n", -1)));
    int at = 0;
    while (at < lines.size() - 1 && lines.get(at).startsWith("%")) {
      at++;
    }
    lines.addAll(at, imports.stream().map(each -> "import " + each + ";").toList());
    return String.join("\n", lines);
  }
}
