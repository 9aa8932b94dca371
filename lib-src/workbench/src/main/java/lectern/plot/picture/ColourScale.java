package lectern.plot.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Numbers to colours, with the words for the bar that explains them. */
record ColourScale(List<Stop> stops, double low, double high, boolean reversed, Spec bar) {
  record Stop(double at, Color colour) {}

  private static final String[] BLUES = {"#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#08306b"};
  private static final String[] VIRIDIS = {
    "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58",
    "#b5de2b", "#fde725"
  };

  /**
   * The scale of a series.
   *
   * @param values all the numbers that it colours
   * @param letter z for heat maps, c for markers
   */
  static ColourScale of(Spec spec, String letter, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    low = spec.number(letter + "min", low);
    high = spec.number(letter + "max", high);
    if (!(low < high)) {
      low = Double.isInfinite(low) ? 0 : low - 0.5;
      high = low + 1;
    }
    return new ColourScale(
        stops(spec.find("colorscale")),
        low,
        high,
        spec.flag("reversescale", false),
        spec.flag("showscale", letter.equals("z")) ? spec.at("colorbar") : null);
  }

  private static List<Stop> stops(JsonElement scale) {
    List<Stop> stops = new ArrayList<>();
    if (scale instanceof JsonArray array) {
      for (JsonElement element : array) {
        if (element instanceof JsonArray pair && pair.size() == 2) {
          stops.add(new Stop(pair.get(0).getAsDouble(), Colours.parse(pair.get(1).getAsString())));
        }
      }
    }
    if (stops.size() < 2) {
      boolean blues =
          scale != null
              && !(scale instanceof JsonArray)
              && scale.getAsString().equalsIgnoreCase("blues");
      String[] named = blues ? BLUES : VIRIDIS;
      for (int i = 0; i < named.length; i++) {
        stops.add(new Stop(i / (named.length - 1.0), Colours.parse(named[i])));
      }
    }
    return List.copyOf(stops);
  }

  Color colour(double value) {
    return atShare((value - low) / (high - low));
  }

  /** The colour at a share of the way from low to high. */
  Color atShare(double share) {
    double at = Math.max(0, Math.min(1, reversed ? 1 - share : share));
    for (int i = 1; i < stops.size(); i++) {
      Stop a = stops.get(i - 1);
      Stop b = stops.get(i);
      if (at <= b.at()) {
        return b.at() == a.at()
            ? b.colour()
            : Colours.mix(a.colour(), b.colour(), Math.max(0, (at - a.at()) / (b.at() - a.at())));
      }
    }
    return stops.get(stops.size() - 1).colour();
  }
}
