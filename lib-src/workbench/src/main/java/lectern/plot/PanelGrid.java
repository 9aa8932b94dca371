package lectern.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Puts complete figures into one, each with axes and a legend of its own. */
final class PanelGrid {
  private static final List<String> SHARED =
      List.of("barmode", "bargap", "bargroupgap", "boxgap", "boxmode", "hovermode");

  private final List<JsonObject> figures;
  private final int columns;
  private final String title;
  private final Theme theme;
  private final JsonArray data = new JsonArray();
  private final JsonObject layout = new JsonObject();
  private final JsonArray notes = new JsonArray();
  private final JsonArray shapes = new JsonArray();
  private int legends;
  private double width;
  private double height;

  PanelGrid(List<JsonObject> figures, int columns, String title, Theme theme) {
    this.figures = figures;
    this.columns = Math.min(columns, figures.size());
    this.title = title;
    this.theme = theme;
  }

  JsonObject json() {
    double head = title.isEmpty() ? 0 : 36;
    int rows = (figures.size() + columns - 1) / columns;
    double[] lefts = new double[columns + 1];
    double[] tops = new double[rows + 1];
    for (int i = 0; i < figures.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      lefts[column + 1] = Math.max(lefts[column + 1], number(figures.get(i), "width"));
      tops[row + 1] = Math.max(tops[row + 1], number(figures.get(i), "height"));
    }
    tops[0] = head;
    for (int i = 1; i <= columns; i++) {
      lefts[i] += lefts[i - 1];
    }
    for (int i = 1; i <= rows; i++) {
      tops[i] += tops[i - 1];
    }
    width = lefts[columns];
    height = tops[rows];
    begin();
    for (int i = 0; i < figures.size(); i++) {
      new Panel(figures.get(i), i, lefts[i % columns], tops[i / columns]).add();
    }
    layout.add("annotations", notes);
    layout.add("shapes", shapes);
    return Json.object("data", data, "layout", layout);
  }

  private void begin() {
    JsonObject first = figures.get(0).getAsJsonObject("layout");
    if (!title.isEmpty()) {
      layout.add(
          "title",
          Json.object(
              "text",
              title,
              "font",
              Json.object("size", 18, "color", theme.text),
              "x",
              12 / width,
              "xref",
              "container",
              "xanchor",
              "left",
              "y",
              1 - 14 / height,
              "yref",
              "container",
              "yanchor",
              "top"));
    }
    layout.addProperty("width", width);
    layout.addProperty("height", height);
    for (String name :
        new String[] {
          "autosize", "paper_bgcolor", "plot_bgcolor", "font", "colorway", "piecolorway", "template"
        }) {
      layout.add(name, first.get(name).deepCopy());
    }
    layout.add("margin", Json.object("l", 0, "r", 0, "t", 0, "b", 0, "autoexpand", false));
    for (String name : SHARED) {
      for (JsonObject figure : figures) {
        JsonElement value = figure.getAsJsonObject("layout").get(name);
        if (value != null && !layout.has(name)) {
          layout.add(name, value);
        }
      }
    }
    layout.addProperty("showlegend", true);
  }

  private static double number(JsonObject figure, String name) {
    return Json.get(figure, "layout." + name).getAsDouble();
  }

  /** One figure at its place in the whole. */
  private final class Panel {
    private final JsonObject figure;
    private final JsonObject own;
    private final String suffix;
    private String legend = "legend";
    private final double x0;
    private final double x1;
    private final double y0;
    private final double y1;

    Panel(JsonObject figure, int index, double left, double top) {
      this.figure = figure;
      this.own = figure.getAsJsonObject("layout");
      this.suffix = index == 0 ? "" : String.valueOf(index + 1);
      JsonObject margin = own.getAsJsonObject("margin");
      x0 = (left + margin.get("l").getAsDouble()) / width;
      x1 = (left + number(figure, "width") - margin.get("r").getAsDouble()) / width;
      double bottom = top + number(figure, "height") - margin.get("b").getAsDouble();
      y0 = 1 - bottom / height;
      y1 = 1 - (top + margin.get("t").getAsDouble()) / height;
    }

    void add() {
      boolean listed = Json.text(own, "showlegend", "false").equals("true");
      // The first legend must be called just that: without it plotly.js draws no other.
      legends += listed ? 1 : 0;
      legend = "legend" + (legends > 1 ? String.valueOf(legends) : "");
      for (JsonElement element : figure.getAsJsonArray("data")) {
        data.add(trace(element.getAsJsonObject().deepCopy(), listed));
      }
      addAxis("xaxis", "y", x0, x1);
      addAxis("yaxis", "x", y0, y1);
      if (listed && own.get("legend") instanceof JsonObject drawn) {
        JsonObject placed = drawn.deepCopy();
        boolean above = Json.text(placed, "yanchor", "").equals("bottom");
        placed.addProperty("x", above ? x0 : x1 + 0.01 * (x1 - x0));
        placed.addProperty("y", above ? y1 + 2 / height : y1);
        layout.add(legend, placed);
      }
      addTitle();
      addNotes("annotations", notes);
      addNotes("shapes", shapes);
    }

    private JsonObject trace(JsonObject trace, boolean listed) {
      if (Json.text(trace, "type", "").equals("pie")) {
        trace.add("domain", Json.object("x", List.of(x0, x1), "y", List.of(y0, y1)));
      } else {
        trace.addProperty("xaxis", "x" + suffix);
        trace.addProperty("yaxis", "y" + suffix);
      }
      if (!listed) {
        trace.addProperty("showlegend", false);
      } else {
        trace.addProperty("legend", legend);
      }
      for (String path : new String[] {"colorbar", "marker.colorbar"}) {
        if (Json.get(trace, path) instanceof JsonObject bar) {
          bar.addProperty("x", x1 + 6 / width);
          bar.addProperty("y", (y0 + y1) / 2);
          bar.addProperty("len", y1 - y0);
        }
      }
      return trace;
    }

    private void addAxis(String name, String anchor, double from, double to) {
      if (own.get(name) instanceof JsonObject axis) {
        JsonObject placed = axis.deepCopy();
        placed.add("domain", Json.element(List.of(from, to)));
        placed.addProperty("anchor", anchor + suffix);
        layout.add(name + suffix, placed);
      }
    }

    private void addTitle() {
      String words = Json.text(own, "title.text", "");
      if (!words.isEmpty()) {
        double lines = words.split("<br>", -1).length;
        double margin = Json.get(own, "margin.t").getAsDouble();
        notes.add(
            Json.object(
                "text",
                words,
                "showarrow",
                false,
                "xref",
                "paper",
                "x",
                x0,
                "xanchor",
                "left",
                "yref",
                "paper",
                "y",
                y1,
                "yanchor",
                "bottom",
                "yshift",
                Math.max(6, margin - 18 - 20 * lines),
                "font",
                Json.object("size", 15, "color", theme.text)));
      }
    }

    private void addNotes(String name, JsonArray all) {
      if (own.get(name) instanceof JsonArray items) {
        for (JsonElement element : items) {
          JsonObject item = element.getAsJsonObject().deepCopy();
          for (String letter : new String[] {"x", "y"}) {
            String reference = Json.text(item, letter + "ref", "paper");
            boolean paper = reference.equals("paper");
            item.addProperty(letter + "ref", letter + suffix + (paper ? " domain" : ""));
          }
          all.add(item);
        }
      }
    }
  }
}
