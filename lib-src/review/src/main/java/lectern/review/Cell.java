package lectern.review;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One cell of a notebook.
 *
 * @param number its place among all cells, from 1
 * @param json the cell as it stands in the file; setters write into it
 */
public record Cell(int number, JsonObject json) {
  /** The tag, known to all Jupyter tools, of a cell that is meant to end with an error. */
  static final String RAISES_EXCEPTION = "raises-exception";

  /** The tag of a cell whose numbers pass through a native library, such as OpenBLAS. */
  static final String NATIVE = "native";

  /** True for a cell that runs. */
  public boolean isCode() {
    return "code".equals(json.get("cell_type").getAsString());
  }

  /** What is written in the cell. */
  public String source() {
    return joined(json.get("source"));
  }

  /** The cell's tags, such as {@code solution}. */
  public List<String> tags() {
    JsonObject metadata = json.getAsJsonObject("metadata");
    List<String> tags = new ArrayList<>();
    if (metadata != null && metadata.get("tags") instanceof JsonArray array) {
      array.forEach(tag -> tags.add(tag.getAsString()));
    }
    return tags;
  }

  /** The count in the brackets beside a code cell; empty when it has not run. */
  public OptionalInt executionCount() {
    JsonElement count = json.get("execution_count");
    return count instanceof JsonPrimitive number
        ? OptionalInt.of(number.getAsInt())
        : OptionalInt.empty();
  }

  /** The outputs of a code cell, in nbformat's form. */
  public List<JsonObject> outputs() {
    List<JsonObject> outputs = new ArrayList<>();
    if (json.get("outputs") instanceof JsonArray array) {
      array.forEach(output -> outputs.add(output.getAsJsonObject()));
    }
    return outputs;
  }

  /** Replaces outputs and count. */
  public void ran(OptionalInt executionCount, List<JsonObject> outputs) {
    JsonArray array = new JsonArray();
    outputs.forEach(array::add);
    json.add("outputs", array);
    json.add(
        "execution_count",
        executionCount.isPresent()
            ? new JsonPrimitive(executionCount.getAsInt())
            : JsonNull.INSTANCE);
  }

  /** The text of a field that nbformat writes as one string or as a list of lines. */
  static String joined(JsonElement text) {
    if (text instanceof JsonArray lines) {
      StringBuilder all = new StringBuilder();
      lines.forEach(line -> all.append(line.getAsString()));
      return all.toString();
    }
    return text == null || text.isJsonNull() ? "" : text.getAsString();
  }
}
