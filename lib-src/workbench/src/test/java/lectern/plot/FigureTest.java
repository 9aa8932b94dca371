package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.picture.Picture;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class FigureTest {
  private static final double[] THREE = {1, 4, 9};

  private static String error(Runnable call) {
    return assertThrows(UserError.class, call::run).getMessage();
  }

  /** Reads all of a text as JSON without any leniency. */
  static void readStrictly(String json) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      while (reader.peek() != JsonToken.END_DOCUMENT) {
        switch (reader.peek()) {
          case BEGIN_ARRAY -> reader.beginArray();
          case END_ARRAY -> reader.endArray();
          case BEGIN_OBJECT -> reader.beginObject();
          case END_OBJECT -> reader.endObject();
          case NAME -> reader.nextName();
          case STRING -> reader.nextString();
          case NUMBER -> assertTrue(Double.isFinite(reader.nextDouble()));
          case BOOLEAN -> reader.nextBoolean();
          default -> reader.nextNull();
        }
      }
    }
  }

  @Test
  void theBundleHoldsPlotlyJsonAPictureOfTheSameSizeAndALine() throws IOException {
    Figure figure = Figure.of("Loss").line("a", THREE).xTitle("step").size(500, 300);
    MimeBundle bundle = figure.bundle();
    assertEquals(
        Set.of(MimeBundle.PLAIN, MimeBundle.PLOTLY, MimeBundle.PNG), bundle.data().keySet());
    assertEquals("Figure \"Loss\": 1 line, 3 points; x: step", bundle.plain());
    assertEquals(new MimeBundle.PictureSize(500, 300), bundle.sizes().get(MimeBundle.PNG));
    var image = ImageIO.read(new ByteArrayInputStream((byte[]) bundle.data().get(MimeBundle.PNG)));
    assertEquals(500, image.getWidth(), "as many as the plot that takes its place");
    assertEquals(300, image.getHeight());
    readStrictly(((MimeBundle.Json) bundle.data().get(MimeBundle.PLOTLY)).text());
  }

  @Test
  void everyFiguresJsonIsStrictAndReadBackTheSame() throws IOException {
    for (var figure : LookFigures.all().entrySet()) {
      readStrictly(figure.getValue());
      assertEquals(
          figure.getValue(),
          StrictJson.write(JsonParser.parseString(figure.getValue())),
          figure.getKey());
    }
  }

  @Test
  void theSameFigureGivesTheSameBytes() {
    Figure figure = Figure.of("T").points("p", THREE, THREE).bars("b", THREE, THREE);
    assertArrayEquals(figure.png(), figure.png());
    assertEquals(figure.json(), figure.json());
  }

  @Test
  void picturesOfCommittedNotebooksStaySmall() {
    for (var figure : LookFigures.all().entrySet()) {
      int bytes = Picture.of(figure.getValue()).png(PlotBundle.SHOWN_SCALE).length;
      int limit = figure.getKey().startsWith("panels") ? 100_000 : 60_000;
      assertTrue(bytes < limit, figure.getKey() + " has " + bytes + " bytes");
    }
  }

  @Test
  void aFigureDoesNotChange() {
    Figure plain = Figure.of("T").line("a", THREE);
    String before = plain.json();
    plain.logY().xTitle("x").colour("red").line("b", THREE).overlaid();
    assertEquals(before, plain.json());
  }

  @Test
  void everyCallChangesTheFigure() {
    Figure bars = Figure.of("T").bars("a", THREE, THREE).line("l", THREE, THREE);
    Map<String, UnaryOperator<Figure>> calls =
        Map.ofEntries(
            Map.entry("xTitle", f -> f.xTitle("x")),
            Map.entry("yTitle", f -> f.yTitle("y")),
            Map.entry("logX", Figure::logX),
            Map.entry("logY", Figure::logY),
            Map.entry("xRange", f -> f.xRange(0, 5)),
            Map.entry("yRange", f -> f.yRange(0, 5)),
            Map.entry("note", f -> f.note(1, 1, "here")),
            Map.entry("horizontalLine", f -> f.horizontalLine(2, "two")),
            Map.entry("verticalLine", f -> f.verticalLine(2, "")),
            Map.entry("legend", f -> f.legend(false)),
            Map.entry("size", f -> f.size(300, 200)),
            Map.entry("theme", f -> f.theme(Theme.DARK)),
            Map.entry("stacked", Figure::stacked),
            Map.entry("overlaid", Figure::overlaid),
            Map.entry("colour", f -> f.colour("red")),
            Map.entry("dashed", Figure::dashed),
            Map.entry("errors", f -> f.errors(THREE)));
    String before = bars.theme(Theme.LIGHT).json();
    calls.forEach(
        (name, call) -> {
          Figure changed = call.apply(bars.theme(Theme.LIGHT));
          assertNotEquals(before, changed.json(), name);
          assertFalse(Arrays.equals(bars.theme(Theme.LIGHT).png(), changed.png()), name);
        });
  }

  @Test
  void theYAxisBeginsAtZeroWhenAsked() {
    Figure figure = Figure.of("T").line("l", new double[] {7, 8});
    assertEquals(0, Picture.of(figure.yFromZero().json()).axes().get("y").range().get(0));
    assertNotEquals(0, Picture.of(figure.json()).axes().get("y").range().get(0));
  }

  @Test
  void valuesComeFromAnyList() {
    String wanted = Figure.of().line("a", THREE).json();
    assertEquals(wanted, Figure.of().line("a", List.of(1, 4, 9)).json());
    assertEquals(wanted, Figure.of().line("a", new int[] {1, 4, 9}).json());
    assertEquals(wanted, Figure.of().line("a", IntStream.of(1, 4, 9)).json());
    assertEquals(wanted, Figure.of().line("a", DoubleColumn.create("c", THREE)).json());
  }

  @Test
  void textsThatLookLikeNumbersStayCategories() {
    Figure figure = Figure.of().bars("b", List.of("3", "1", "2"), THREE);
    var axis = Picture.of(figure.json()).axes().get("x");
    assertEquals("category", axis.type());
    assertEquals(List.of("3", "1", "2"), axis.ticks());
  }

  @Test
  void whatIsNoNumberIsNull() {
    String json =
        Figure.of().line("a", new double[] {1, Double.NaN, Double.POSITIVE_INFINITY, 2}).json();
    assertTrue(json.contains("\"y\":[1,null,null,2]"), json);
  }

  @Test
  void bothThemesColourEverything() {
    for (Theme theme : Theme.values()) {
      JsonObject layout =
          JsonParser.parseString(Figure.of("T").line("a", THREE).theme(theme).json())
              .getAsJsonObject()
              .getAsJsonObject("layout");
      assertEquals(theme.paper, layout.get("paper_bgcolor").getAsString());
      assertEquals(theme.text, Json.text(layout, "title.font.color", ""));
      assertEquals(theme.grid, Json.text(layout, "yaxis.gridcolor", ""));
    }
  }

  @Test
  void oddDataIsDrawnToo() {
    List<Figure> odd =
        List.of(
            Figure.of("Nothing"),
            Figure.of("Empty").line("a", new double[0]),
            Figure.of("Missing").line("a", new double[] {Double.NaN, Double.NaN}),
            Figure.of("One").points("a", new double[] {1}, new double[] {2}),
            Figure.of("One bar").bars("a", List.of("x"), new double[] {3}),
            Figure.of("Constant").histogram("a", new double[] {2, 2, 2}),
            Figure.of("Zero").bars("a", List.of("x", "y"), new double[] {0, 0}),
            Figure.of("Empty box").box("a", new double[0]),
            Figure.of("Empty pie").pie(List.of(), new double[0]),
            Figure.of("Zero pie").pie(List.of("a"), new double[] {0}),
            Figure.of("Empty map").heatMap(new double[0][0]),
            Figure.of("Missing map").heatMap(new double[][] {{Double.NaN}}),
            Figure.of("Log of zero").line("a", new double[] {0, -1}).logY(),
            Figure.of("Log bars").bars("a", List.of("x", "y"), new double[] {3, 300}).logY(),
            Figure.of("Huge").line("a", new double[] {1e300, -1e300}),
            Figure.of("Tiny").line("a", new double[] {1e-300, 2e-300}),
            Figure.of("A day").line("a", List.of(LocalDate.EPOCH), new double[] {1}));
    for (Figure figure : odd) {
      assertTrue(figure.bundle().data().size() == 3, figure.toString());
    }
    assertTrue(odd.get(0).json().contains("no data to show"));
    assertTrue(odd.get(1).json().contains("no data to show"));
    assertTrue(odd.get(2).json().contains("no data to show"));
    assertFalse(odd.get(3).json().contains("no data to show"));
  }

  @Test
  void linesWithATextStandTheSameWhetherTheAxisBecomesLogarithmicBeforeOrAfter() {
    Figure plain = Figure.of().line("a", THREE);
    assertEquals(
        JsonParser.parseString(
            plain
                .logX()
                .logY()
                .horizontalLine(100, "h")
                .verticalLine(10, "v")
                .note(2, 3, "n")
                .json()),
        JsonParser.parseString(
            plain
                .horizontalLine(100, "h")
                .verticalLine(10, "v")
                .note(2, 3, "n")
                .logX()
                .logY()
                .logX()
                .json()));
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(
        "There are 2 x values but 3 y values of \"a\": give as many of the one as of the other.",
        error(() -> Figure.of().line("a", new int[] {1, 2}, THREE)));
    assertEquals(
        "The y values of \"a\" must be an array, a list, a stream or a table's column, not a"
            + " String.",
        error(() -> Figure.of().line("a", "x")));
    assertEquals(
        "A pie cannot show the negative value -1.0: use bars instead.",
        error(() -> Figure.of().pie(List.of("a", "b"), new double[] {2, -1})));
    assertEquals(
        "The x axis holds numbers already, so categories do not fit on it. Give all series of a"
            + " figure the same kind of values.",
        error(() -> Figure.of().line("a", THREE).bars("b", List.of("x"), new double[] {1})));
    assertEquals(
        "The x axis holds categories: only numbers have a logarithmic axis.",
        error(() -> Figure.of().bars("b", List.of("x"), new double[] {1}).logX()));
    assertEquals(
        "colour changes the series added last, but there is none: add a series before it.",
        error(() -> Figure.of().colour("red")));
    assertEquals(
        "A logarithmic axis shows positive numbers only, not -1.0: choose a range above 0.",
        error(() -> Figure.of().line("a", THREE).logY().yRange(-1, 10)));
    assertEquals(
        "A figure's width and height must lie between 100 and 4000 pixels, not 10 x 500.",
        error(() -> Figure.of().size(10, 500)));
    assertTrue(
        error(() -> Figure.of().line("a", Arrays.asList(1, "b")))
            .startsWith("The y values of \"a\" mix numbers, texts or dates."));
  }

  @Test
  void tenThousandPointsAreQuick() {
    double[] values = IntStream.range(0, 10_000).mapToDouble(i -> i * 7919 % 10_007).toArray();
    Object at = IntStream.range(0, 10_000).toArray();
    Figure figure = Figure.of("Many").points("p", at, values);
    figure.bundle();
    long start = System.nanoTime();
    figure.bundle();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < 5, "took " + seconds + " s");
  }

  @Test
  void panelsKeepTheirAxesAndLegends() {
    Figure one = Figure.of("One").line("a", THREE).line("b", THREE);
    Panels panels = Panels.of("Both", one, Figure.of("Two").bars("c", List.of("x"), List.of(1)));
    JsonElement json = JsonParser.parseString(panels.json());
    Picture picture = Picture.of(json.getAsJsonObject());
    assertEquals(Set.of("x", "y", "x2", "y2"), picture.axes().keySet());
    assertEquals(List.of("a", "b"), picture.legend());
    assertEquals(2 * Panels.WIDTH, picture.width());
    assertEquals(
        "Figure \"Both\": 2 panels\n  Figure \"One\": 2 lines, 6 points\n  Figure \"Two\": 1 bar"
            + " series, 1 bar",
        panels.toString());
  }

  @Test
  void aLabelThatIsRoundedToZeroHasNoSign() {
    String json =
        Figure.of("f")
            .bars("b", List.of("a", "b"), new double[] {-0.01, -0.06})
            .valueLabels(1)
            .json();
    JsonObject trace =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertEquals("[\"0.0\",\"\u22120.1\"]", trace.get("text").toString());
  }

  @Test
  void floatsAreTheSameOnEveryJava() {
    String json =
        Figure.of("f").line("l", new float[] {1, 2}, new float[] {33554448f, 0.1f}).json();
    JsonObject trace =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertEquals(33554450.0, trace.getAsJsonArray("y").get(0).getAsDouble());
    assertEquals(0.1, trace.getAsJsonArray("y").get(1).getAsDouble());
  }
}
