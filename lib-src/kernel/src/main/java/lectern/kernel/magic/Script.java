package lectern.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.display.UserError;
import lectern.kernel.wire.Json;

/** A file whose code runs as if it stood in the cell. */
final class Script {
  private final CellRunner runner;

  Script(CellRunner runner) {
    this.runner = runner;
  }

  /** Runs the files named; the value is that of the last. */
  Optional<Object> run(String files) throws Exception {
    Object last = null;
    for (String name : Words.of(files, "%load needs a file: %load helpers.jshell")) {
      Path file = Path.of(name);
      for (String code : cells(file)) {
        last = runner.run(code, file.getFileName().toString()).value();
      }
    }
    return Optional.ofNullable(last);
  }

  private static List<String> cells(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".ipynb") ? codeCells(text) : List.of(text);
    } catch (NoSuchFileException e) {
      throw new UserError("there is no file " + file + " in " + Path.of("").toAbsolutePath(), e);
    } catch (MalformedInputException e) {
      throw new UserError(file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new UserError(file + " is not a notebook: " + e.getMessage(), e);
    }
  }

  private static List<String> codeCells(String notebook) {
    List<String> cells = new ArrayList<>();
    for (JsonElement each : Json.parseObject(notebook).getAsJsonArray("cells")) {
      JsonObject cell = each.getAsJsonObject();
      if (cell.get("cell_type").getAsString().equals("code")) {
        cells.add(source(cell.get("source")));
      }
    }
    return cells;
  }

  private static String source(JsonElement source) {
    if (source.isJsonPrimitive()) {
      return source.getAsString();
    }
    StringBuilder lines = new StringBuilder();
    source.getAsJsonArray().forEach(line -> lines.append(line.getAsString()));
    return lines.toString();
  }
}
