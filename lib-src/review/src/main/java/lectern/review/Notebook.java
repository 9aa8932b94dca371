package lectern.review;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import lectern.display.UserError;

/**
 * A notebook file (nbformat 4), with everything in it kept as it was read.
 *
 * <p>Written the way Jupyter writes it (sorted keys, one space of indent, a final line end), so
 * that a rerun that changes nothing changes no byte.
 */
public final class Notebook {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private final JsonObject json;

  private Notebook(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a notebook.
   *
   * @throws UserError when there is no such file, or it is no notebook of format 4
   */
  public static Notebook read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserError("there is no notebook at " + file + ": check the path", e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + " as a notebook: " + e, e);
    }
  }

  /** Reads a notebook from its text; {@code name} is used in messages. */
  public static Notebook parse(String text, String name) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      int format = json.get("nbformat").getAsInt();
      if (format != 4 || !json.get("cells").isJsonArray()) {
        throw new UserError(
            name + " has notebook format " + format + "; open and save it in JupyterLab to get 4");
      }
      return new Notebook(json);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new UserError(name + " is not a Jupyter notebook: " + e.getMessage(), e);
    }
  }

  /** A copy that can be changed without changing this one. */
  public Notebook copy() {
    return new Notebook(json.deepCopy());
  }

  /** The cells in order; changes to a cell change this notebook. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    JsonArray all = json.getAsJsonArray("cells");
    for (int i = 0; i < all.size(); i++) {
      cells.add(new Cell(i + 1, all.get(i).getAsJsonObject()));
    }
    return cells;
  }

  /** The code cells in order, without empty ones, which Jupyter does not run either. */
  public List<Cell> codeCells() {
    return cells().stream().filter(cell -> cell.isCode() && !cell.source().isBlank()).toList();
  }

  /** The notebook's metadata; changes to it change this notebook. */
  public JsonObject metadata() {
    return json.getAsJsonObject("metadata");
  }

  /** Writes the notebook in place of the file, whole or not at all, with the file's own rights. */
  public void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (Files.exists(file)) {
        // A copy takes over the rights; a new file gets those that new files have here.
        Files.copy(
            file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.writeString(part, text());
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The file's text. */
  public String text() {
    StringWriter out = new StringWriter();
    try (JsonWriter writer = new JsonWriter(out)) {
      writer.setIndent(" ");
      writer.setHtmlSafe(false);
      writer.setSerializeNulls(true);
      GSON.toJson(sorted(json), writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  static JsonElement sorted(JsonElement element) {
    if (element.isJsonArray()) {
      JsonArray array = new JsonArray();
      element.getAsJsonArray().forEach(e -> array.add(sorted(e)));
      return array;
    }
    if (element.isJsonObject()) {
      JsonObject object = new JsonObject();
      new TreeMap<>(element.getAsJsonObject().asMap())
          .forEach((key, value) -> object.add(key, sorted(value)));
      return object;
    }
    return element;
  }
}
