package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.plot.picture.Picture;

/**
 * Writes out what a figure leaves open: colours, fonts, margins, the place of the legend. So
 * plotly.js in the notebook and the picture beside it have nothing left to choose differently.
 */
final class Look {
  static final int WIDTH = 700;
  static final int HEIGHT = 420;

  private static final double TICK_SIZE = 12;
  private static final double TITLE_SIZE = 13;
  private static final String FONTS =
      "Inter, 'Segoe UI', 'Helvetica Neue', Roboto, Arial, 'Liberation Sans', 'Noto Sans', "
          + "'DejaVu Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

  private final JsonObject figure;
  private final JsonArray data;
  private final JsonObject layout;
  private final Theme theme;

  private Look(JsonObject figure, Theme theme) {
    this.figure = figure;
    this.data = figure.getAsJsonArray("data");
    this.layout = Json.at(figure, "layout");
    this.theme = theme;
  }

  /** A complete copy of a figure {@code {"data": […], "layout": {…}}}. */
  static JsonObject complete(JsonObject figure, Theme theme) {
    JsonObject copy = figure.deepCopy();
    new Look(copy, theme).complete();
    return copy;
  }

  private List<JsonObject> traces() {
    List<JsonObject> all = new ArrayList<>();
    for (JsonElement trace : data) {
      all.add(trace.getAsJsonObject());
    }
    return all;
  }

  private static String type(JsonObject trace) {
    return Json.text(trace, "type", "scatter");
  }

  private void complete() {
    Json.preset(layout, "width", WIDTH);
    Json.preset(layout, "height", HEIGHT);
    Json.preset(layout, "autosize", false);
    Json.preset(layout, "paper_bgcolor", theme.paper);
    Json.preset(layout, "plot_bgcolor", theme.paper);
    Json.preset(layout, "font.family", FONTS);
    Json.preset(layout, "font.size", TICK_SIZE);
    Json.preset(layout, "font.color", theme.text);
    Json.preset(layout, "colorway", theme.series);
    Json.preset(layout, "piecolorway", theme.series);
    boolean histograms = traces().stream().anyMatch(t -> type(t).equals("histogram"));
    Json.preset(layout, "bargap", histograms ? 0.04 : 0.24);
    Json.preset(layout, "bargroupgap", 0.06);
    Json.preset(layout, "boxgap", 0.35);
    Json.preset(layout, "boxmode", "overlay");
    Json.preset(layout, "hovermode", "closest");
    // An empty template keeps plotly.js from putting its own in.
    Json.preset(layout, "template", new JsonObject());
    Palettes.colour(traces(), theme, layout);
    completeAxes();
    if (!Contents.any(traces())) {
      Contents.sayNone(layout, theme);
    }
    completeTitle();
    completeLegend();
    completeNotes();
    margins();
    new NoteRoom(figure).make();
  }

  private void completeNotes() {
    for (String list : new String[] {"annotations", "shapes"}) {
      if (layout.get(list) instanceof JsonArray notes) {
        for (JsonElement element : notes) {
          JsonObject note = element.getAsJsonObject();
          if (list.equals("shapes")) {
            Json.preset(note, "line.color", theme.muted);
          } else {
            Json.preset(note, "font.size", TICK_SIZE);
            Json.preset(note, "font.color", theme.text);
            Json.preset(note, "arrowcolor", theme.muted);
          }
        }
      }
    }
  }

  private void completeTitle() {
    String title = titleOf(layout);
    if (title.isEmpty()) {
      return;
    }
    if (!(layout.get("title") instanceof JsonObject)) {
      layout.add("title", Json.object("text", title));
    }
    double room = Json.get(layout, "width").getAsDouble() - 100;
    Json.set(layout, "title.text", TextSize.wrap(title, 16, room));
    Json.preset(layout, "title.font.size", 16);
    Json.preset(layout, "title.font.color", theme.text);
    Json.preset(layout, "title.x", 0);
    Json.preset(layout, "title.xref", "paper");
    Json.preset(layout, "title.xanchor", "left");
    // plotly.js puts the top of a single line there, but the foot of the first of several.
    double top = titleOf(layout).contains("<br>") ? 26 : 14;
    Json.preset(layout, "title.y", 1 - top / Json.get(layout, "height").getAsDouble());
    Json.preset(layout, "title.yref", "container");
    Json.preset(layout, "title.yanchor", "top");
  }

  private static String titleOf(JsonObject owner) {
    return owner.get("title") instanceof JsonObject
        ? Json.text(owner, "title.text", "")
        : Json.text(owner, "title", "");
  }

  private void completeAxes() {
    for (JsonObject trace : traces()) {
      if (!Palettes.cartesian(type(trace))) {
        continue;
      }
      for (String letter : new String[] {"x", "y"}) {
        String id = Json.text(trace, letter + "axis", letter);
        completeAxis(id, trace, Json.at(layout, letter + "axis" + id.substring(1)));
      }
    }
  }

  private void completeAxis(String id, JsonObject trace, JsonObject axis) {
    boolean x = id.startsWith("x");
    boolean map = type(trace).equals("heatmap");
    boolean category = Json.text(axis, "type", "").equals("category");
    boolean bars = type(trace).equals("bar") || type(trace).equals("histogram");
    boolean places = bars && Json.text(trace, "orientation", "v").equals(x ? "v" : "h");
    Json.preset(axis, "automargin", false);
    Json.preset(axis, "showgrid", !map && !category && !places);
    Json.preset(axis, "gridcolor", theme.grid);
    Json.preset(axis, "gridwidth", 1);
    Json.preset(axis, "zeroline", bars && !places);
    Json.preset(axis, "zerolinecolor", theme.line);
    Json.preset(axis, "zerolinewidth", 1);
    boolean line = x != bars || !places && x || places || category;
    Json.preset(axis, "showline", line && !map);
    Json.preset(axis, "linecolor", theme.line);
    Json.preset(axis, "linewidth", 1);
    boolean log = Json.text(axis, "type", "").equals("log");
    Json.preset(axis, "ticks", "outside");
    Json.preset(axis, "ticklen", 4);
    Json.preset(axis, "tickcolor", category || map ? "rgba(0,0,0,0)" : theme.line);
    Json.preset(axis, "tickfont.size", TICK_SIZE);
    Json.preset(axis, "tickfont.color", theme.muted);
    if (log) {
      Json.preset(axis, "exponentformat", "power");
    }
    String title = titleOf(axis);
    if (!title.isEmpty()) {
      if (!(axis.get("title") instanceof JsonObject)) {
        axis.add("title", Json.object("text", title));
      }
      Json.preset(axis, "title.font.size", TITLE_SIZE);
      Json.preset(axis, "title.font.color", theme.text);
      Json.preset(axis, "title.standoff", 8);
    }
  }

  private void completeLegend() {
    boolean pie = traces().stream().anyMatch(t -> type(t).equals("pie"));
    long named = traces().stream().filter(t -> listed(t)).count();
    Json.preset(layout, "showlegend", pie || named > 1);
    if (!shows("showlegend")) {
      return;
    }
    String mode = Json.text(layout, "barmode", "");
    boolean stacked = mode.equals("stack") || mode.equals("relative");
    boolean upright =
        traces().stream().noneMatch(t -> Json.text(t, "orientation", "v").equals("h"));
    Json.preset(layout, "legend.traceorder", stacked && upright ? "reversed" : "normal");
    if (legendWidth() > 0.36 * Json.get(layout, "width").getAsDouble()) {
      // Beside long names little would be left of the plot: they stand above it.
      Json.preset(layout, "legend.x", 0);
      Json.preset(layout, "legend.y", 1.01);
      Json.preset(layout, "legend.yanchor", "bottom");
    }
    Json.preset(layout, "legend.x", 1.01);
    Json.preset(layout, "legend.xanchor", "left");
    Json.preset(layout, "legend.y", 1);
    Json.preset(layout, "legend.yanchor", "top");
    Json.preset(layout, "legend.font.size", TICK_SIZE);
    Json.preset(layout, "legend.font.color", theme.text);
    Json.preset(layout, "legend.bgcolor", "rgba(0,0,0,0)");
  }

  private boolean shows(String name) {
    return Json.text(layout, name, "false").equals("true");
  }

  private static boolean listed(JsonObject trace) {
    return Palettes.flat(type(trace))
        && !type(trace).equals("heatmap")
        && !Json.text(trace, "showlegend", "true").equals("false");
  }

  private void margins() {
    Json.preset(layout, "margin.autoexpand", false);
    boolean title = !titleOf(layout).isEmpty();
    double titleHeight = title ? TextSize.height(titleOf(layout), 16) + 26 : 18;
    if (legendAbove()) {
      titleHeight += 19 * entries().size() + 10;
    }
    Json.preset(layout, "margin.t", Math.rint(titleHeight));
    Json.preset(layout, "margin.b", 50);
    Json.preset(layout, "margin.r", Math.rint(rightOf()));
    boolean ownLeft = Json.get(layout, "margin.l") != null;
    if (!ownLeft) {
      Json.set(layout, "margin.l", 70);
    }
    Map<String, Picture.AxisLook> axes = Picture.of(figure).axes();
    if (!ownLeft) {
      double left = Math.rint(leftOf(axes));
      Json.set(layout, "margin.l", left);
      if (left > 120 && Json.text(layout, "title.xref", "").equals("paper")) {
        // Beside long labels the title begins at the edge of the picture.
        Json.set(layout, "title.xref", "container");
        Json.set(layout, "title.x", 12 / Json.get(layout, "width").getAsDouble());
      }
    }
    Json.set(layout, "margin.b", Math.rint(bottomOf(axes)));
  }

  private boolean legendAbove() {
    return shows("showlegend") && Json.text(layout, "legend.yanchor", "").equals("bottom");
  }

  /** The names that the legend lists. */
  private List<String> entries() {
    List<String> names = new ArrayList<>();
    for (JsonObject trace : traces()) {
      if (type(trace).equals("pie") && trace.get("labels") instanceof JsonArray labels) {
        labels.forEach(label -> names.add(label.isJsonNull() ? "" : label.getAsString()));
      } else if (listed(trace)) {
        names.add(Json.text(trace, "name", ""));
      }
    }
    return names;
  }

  private double legendWidth() {
    return 58 + entries().stream().mapToDouble(n -> TextSize.width(n, TICK_SIZE)).max().orElse(0);
  }

  private double rightOf() {
    double right = legendAbove() || !shows("showlegend") ? 20 : Math.max(20, legendWidth());
    for (JsonObject trace : traces()) {
      if (Json.text(trace, "orientation", "").equals("h")
          && Json.text(trace, "textposition", "").equals("outside")
          && trace.get("text") instanceof JsonArray texts) {
        for (JsonElement text : texts) {
          right = Math.max(right, TextSize.width(text.getAsString(), TICK_SIZE) + 10);
        }
      }
      String path = type(trace).equals("heatmap") ? "colorbar" : "marker.colorbar";
      if (Json.get(trace, path) != null) {
        right = Math.max(right, 84);
      }
    }
    return right;
  }

  private double leftOf(Map<String, Picture.AxisLook> axes) {
    if (!axes.containsKey("y")) {
      return layout.has("yaxis") ? 80 : 24;
    }
    double widest = 0;
    for (String text : axes.get("y").ticks()) {
      widest = Math.max(widest, TextSize.width(text, TICK_SIZE));
    }
    double title = titleOf(Json.at(layout, "yaxis")).isEmpty() ? 0 : 8 + TITLE_SIZE * 1.5;
    double most = Json.get(layout, "width").getAsDouble() * 0.5;
    return Math.min(most, widest + title + 18);
  }

  private double bottomOf(Map<String, Picture.AxisLook> axes) {
    if (!axes.containsKey("x")) {
      return layout.has("xaxis") ? 70 : 24;
    }
    JsonObject axis = Json.at(layout, "xaxis");
    double width =
        Json.get(layout, "width").getAsDouble()
            - Json.get(layout, "margin.l").getAsDouble()
            - Json.get(layout, "margin.r").getAsDouble();
    List<String> ticks = axes.get("x").ticks();
    double widest = 0;
    double highest = TICK_SIZE * TextSize.LINE;
    for (String text : ticks) {
      widest = Math.max(widest, TextSize.width(text, TICK_SIZE));
      highest = Math.max(highest, TextSize.height(text, TICK_SIZE));
    }
    double room = width / Math.max(1, ticks.size());
    boolean category = axes.get("x").type().equals("category");
    if (category && widest + 6 > room) {
      Json.preset(axis, "tickangle", room > 26 ? -35 : -90);
    } else {
      Json.preset(axis, "tickangle", 0);
    }
    double angle = Math.toRadians(Math.abs(Json.get(axis, "tickangle").getAsDouble()));
    double depth = widest * StrictMath.sin(angle) + highest * StrictMath.cos(angle);
    double title = titleOf(axis).isEmpty() ? 0 : 8 + TITLE_SIZE * 1.5;
    double most = Json.get(layout, "height").getAsDouble() * 0.5;
    return Math.min(most, depth + title + 18);
  }
}
