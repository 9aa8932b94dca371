package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Layout.LayoutBuilder;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.TickSettings;
import tech.tablesaw.plotly.components.threeD.Scene;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.Scatter3DTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.ScatterTrace.ScatterBuilder;
import tech.tablesaw.plotly.traces.Trace;

class TablesawRepairTest {
  private static final double[] THREE = {1, 2, 3};

  private static ScatterBuilder points() {
    return ScatterTrace.builder(THREE, THREE);
  }

  private static JsonNode read(LayoutBuilder layout, Trace... traces) {
    return TablesawFigureTest.read(new Figure(layout.build(), traces));
  }

  private static JsonNode axis(Axis.AxisBuilder axis) {
    return read(Layout.builder().xAxis(axis.build()), points().build()).at("/layout/xaxis");
  }

  @Test
  void backgroundsStay() {
    JsonNode json =
        read(Layout.builder().paperBgColor("#eee").plotBgColor("ivory"), points().build());
    assertEquals("#eee", json.at("/layout/paper_bgcolor").asText());
    assertEquals("ivory", json.at("/layout/plot_bgcolor").asText());
    json = read(Layout.builder(), points().build());
    assertEquals(Theme.LIGHT.paper, json.at("/layout/paper_bgcolor").asText());
  }

  @Test
  void fourAxesStay() {
    Axis second = Axis.builder().title("2").overlaying(ScatterTrace.YAxis.Y).build();
    Axis fourth =
        Axis.builder()
            .title("4")
            .titleFont(Font.builder().size(20).build())
            .side(Axis.Side.right)
            .overlaying(ScatterTrace.YAxis.Y)
            .build();
    JsonNode json =
        read(
            Layout.builder().yAxis2(second).yAxis4(fourth),
            points().build(),
            points().yAxis(ScatterTrace.YAxis.Y4).build());
    assertEquals("y4", json.at("/data/1/yaxis").asText());
    assertEquals("4", json.at("/layout/yaxis4/title/text").asText());
    assertEquals(20, json.at("/layout/yaxis4/title/font/size").asInt());
    assertEquals("right", json.at("/layout/yaxis4/side").asText());
    assertEquals("2", json.at("/layout/yaxis2/title").asText());
  }

  @Test
  void whatAnAxisWasToldStays() {
    TickSettings ticks =
        TickSettings.builder().angle(45).separateThousands(true).prefix("5").nTicks(4).build();
    JsonNode axis =
        axis(
            Axis.builder()
                .rangeMode(Axis.RangeMode.TO_ZERO)
                .color("teal")
                .tickSettings(ticks)
                .spikes(Axis.Spikes.builder().build()));
    assertEquals("tozero", axis.at("/rangemode").asText());
    assertEquals("teal", axis.at("/color").asText());
    assertEquals(45, axis.at("/tickangle").asInt());
    assertTrue(axis.at("/separatethousands").isBoolean());
    assertEquals("5", axis.at("/tickprefix").textValue());
    assertTrue(axis.at("/showspikes").asBoolean());
    assertFalse(axis.has("tickmode"), axis.toString());
    assertEquals(4, axis.at("/nticks").asInt());
    assertFalse(axis(Axis.builder()).has("rangemode"));
  }

  @Test
  void rangesTypesAndTicksAreNumbersAndTexts() {
    JsonNode axis =
        axis(
            Axis.builder()
                .type(Axis.Type.LOG)
                .range(0, 5.5)
                .tickSettings(
                    TickSettings.builder()
                        .tickMode(TickSettings.TickMode.ARRAY)
                        .arrayTicks(new double[] {1, 10}, new String[] {"o'ne", "10"})
                        .build()));
    assertEquals("[0,5.5]", axis.at("/range").toString());
    assertEquals("[\"o'ne\",\"10\"]", axis.at("/ticktext").toString());
    assertEquals("[1,10]", axis.at("/tickvals").toString());
    assertEquals("log", axis.at("/type").asText());
    assertFalse(axis.at("/autorange").asBoolean());
  }

  @Test
  void domainsAreReadInAnyCountry() {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : new Locale[] {Locale.GERMANY, Locale.US}) {
        Locale.setDefault(locale);
        JsonNode axis = axis(Axis.builder().domain(0.25f, 1));
        assertEquals("[0.25,1]", axis.at("/domain").toString(), locale.toString());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatASeriesWasToldStays() {
    ScatterTrace trace =
        points()
            .mode(ScatterTrace.Mode.LINE_TEXT_AND_MARKERS)
            .name("it's \"A\"")
            .text(new String[] {"<2>", null, "null"})
            .legendGroup("1")
            .opacity(0.5)
            .line(Line.builder().dash(Line.Dash.DASH_DOT).width(2.5).color("#f00").build())
            .marker(Marker.builder().size(3, 4, 5).color(new double[] {1, 2, 3}).build())
            .fill(ScatterTrace.Fill.TO_ZERO_Y)
            .build();
    JsonNode json = read(Layout.builder(), trace).at("/data/0");
    assertEquals("lines+markers+text", json.at("/mode").asText());
    assertEquals("it's \"A\"", json.at("/name").asText());
    assertEquals("[\"<2>\",\"\",\"null\"]", json.at("/text").toString());
    assertEquals("1", json.at("/legendgroup").textValue());
    assertEquals(0.5, json.at("/opacity").doubleValue());
    assertEquals("dashdot", json.at("/line/dash").asText());
    assertEquals(2.5, json.at("/line/width").doubleValue());
    assertEquals("[1,2,3]", json.at("/marker/color").toString());
    assertEquals("tozeroy", json.at("/fill").asText());
  }

  @Test
  void textsAmongNumbersMakeCategories() {
    Trace bars = BarTrace.builder(new Object[] {"a", 1, null}, THREE).build();
    JsonNode json = read(Layout.builder(), bars);
    assertEquals("[\"a\",\"1\",null]", json.at("/data/0/x").toString());
    assertEquals("category", json.at("/layout/xaxis/type").asText());
  }

  @Test
  void binsOfAHistogramStay() {
    JsonNode five = read(Layout.builder(), HistogramTrace.builder(THREE).nBinsX(5).build());
    assertEquals(5, five.at("/data/0/nbinsx").asInt());
    JsonNode free = read(Layout.builder(), HistogramTrace.builder(THREE).build());
    assertTrue(free.at("/data/0/nbinsx").isMissingNode());
  }

  @ParameterizedTest
  @EnumSource(Scatter3DTrace.Mode.class)
  void modesInSpaceAreThoseOfPlotly(Scatter3DTrace.Mode mode) {
    DoubleColumn three = DoubleColumn.create("three", THREE);
    Trace trace = Scatter3DTrace.builder(three, three, three).mode(mode).build();
    Scene scene = Scene.sceneBuilder().xAxis(Axis.builder().title("x<y").build()).build();
    JsonNode json = read(Layout.builder().scene(scene), trace);
    assertTrue(
        json.at("/data/0/mode").asText().matches("none|(lines|markers|text)(\\+(markers|text))*"),
        json.at("/data/0/mode").asText());
    assertEquals("x<y", json.at("/layout/scene/xaxis/title").asText());
  }

  @Test
  void wishesToPlotlyItselfStay() {
    Config config = Config.builder().displayModeBar(false).build();
    JsonNode json =
        TablesawFigureTest.read(new Figure(Layout.builder().build(), config, points().build()));
    assertEquals("{\"displayModeBar\":false}", json.at("/config").toString());
  }

  /** jsplot fails on a hover label without a font: the error says where. */
  @Test
  void whatJsplotCannotWriteIsNamed() {
    Trace bad = points().hoverLabel(HoverLabel.builder().bgColor("blue").build()).build();
    UserError error =
        assertThrows(UserError.class, () -> read(Layout.builder(), points().build(), bad));
    assertTrue(
        error.getMessage().startsWith("tablesaw-jsplot cannot write the ScatterTrace 2 of the"),
        error.getMessage());
  }
}
