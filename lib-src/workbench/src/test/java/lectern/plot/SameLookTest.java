package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.plot.picture.Picture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our pictures have plotly.js's axis ranges, tick texts, colours and legend, as recorded of it. */
class SameLookTest {
  private static final double TOLERANCE = 1e-6;

  @TestFactory
  Stream<DynamicTest> pictureLooksAsPlotlyLaidItOut() {
    Map<String, String> figures = LookFigures.all();
    return figures.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> compare(entry.getKey(), entry.getValue())));
  }

  private static void compare(String name, String json) {
    JsonObject golden = Looks.read(Looks.GOLDEN.resolve(name + ".json"));
    JsonObject ours = Looks.of(Picture.of(json));
    List<String> differences = Looks.differences(golden, ours, TOLERANCE);
    assertTrue(differences.isEmpty(), () -> name + ":\n" + String.join("\n", differences));
  }

  @Test
  void everyFigureIsRecordedAndEveryRecordHasItsFigure() throws IOException {
    try (Stream<java.nio.file.Path> files = Files.list(Looks.GOLDEN)) {
      Set<String> recorded =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(LookFigures.all().keySet()), recorded);
    }
    assertTrue(LookFigures.all().size() >= 15);
  }

  /** The comparison itself can fail: each part, changed a little, is found. */
  @Test
  void aChangeInAnyPartIsFound() {
    JsonObject look = Looks.of(Picture.of(LookFigures.all().get("lines")));
    assertTrue(Looks.differences(look, look.deepCopy(), TOLERANCE).isEmpty());
    JsonObject range = look.deepCopy();
    double span = 149;
    range
        .getAsJsonObject("axes")
        .getAsJsonObject("x")
        .getAsJsonArray("range")
        .set(1, new JsonPrimitive(span * (1 + 2e-6)));
    JsonObject tick = look.deepCopy();
    tick.getAsJsonObject("axes").getAsJsonObject("y").getAsJsonArray("ticks").remove(0);
    JsonObject colour = look.deepCopy();
    colour.getAsJsonArray("colours").get(0).getAsJsonArray().set(0, new JsonPrimitive("#000000"));
    JsonObject legend = look.deepCopy();
    legend.getAsJsonArray("legend").add(legend.getAsJsonArray("legend").remove(0));
    for (JsonObject changed : List.of(range, tick, colour, legend)) {
      assertEquals(1, Looks.differences(look, changed, TOLERANCE).size());
    }
  }
}
