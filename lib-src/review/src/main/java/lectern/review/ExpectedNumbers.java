package lectern.review;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.data.WholeFile;
import lectern.display.UserError;
import lectern.record.Recorded;

/**
 * The numbers that a notebook recorded, in the order in which its cells showed them, and the file
 * in {@code notebooks/expected} that keeps them: a JSON array of objects with name, value and,
 * where a native library has part in it, tolerance.
 */
public final class ExpectedNumbers {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final List<JsonObject> numbers;

  private ExpectedNumbers(List<JsonObject> numbers) {
    this.numbers = numbers;
  }

  /** What the outputs of this notebook hold. */
  public static ExpectedNumbers of(Notebook notebook) {
    List<JsonObject> numbers = new ArrayList<>();
    for (Cell cell : notebook.codeCells()) {
      for (JsonObject output : cell.outputs()) {
        if (output.get("data") instanceof JsonObject data
            && data.get(Recorded.MIME) instanceof JsonArray all) {
          all.forEach(one -> numbers.add(one.getAsJsonObject()));
        }
      }
    }
    return new ExpectedNumbers(numbers);
  }

  /** What a file of {@code notebooks/expected} holds. */
  public static ExpectedNumbers read(Path file) {
    try {
      List<JsonObject> numbers = new ArrayList<>();
      for (JsonElement one : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
        numbers.add(one.getAsJsonObject());
      }
      return new ExpectedNumbers(numbers);
    } catch (IOException e) {
      throw new UserError("Cannot read the expected numbers " + file + ": " + e, e);
    }
  }

  /** Where the numbers of a notebook are kept: the same path, below {@code expected}. */
  public static Path fileOf(Path notebooks, Path notebook) {
    Path inside =
        notebooks.toAbsolutePath().normalize().relativize(notebook.toAbsolutePath().normalize());
    String name = inside.toString().replaceFirst("\\.ipynb$", ".json");
    return notebooks.resolve("expected").resolve(name);
  }

  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Writes them, whole or not at all. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    JsonArray all = new JsonArray();
    numbers.forEach(all::add);
    WholeFile.write(file, (GSON.toJson(all) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** One line for each number that a rerun gives otherwise than these; empty when none does. */
  public List<String> differencesTo(ExpectedNumbers rerun) {
    List<String> names = names();
    List<String> differences = new ArrayList<>();
    if (!names.equals(rerun.names())) {
      differences.add("recorded are " + rerun.names() + ", expected " + names);
      return differences;
    }
    for (int i = 0; i < numbers.size(); i++) {
      String difference = difference(numbers.get(i), rerun.numbers.get(i));
      if (!difference.isEmpty()) {
        differences.add(names.get(i) + ": " + difference);
      }
    }
    return differences;
  }

  private List<String> names() {
    return numbers.stream().map(one -> one.get("name").getAsString()).toList();
  }

  private static String difference(JsonObject expected, JsonObject rerun) {
    String was = expected.get("value").getAsString();
    String is = rerun.get("value").getAsString();
    if (!expected.has("tolerance")) {
      boolean same = was.equals(is) && !rerun.has("tolerance");
      return same ? "" : "expected " + was + " to the bit, the run gives " + is;
    }
    double tolerance = expected.get("tolerance").getAsDouble();
    boolean near = Math.abs(Double.parseDouble(was) - Double.parseDouble(is)) <= tolerance;
    return near ? "" : "expected " + was + " within " + tolerance + ", the run gives " + is;
  }
}
