package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import lectern.display.Display;
import lectern.display.MimeBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.components.Figure;

class TablesawFigureTest {
  /** Refuses whatever JSON does not allow, and two values of one name. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Map<String, Figure> CHARTS = TablesawCharts.all();

  static JsonNode read(Figure figure) {
    try {
      return STRICT.readTree(TablesawFigureDisplay.json(figure, Theme.LIGHT));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> charts() {
    return CHARTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyKindIsStrictJsonAndTheSameAgain(String name) {
    Figure figure = CHARTS.get(name);
    JsonNode json = read(figure);
    assertEquals(figure.getTraces().length, json.get("data").size());
    for (JsonNode trace : json.get("data")) {
      assertTrue(trace.get("type").isTextual(), trace.toString());
    }
    assertEquals(
        TablesawFigureDisplay.json(figure, Theme.LIGHT),
        TablesawFigureDisplay.json(TablesawCharts.all().get(name), Theme.LIGHT));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyKindHasAPictureAndALine(String name) {
    MimeBundle bundle = Display.of(getClass().getClassLoader()).bundle(CHARTS.get(name));
    assertTrue(bundle.data().containsKey(MimeBundle.PLOTLY));
    byte[] png = (byte[]) bundle.data().get(MimeBundle.PNG);
    assertTrue(png.length > 1000 && png[1] == 'P', "bytes: " + png.length);
    assertTrue(bundle.plain().matches("Figure \"\\w+\": [^\n]+"), bundle.plain());
  }

  /** What stands where, by path; the values of a direction are all of one kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scatter                  | /data/0/x   | [1,2,null,4,5.5]",
        "scatter                  | /data/0/y   | [3,-4,0.1,-1e-9,100000000000000000000]",
        "scatter of floats        | /data/0/x   | [0.1,0.2,0.3,0.4,0.5]",
        "scatter of floats        | /data/0/y   | [1,null,3,4,5]",
        "line                     | /data/0/mode | \"lines\"",
        "line in groups           | /data/0/x   | [1,5.5]",
        "line in groups           | /data/0/name | \"2019\"",
        "area                     | /data/0/fill | \"tonexty\"",
        "bubble                   | /data/0/marker/size | [9,8,7,6,5]",
        "bubble in groups         | /data/1/marker/size | 8",
        "vertical bars of years   | /data/0/x   | [\"2019\",\"2020\",\"2021\",\"2022\",\"2019\"]",
        "vertical bars of years   | /data/0/y   | [1,null,3,4,5]",
        "vertical bars of years   | /layout/xaxis/type | \"category\"",
        "vertical bars of years   | /layout/yaxis/type | \"linear\"",
        "vertical bars of truth   | /data/0/x   | [\"true\",\"false\",\"true\",\"true\",\"false\"]",
        "stacked bars             | /layout/barmode | \"stack\"",
        "stacked bars             | /data/0/y   | [1,2,null,4,5.5]",
        "horizontal bars of years | /data/0/y   | [\"2019\",\"2020\",\"2021\",\"2022\",\"2019\"]",
        "horizontal bars of years | /data/0/x   | [9,8,7,6,5]",
        "horizontal bars of years | /layout/yaxis/type | \"category\"",
        "horizontal bars of years | /layout/xaxis/type | \"linear\"",
        "grouped                  | /data/1/orientation | \"h\"",
        "histogram                | /data/0/x   | [9,8,7,6,5]",
        "histogram of an array    | /data/0/x   | [1,2,null]",
        "histogram 2d             | /data/0/x   | [1,2,null,4,5.5]",
        "box                      | /layout/xaxis/type | \"category\"",
        "violin                   | /data/0/box/visible | true",
        "violin                   | /data/0/meanline/visible | true",
        "heat map                 | /data/0/x   | [\"2019\",\"2020\",\"2021\",\"2022\"]",
        "heat map                 | /data/0/z/0 | [1,0,0,0]",
        "heat map                 | /layout/xaxis/type | \"category\"",
        "pie                      | /data/0/labels/0 | \"2019\"",
        "pie                      | /data/0/values | [9,8,7,6,5]",
        "time series              | /data/0/x/0 | \"2020-01-01\"",
        "time series              | /data/0/x/2 | null",
        "time series              | /layout/xaxis/type | \"date\"",
        "time series of times     | /data/0/x/0 | \"2020-01-01T01:02:03\"",
        "time series of times     | /data/0/x/1 | \"2020-01-01T01:00:00\"",
        "time series of times     | /data/0/x/4 | \"2020-01-01T01:02:03.5\"",
        "candlestick of instants  | /data/0/x/1 | \"2020-01-01T10:00:01\"",
        "candlestick of instants  | /layout/xaxis/type | \"date\"",
        "ohlc                     | /data/0/open | [1,2,null,4,5.5]",
        "ohlc                     | /data/0/close | [1,null,3,4,5]",
        "qq                       | /data/0/name | \"y = x\"",
        "scatter 3d               | /data/0/x   | [1,2,null,4,5.5]",
        "scatter 3d               | /data/0/z   | [9,8,7,6,5]",
        "scatter 3d               | /layout/scene/zaxis/title | \"z\"",
        "bubble 3d                | /data/0/marker/size | [9,5]",
      })
  void valuesAreWhatTheTableHolds(String chart, String path, String wanted) throws Exception {
    JsonNode json = STRICT.readTree(StrictJson.write(TablesawFigure.json(CHARTS.get(chart))));
    assertEquals(STRICT.readTree(wanted).toString(), json.at(path).toString(), json.toString());
  }

  @Test
  void textsAreWhatTheTableHolds() throws Exception {
    JsonNode bars = read(CHARTS.get("vertical bars"));
    String wanted = "[\"课程\",\"it's\",\"a\\\"b<c>'d'\\\\e&amp;\",\"12\",\"\"]";
    assertEquals(STRICT.readTree(wanted), bars.at("/data/0/x"));
    String title = "My \"t\" it's 50% & \\n 中文\u2028";
    Figure figure = ScatterPlot.create(title, TablesawCharts.table(), "x", "y");
    assertEquals(title, read(figure).at("/layout/title/text").asText());
  }

  /** plotly.js reads tags in names: what the user wrote as text must stay text. */
  @Test
  void textThatLooksLikeATagStaysText() {
    Figure figure = ScatterPlot.create("<b>x</b>", TablesawCharts.table(), "x", "y");
    assertEquals("&lt;b&gt;x&lt;/b&gt;", read(figure).at("/layout/title/text").asText());
    figure = ScatterPlot.create("1 < 2", TablesawCharts.table(), "x", "y");
    assertEquals("1 < 2", read(figure).at("/layout/title/text").asText());
  }

  @Test
  void noNumberIsLeftAsText() {
    for (var chart : CHARTS.entrySet()) {
      JsonNode json = read(chart.getValue());
      json.findValues("opacity").forEach(v -> assertTrue(v.isNumber(), chart.getKey()));
      json.findValues("showlegend").forEach(v -> assertTrue(v.isBoolean(), chart.getKey()));
      String text = json.toString();
      assertFalse(text.contains("\"null\"") || text.contains("\"NaN\""), chart.getKey());
    }
  }
}
