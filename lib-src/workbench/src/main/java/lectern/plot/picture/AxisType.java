package lectern.plot.picture;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an axis holds when the figure does not say: dates, categories or numbers. */
final class AxisType {
  private AxisType() {}

  static String of(Axis axis, List<Spec> series) {
    String letter = axis.horizontal ? "x" : "y";
    for (Spec one : series) {
      if (!one.text(letter + "axis", letter).equals(axis.id)) {
        continue;
      }
      if (one.array(letter).size() > 0) {
        return of(one.array(letter));
      }
      boolean upright = !one.text("orientation", "v").equals("h");
      if (one.text("type", "").equals("box") && one.has("name") && upright == axis.horizontal) {
        return "category";
      }
    }
    return "linear";
  }

  private static String of(Iterable<JsonElement> values) {
    int dates = 0;
    int numbers = 0;
    int words = 0;
    Set<String> seen = new HashSet<>();
    for (JsonElement value : values) {
      if (!(value instanceof JsonPrimitive primitive) || !seen.add(primitive.getAsString())) {
        continue;
      }
      boolean number = !Double.isNaN(Spec.numberOf(primitive));
      numbers += number ? 1 : 0;
      words += number ? 0 : 1;
      dates += primitive.isString() && !Double.isNaN(Dates.parse(primitive.getAsString())) ? 1 : 0;
    }
    if (dates > 2 * numbers) {
      return "date";
    }
    return words > 2 * numbers ? "category" : "linear";
  }
}
