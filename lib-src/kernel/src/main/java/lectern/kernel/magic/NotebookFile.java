package lectern.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.UserError;

/** The code cells of an {@code .ipynb} file. */
final class NotebookFile {
  private NotebookFile() {}

  /**
   * The code cells in order.
   *
   * @throws UserError if the text is no notebook of format 4, or one of another language
   */
  static List<String> codeCells(String json, Path file) {
    try {
      JsonObject notebook = JsonParser.parseString(json).getAsJsonObject();
      if (!notebook.has("cells")) {
        throw new UserError(
            "Not a notebook of format 4: " + file + " has no cells. Open and save it in Jupyter.");
      }
      refuseOtherLanguages(notebook, file);
      List<String> cells = new ArrayList<>();
      for (JsonElement element : notebook.getAsJsonArray("cells")) {
        JsonObject cell = element.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          cells.add(text(cell.get("source")));
        }
      }
      return cells;
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      throw new UserError("Not a notebook: " + file + " (" + e.getMessage() + ")", e);
    }
  }

  private static void refuseOtherLanguages(JsonObject notebook, Path file) {
    JsonElement metadata = notebook.get("metadata");
    String language =
        first(text(metadata, "language_info", "name"), text(metadata, "kernelspec", "language"));
    if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).equals("java")) {
      throw new UserError("A notebook in " + language + ", not in Java: " + file);
    }
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String text(JsonElement metadata, String part, String field) {
    if (metadata instanceof JsonObject all
        && all.get(part) instanceof JsonObject object
        && object.has(field)) {
      return text(object.get(field));
    }
    return "";
  }

  /** A text, or a list of lines that bring their own line breaks. */
  private static String text(JsonElement source) {
    if (source instanceof JsonArray lines) {
      StringBuilder all = new StringBuilder();
      lines.forEach(line -> all.append(line.getAsString()));
      return all.toString();
    }
    return source.getAsString();
  }
}
