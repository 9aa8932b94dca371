package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lectern.plot.picture.Picture;

/** What is compared of two layouts of one figure: axes, colours, legend. */
final class Looks {
  static final Path GOLDEN = Path.of("src", "test", "resources", "plotly-look");

  private Looks() {}

  static JsonObject read(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject of(Picture picture) {
    JsonObject axes = new JsonObject();
    picture
        .axes()
        .forEach(
            (id, look) ->
                axes.add(
                    id,
                    Json.object(
                        "type", look.type(), "range", look.range(), "ticks", look.ticks())));
    return Json.object("axes", axes, "colours", picture.colours(), "legend", picture.legend());
  }

  /** The differences in words; range ends may differ by that share of the range. */
  static List<String> differences(JsonObject wanted, JsonObject found, double tolerance) {
    List<String> all = new ArrayList<>();
    for (String part : new String[] {"colours", "legend"}) {
      compare(part, wanted.get(part), found.get(part), all);
    }
    JsonObject wantedAxes = wanted.getAsJsonObject("axes");
    JsonObject foundAxes = found.getAsJsonObject("axes");
    compare("axes", names(wantedAxes), names(foundAxes), all);
    for (String id : wantedAxes.keySet()) {
      if (foundAxes.has(id)) {
        JsonObject one = wantedAxes.getAsJsonObject(id);
        JsonObject other = foundAxes.getAsJsonObject(id);
        compare(id + " type", one.get("type"), other.get("type"), all);
        compare(id + " ticks", one.get("ticks"), other.get("ticks"), all);
        if (!near(one.getAsJsonArray("range"), other.getAsJsonArray("range"), tolerance)) {
          all.add(id + " range: wanted " + one.get("range") + ", found " + other.get("range"));
        }
      }
    }
    return all;
  }

  private static JsonElement names(JsonObject object) {
    return Json.element(List.copyOf(new TreeSet<>(object.keySet())));
  }

  private static void compare(
      String what, JsonElement wanted, JsonElement found, List<String> all) {
    if (!wanted.equals(found)) {
      all.add(what + ": wanted " + wanted + ", found " + found);
    }
  }

  private static boolean near(JsonArray wanted, JsonArray found, double tolerance) {
    double span = Math.abs(wanted.get(1).getAsDouble() - wanted.get(0).getAsDouble());
    for (int i = 0; i < 2; i++) {
      double off = Math.abs(wanted.get(i).getAsDouble() - found.get(i).getAsDouble());
      if (!(off <= tolerance * span)) {
        return false;
      }
    }
    return true;
  }
}
