package lectern.plot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Layout.BarMode;

/** The figures whose look is compared with plotly.js, by name. */
final class LookFigures {
  private static final List<String> QUARTERS = List.of("Q1", "Q2", "Q3", "Q4");

  private final Map<String, String> all = new LinkedHashMap<>();

  private LookFigures() {}

  /** Name to complete Plotly JSON. */
  static Map<String, String> all() {
    LookFigures figures = new LookFigures();
    figures.addLines();
    figures.addBars();
    figures.addDistributions();
    figures.addDates();
    figures.addOthers();
    figures.addPanels();
    figures.addTablesaw();
    return figures.all;
  }

  private void add(String name, Figure figure) {
    all.put(name, figure.json());
  }

  private void add(String name, tech.tablesaw.plotly.components.Figure figure) {
    all.put(name, TablesawFigureDisplay.json(figure, Theme.LIGHT));
  }

  private static double[] noise(long seed, int count, double mean, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int j = 0; j < 12; j++) {
        sum += random.nextDouble();
      }
      values[i] = mean + spread * (sum - 6);
    }
    return values;
  }

  private static double[] falling(double from, double rate) {
    return IntStream.range(0, 150).mapToDouble(i -> from / (1 + i * rate) + 0.013).toArray();
  }

  private void addLines() {
    double[] steps = IntStream.range(0, 150).asDoubleStream().toArray();
    add(
        "lines",
        Figure.of("Loss")
            .line("zero as missing", steps, falling(3.2, .05))
            .line("zero as a value", steps, falling(4.9, .09))
            .xTitle("step")
            .yTitle("loss"));
    add(
        "log-y",
        Figure.of("Loss").line("a", steps, falling(320, .8)).line("b", falling(2, 9)).logY());
    add(
        "log-y-short",
        Figure.of("Less than a decade").line("a", new double[] {2.1, 3.3, 4.8, 6.9, 8.8}).logY());
    add(
        "log-x",
        Figure.of("Time by size")
            .markedLine(
                "ours", new double[] {10, 1e3, 1e5, 1e7}, new double[] {.002, .09, 6.4, 720})
            .markedLine("naive", new double[] {10, 1e3, 1e5}, new double[] {.001, 1.5, 15_000})
            .logX()
            .logY());
    add(
        "points",
        Figure.of("Users")
            .points("members", noise(1, 80, 0, 2), noise(2, 80, 5, 3))
            .points("visitors", noise(3, 60, 2, 1), noise(4, 60, -4, 2))
            .xTitle("recency")
            .yTitle("frequency"));
    add(
        "marked-line",
        Figure.of("Objective by k")
            .markedLine(
                "J", IntStream.rangeClosed(1, 9), new double[] {99, 61, 40, 33, 29, 26, 24, 23, 22})
            .xTitle("k"));
    add(
        "large-and-negative",
        Figure.of("Profit")
            .markedLine(
                "profit",
                new double[] {-5, -3, -1, 2, 4, 7},
                new double[] {-2.5e6, -1.2e6, -3e5, 8e5, 2.1e6, 4.4e6}));
    add(
        "tiny",
        Figure.of("Tiny").line("t", new double[] {1.2e-5, 3.4e-5, 2.2e-5, 5.1e-5}).size(500, 300));
    add(
        "thousands",
        Figure.of("Thousands").points("p", new int[] {8000, 9500, 12_250}, new int[] {1, 2, 3}));
    add("from-zero", Figure.of("From zero").line("t", new double[] {7, 8, 9}).yFromZero());
  }

  private void addBars() {
    List<String> models = List.of("popularity", "user k-NN", "item k-NN", "matrix factorisation");
    add(
        "grouped-bars",
        Figure.of("Accuracy")
            .bars("Recall@10", models, new double[] {.11, .19, .21, .24})
            .bars("NDCG@10", models, new double[] {.08, .15, .16, .2})
            .errors(new double[] {.01, .012, .02, .011}));
    add(
        "stacked-bars",
        Figure.of("Orders")
            .bars("app", QUARTERS, new int[] {120, 140, 180, 210})
            .bars("web", QUARTERS, new int[] {90, 85, 80, 60})
            .bars("refunds", QUARTERS, new int[] {-10, -14, -20, -12})
            .stacked());
    add(
        "chinese",
        Figure.of("课程收入")
            .horizontalBars(
                "收入",
                List.of("数据分析入门", "机器学习实战", "市场营销", "Python 编程"),
                new double[] {12_500, 48_200, 33_100, 27_650})
            .xTitle("收入（元）")
            .valueLabels(0));
    add(
        "numbered-bars",
        Figure.of("By number")
            .bars("n", new int[] {1, 2, 3, 4, 5}, new double[] {3, 9, 4, 1, 7})
            .bars("m", new int[] {1, 2, 3, 4, 5}, new double[] {2, 8, 5, 2, 6})
            .valueLabels(1));
    add(
        "many-categories",
        Figure.of("Many")
            .bars(
                "n",
                IntStream.range(0, 60).mapToObj(i -> "category " + i).toList(),
                IntStream.range(0, 60).toArray()));
  }

  private void addDistributions() {
    double[] skewed = Arrays.stream(noise(5, 700, 3, .8)).map(StrictMath::exp).toArray();
    add("histogram", Figure.of("Ratings per user").histogram("users", skewed).xTitle("ratings"));
    int[] stars = Arrays.stream(noise(6, 400, 3.4, 1)).mapToInt(v -> (int) Math.round(v)).toArray();
    add("histogram-integers", Figure.of("Stars").histogram("ratings", stars));
    add(
        "histograms",
        Figure.of("Two groups")
            .histogram("before", noise(7, 300, 10, 2), 25)
            .histogram("after", noise(8, 300, 12, 2), 25)
            .overlaid());
    add(
        "box",
        Figure.of("Error")
            .box("user k-NN", noise(9, 90, 1, .4))
            .box("matrix", noise(10, 90, .8, .2))
            .box("popularity", noise(11, 90, 1.6, .5)));
  }

  private void addDates() {
    List<LocalDate> days = new ArrayList<>();
    double[] values = noise(12, 100, 500, 40);
    LocalDate first = LocalDate.of(2023, 11, 20);
    IntStream.range(0, 100).forEach(i -> days.add(first.plusDays(i)));
    add("dates", Figure.of("Daily users").line("users", days, values).yTitle("users"));
    add("days", Figure.of("Few days").markedLine("u", days.subList(0, 12), noise(1, 12, 5, 1)));
    add(
        "years",
        Figure.of("Years")
            .line(
                "u", IntStream.range(1990, 2024).mapToObj(java.time.Year::of), noise(2, 34, 5, 1)));
    LocalDateTime noon = LocalDateTime.of(2024, 2, 28, 20, 15);
    add(
        "hours",
        Figure.of("Hours")
            .line("u", IntStream.range(0, 30).mapToObj(noon::plusHours), noise(3, 30, 5, 1)));
    add("date-histogram", Figure.of("When").histogram("orders", days));
  }

  private void addOthers() {
    double[][] z = {{1, .2, .5}, {.2, 1, Double.NaN}, {.5, .31, 1}};
    List<String> users = List.of("u1", "u2", "u3");
    add("heat-map", Figure.of("Similarity").heatMap(users, users, z).valueLabels(2));
    add(
        "heat-map-numbers",
        Figure.of("Grid").heatMap(new int[] {10, 20, 40}, new int[] {1, 2, 3}, z));
    add(
        "pie",
        Figure.of("Revenue")
            .pie(
                List.of("courses", "books", "coaching", "other"), new double[] {21, 52.5, 9.3, 4}));
    add(
        "annotations",
        Figure.of("Silhouette by k")
            .markedLine(
                "silhouette",
                new double[] {2, 3, 4, 5, 6, 7},
                new double[] {.41, .55, .62, .58, .5, .44})
            .note(4, .62, "best: k = 4")
            .horizontalLine(.5, "reasonable")
            .legend(false));
    add(
        "band",
        Figure.of("Mean and interval")
            .line("mean", new double[] {3, 4, 6, 5})
            .band(
                "90 %",
                new int[] {0, 1, 2, 3}, new double[] {2, 3, 5, 4}, new double[] {4, 5, 7, 6}));
    add(
        "coloured-points",
        Figure.of("Coloured")
            .points("p", noise(1, 40, 0, 1), noise(2, 40, 0, 1))
            .colouredBy("distance", noise(3, 40, 5, 1))
            .theme(Theme.DARK));
    add("one-point", Figure.of("One").points("p", new double[] {3}, new double[] {5}));
    add("constant", Figure.of("Constant").line("c", new double[] {2, 2, 2}));
    add("gaps", Figure.of("Gaps").markedLine("g", users, new double[] {1, Double.NaN, 4}));
  }

  private void addPanels() {
    double[][] z = {{1, .2}, {.2, 1}};
    Figure bars =
        Figure.of("Recall")
            .bars("ours", QUARTERS, new double[] {.1, .2, .3, .2})
            .bars("baseline", QUARTERS, new double[] {.1, .1, .2, .1});
    Figure lines =
        Figure.of("Loss").line("loss", falling(3, .1)).horizontalLine(1, "limit").yTitle("loss");
    all.put("panels", Panels.of("Two panels", bars, lines).json());
    all.put(
        "panels-grid",
        Panels.grid("", 2, lines, Figure.of("Map").heatMap(z), bars, Figure.of().line("a", z[0]))
            .theme(Theme.DARK)
            .json());
  }

  private void addPrices(Table table) {
    add(
        "tablesaw-candles",
        CandlestickPlot.create("p", table, "day", "open", "high", "low", "close"));
    add("tablesaw-ohlc", OHLCPlot.create("p", table, "day", "open", "high", "low", "close"));
  }

  private void addTablesaw() {
    Table table =
        Table.create(
            "orders",
            DoubleColumn.create("price", 12.5, 30, 7.25, 49, 18, Double.NaN),
            DoubleColumn.create("hours", 3, 8.5, 2, 12, 4, 5),
            IntColumn.create("age", 21, 35, 28, 44, 19, 52),
            StringColumn.create("level", "1", "2", "1", "3", "2", "1"),
            DateColumn.create(
                "day", IntStream.range(0, 6).mapToObj(i -> LocalDate.of(2024, 1 + i, 3)).toList()));
    addPrices(
        table.addColumns(
            DoubleColumn.create("open", 5, 6, 7, 6, 5, 6),
            DoubleColumn.create("high", 7, 8, 9, 9, 7, 8),
            DoubleColumn.create("low", 4, 5, 6, 5, 4, 5),
            DoubleColumn.create("close", 6, 7, 6, 5, 6, 7)));
    add("tablesaw-scatter", ScatterPlot.create("by level", table, "price", "hours", "level"));
    add("tablesaw-line", LinePlot.create("line", table, "age", "hours"));
    add(
        "tablesaw-bars",
        VerticalBarPlot.create("b", table, "level", BarMode.STACK, "hours", "age"));
    add("tablesaw-horizontal", HorizontalBarPlot.create("levels", table, "level", "hours"));
    add("tablesaw-histogram", Histogram.create("ages", table, "age"));
    add("tablesaw-box", BoxPlot.create("box", table, "level", "hours"));
    add("tablesaw-pie", PiePlot.create("pie", table, "level", "hours"));
    add("tablesaw-time", TimeSeriesPlot.create("time", table, "day", "hours"));
    add("tablesaw-bubble", BubblePlot.create("bubble", table, "price", "hours", "age"));
    add("tablesaw-heat-map", Heatmap.create("heat", table, "level", "level"));
    add("tablesaw-area", AreaPlot.create("area", table, "age", "hours"));
    add("tablesaw-histogram-2d", Histogram2D.create("2d", table, "age", "hours"));
  }
}
