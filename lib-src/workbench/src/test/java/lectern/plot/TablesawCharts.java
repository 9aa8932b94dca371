package lectern.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.ContourPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.ParetoPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.QQPlot;
import tech.tablesaw.plotly.api.QuantilePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.TukeyMeanDifferencePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout.BarMode;

/** A figure of every kind that jsplot makes, of a table with whatever may trouble one. */
final class TablesawCharts {
  private TablesawCharts() {}

  /** x has a missing value, n one too; year and g are texts, some of them like numbers. */
  static Table table() {
    return Table.create(
        "",
        DoubleColumn.create("x", 1, 2, Double.NaN, 4, 5.5),
        DoubleColumn.create("y", 3, -4, 0.1, -1e-9, 1e20),
        IntColumn.create("n", new Integer[] {1, null, 3, 4, 5}),
        DoubleColumn.create("z", 9, 8, 7, 6, 5),
        FloatColumn.create("f", 0.1f, 0.2f, 0.3f, 0.4f, 0.5f),
        StringColumn.create("g", "课程", "it's", "a\"b<c>'d'\\e&amp;", "12", ""),
        StringColumn.create("year", "2019", "2020", "2021", "2022", "2019"),
        BooleanColumn.create("ok", true, false, true, true, false),
        DateColumn.create("d", days()),
        DateTimeColumn.create("dt", times()),
        InstantColumn.create("i", instants()),
        TimeColumn.create("t", hours()));
  }

  private static LocalDate[] days() {
    LocalDate first = LocalDate.of(2020, 1, 1);
    return new LocalDate[] {first, first.plusDays(1), null, first.plusDays(3), first.plusDays(4)};
  }

  private static LocalDateTime[] times() {
    LocalDateTime first = LocalDateTime.of(2020, 1, 1, 1, 2, 3);
    return new LocalDateTime[] {
      first,
      first.withSecond(0).withMinute(0),
      null,
      first.plusDays(3),
      first.plusNanos(500_000_000)
    };
  }

  private static Instant[] instants() {
    Instant first = Instant.parse("2020-01-01T10:00:00Z");
    return new Instant[] {
      first, first.plusSeconds(1), null, first.plusSeconds(3), first.plusSeconds(4)
    };
  }

  private static LocalTime[] hours() {
    LocalTime first = LocalTime.of(8, 0);
    return new LocalTime[] {
      first, first.plusHours(1), first.plusHours(2), first.plusHours(3), first.plusHours(4)
    };
  }

  static Map<String, Figure> all() {
    Table t = table();
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("scatter", ScatterPlot.create("s", t, "x", "y"));
    all.put("scatter in groups", ScatterPlot.create("s", t, "x", "y", "g"));
    all.put("scatter of floats", ScatterPlot.create("s", t, "f", "n"));
    all.put("line", LinePlot.create("l", t, "x", "y"));
    all.put("line in groups", LinePlot.create("l", t, "x", "y", "year"));
    all.put("area", AreaPlot.create("a", t, "x", "y"));
    all.put("area in groups", AreaPlot.create("a", t, "x", "y", "year"));
    all.put("bubble", BubblePlot.create("b", t, "x", "y", "z"));
    all.put("bubble in groups", BubblePlot.create("b", t, "x", "y", "z", "year"));
    all.put("vertical bars", VerticalBarPlot.create("b", t, "g", "y"));
    all.put("vertical bars of years", VerticalBarPlot.create("b", t, "year", "n"));
    all.put("vertical bars of truth", VerticalBarPlot.create("b", t, "ok", "n"));
    all.put("stacked bars", VerticalBarPlot.create("b", t, "year", BarMode.STACK, "x", "z"));
    all.put("horizontal bars", HorizontalBarPlot.create("b", t, "g", "y"));
    all.put("horizontal bars of years", HorizontalBarPlot.create("b", t, "year", "z"));
    all.put("grouped", HorizontalBarPlot.create("b", t, "year", BarMode.GROUP, "x", "z"));
    all.put("pareto", ParetoPlot.create("p", t, "g", "z"));
    all.put("histogram", Histogram.create("h", t, "z"));
    all.put("histogram of an array", Histogram.create("h", new double[] {1, 2, Double.NaN}));
    all.put("histogram 2d", Histogram2D.create("h", t, "x", "y"));
    all.put("box", BoxPlot.create("b", t, "year", "y"));
    all.put("violin", ViolinPlot.create("v", t, "year", "z", true, true));
    all.put("heat map", Heatmap.create("h", t, "g", "year"));
    all.put("contour", ContourPlot.create("c", t, "g", "year"));
    all.put("pie", PiePlot.create("p", t, "year", "z"));
    all.put("time series", TimeSeriesPlot.create("t", t, "d", "y"));
    all.put("time series in groups", TimeSeriesPlot.create("t", t, "d", "y", "year"));
    all.put("time series of times", TimeSeriesPlot.createDateTimeSeries("t", t, "dt", "y"));
    all.put("ohlc", OHLCPlot.create("o", t, "d", "x", "y", "z", "n"));
    all.put("candlestick", CandlestickPlot.create("c", t, "dt", "x", "y", "z", "n"));
    all.put("candlestick of instants", CandlestickPlot.create("c", t, "i", "x", "y", "z", "n"));
    all.put("qq", QQPlot.create("q", t, "z", "f"));
    all.put("quantile", QuantilePlot.create("q", t, "z"));
    all.put("tukey", TukeyMeanDifferencePlot.create("t", "m", t, "z", "f"));
    all.put("scatter 3d", Scatter3DPlot.create("s", t, "x", "y", "z"));
    all.put("scatter 3d in groups", Scatter3DPlot.create("s", t, "x", "y", "z", "year"));
    all.put("bubble 3d", Scatter3DPlot.create("s", t, "x", "y", "z", "z", "year"));
    return all;
  }
}
