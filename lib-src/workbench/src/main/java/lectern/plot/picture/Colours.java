package lectern.plot.picture;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;

/** CSS colours: #rgb, #rrggbb, rgb(), rgba() and the names that people use. */
final class Colours {
  /** plotly.js's own order of colours, for a series that names none. */
  private static final String[] DEFAULTS = {
    "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd",
    "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"
  };

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", 0x000000),
          Map.entry("white", 0xffffff),
          Map.entry("red", 0xff0000),
          Map.entry("green", 0x008000),
          Map.entry("blue", 0x0000ff),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("orange", 0xffa500),
          Map.entry("purple", 0x800080),
          Map.entry("yellow", 0xffff00),
          Map.entry("brown", 0xa52a2a),
          Map.entry("pink", 0xffc0cb),
          Map.entry("cyan", 0x00ffff),
          Map.entry("magenta", 0xff00ff),
          Map.entry("navy", 0x000080),
          Map.entry("teal", 0x008080),
          Map.entry("lime", 0x00ff00),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("gold", 0xffd700),
          Map.entry("steelblue", 0x4682b4),
          Map.entry("crimson", 0xdc143c),
          Map.entry("tomato", 0xff6347),
          Map.entry("darkgray", 0xa9a9a9),
          Map.entry("lightgray", 0xd3d3d3),
          Map.entry("lightgrey", 0xd3d3d3),
          Map.entry("lightblue", 0xadd8e6),
          Map.entry("darkblue", 0x00008b),
          Map.entry("darkgreen", 0x006400),
          Map.entry("darkred", 0x8b0000),
          Map.entry("darkorange", 0xff8c00),
          Map.entry("skyblue", 0x87ceeb),
          Map.entry("coral", 0xff7f50),
          Map.entry("salmon", 0xfa8072),
          Map.entry("indigo", 0x4b0082),
          Map.entry("violet", 0xee82ee),
          Map.entry("olive", 0x808000),
          Map.entry("maroon", 0x800000));

  private Colours() {}

  static Color ofTrace(int index) {
    return parse(DEFAULTS[index % DEFAULTS.length]);
  }

  static Color parse(String css) {
    return parse(css, Color.BLACK);
  }

  /** The colour, or another one where the text is none. */
  static Color parse(String css, Color otherwise) {
    String text = css.trim().toLowerCase(Locale.ROOT);
    try {
      if (text.startsWith("#")) {
        return hex(text.substring(1), otherwise);
      }
      if (text.startsWith("rgb")) {
        return rgb(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')')));
      }
    } catch (RuntimeException e) {
      return otherwise;
    }
    if (text.equals("transparent")) {
      return new Color(0, 0, 0, 0);
    }
    Integer named = NAMES.get(text);
    return named == null ? otherwise : new Color(named);
  }

  private static Color hex(String digits, Color otherwise) {
    if (digits.length() == 3) {
      char[] d = digits.toCharArray();
      return new Color(Integer.parseInt("" + d[0] + d[0] + d[1] + d[1] + d[2] + d[2], 16));
    }
    return digits.length() == 6 ? new Color(Integer.parseInt(digits, 16)) : otherwise;
  }

  private static Color rgb(String inside) {
    String[] parts = inside.split("[,\\s/]+");
    float alpha = parts.length > 3 ? Float.parseFloat(parts[3]) : 1;
    return new Color(
        channel(parts[0]), channel(parts[1]), channel(parts[2]), Math.round(alpha * 255));
  }

  private static int channel(String part) {
    return Math.max(0, Math.min(255, Math.round(Float.parseFloat(part))));
  }

  /** As #rrggbb, without its opacity. */
  static String hex(Color colour) {
    return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
  }

  static Color fade(Color colour, double opacity) {
    return new Color(
        colour.getRed(),
        colour.getGreen(),
        colour.getBlue(),
        (int) Math.round(colour.getAlpha() * Math.max(0, Math.min(1, opacity))));
  }

  /** Between two colours: the first at 0, the second at 1. */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  /** Black or white, whichever reads better on a colour. */
  static Color on(Color back) {
    double light = (back.getRed() * 299 + back.getGreen() * 587 + back.getBlue() * 114) / 255000.0;
    return light > 0.6 ? new Color(0x1f2933) : Color.WHITE;
  }
}
