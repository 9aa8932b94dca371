package lectern.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Our numbers beside {@link PublishedResults}, model by model and metric by metric.
 *
 * @param rows in the order of the published ones
 * @param protocol of ours
 */
public record BesidePublished(List<Row> rows, String protocol) implements Displayable {
  /**
   * One number of theirs and ours.
   *
   * @param ours the mean over runs
   * @param interval where ours plausibly lies with other users
   * @param runs ours of each run, one for each seed
   */
  public record Row(
      PublishedResults.Number theirs, double ours, Interval interval, List<Double> runs) {
    public Row {
      runs = List.copyOf(runs);
    }

    public double difference() {
      return ours - theirs.value();
    }

    /** Whether the two are one number, as far as the printed digits tell. */
    public boolean isSame() {
      return Math.abs(difference()) <= theirs.halfDigit() * (1 + 1e-9);
    }

    /** The distance between the best and the worst seed; 0 for one run. */
    public double spread() {
      return runs.stream().mapToDouble(Double::doubleValue).max().orElse(0)
          - runs.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
  }

  public BesidePublished {
    rows = List.copyOf(rows);
  }

  /**
   * The row of a model.
   *
   * @throws UserError if there is none
   */
  public Row of(String model, String metric) {
    return rows.stream()
        .filter(r -> r.theirs().model().equals(model) && r.theirs().metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new UserError("Nothing is known of " + metric + " of " + model + "."));
  }

  private List<Row> by(String metric) {
    List<Row> found = rows.stream().filter(r -> r.theirs().metric().equals(metric)).toList();
    if (found.isEmpty()) {
      throw new UserError("Nothing is known of " + metric + ".");
    }
    return found;
  }

  /** Theirs and ours with its interval, a place for each model. */
  public Figure figure(String metric) {
    List<Row> shown = by(metric);
    List<String> models = shown.stream().map(r -> r.theirs().model()).toList();
    double[] half =
        shown.stream().mapToDouble(r -> (r.interval().high() - r.interval().low()) / 2).toArray();
    return Figure.of(metric + ": ours beside what is published")
        .points("ours, with 95 % interval", models, shown.stream().map(Row::ours).toList())
        .errors(half)
        .size(9)
        .points("published", models, shown.stream().map(r -> r.theirs().value()).toList())
        .onLast("marker.symbol", "x")
        .size(10)
        .yTitle(metric)
        .yFromZero();
  }

  /** Ours over theirs, all metrics in one picture; on the line both are the same. */
  public Figure diagonal() {
    double low =
        rows.stream().mapToDouble(r -> Math.min(r.ours(), r.theirs().value())).min().orElse(0);
    double high =
        rows.stream().mapToDouble(r -> Math.max(r.ours(), r.theirs().value())).max().orElse(1);
    double room = 0.05 * (high - low);
    double[] ends = {low - room, high + room};
    Figure figure = Figure.of("Ours over what is published").line("the same", ends, ends).dashed();
    for (String metric : rows.stream().map(r -> r.theirs().metric()).distinct().toList()) {
      figure =
          figure
              .points(
                  metric,
                  by(metric).stream().map(r -> r.theirs().value()).toList(),
                  by(metric).stream().map(Row::ours).toList())
              .size(9);
    }
    return figure.xTitle("published").yTitle("ours").size(620, 480);
  }

  /** One line for each number. */
  public Table table() {
    return Table.create(
        "ours beside published",
        StringColumn.create("model", rows.stream().map(r -> r.theirs().model()).toList()),
        StringColumn.create("metric", rows.stream().map(r -> r.theirs().metric()).toList()),
        DoubleColumn.create("ours", rows.stream().mapToDouble(Row::ours).toArray()),
        DoubleColumn.create("low", rows.stream().mapToDouble(r -> r.interval().low()).toArray()),
        DoubleColumn.create("high", rows.stream().mapToDouble(r -> r.interval().high()).toArray()),
        IntColumn.create("runs", rows.stream().mapToInt(r -> r.runs().size()).toArray()),
        DoubleColumn.create(
            "published", rows.stream().mapToDouble(r -> r.theirs().value()).toArray()),
        DoubleColumn.create("difference", rows.stream().mapToDouble(Row::difference).toArray()));
  }

  @Override
  public String toString() {
    return sheet().text();
  }

  @Override
  public MimeBundle bundle() {
    return sheet().bundle();
  }

  private Sheet sheet() {
    List<Sheet.Column> columns =
        List.of(
            new Sheet.Column("model", "", false),
            new Sheet.Column("metric", "", false),
            new Sheet.Column("ours", "mean over runs", true),
            new Sheet.Column("runs", "best − worst", true),
            new Sheet.Column("published", "", true),
            new Sheet.Column("difference", "", true));
    List<List<Sheet.Cell>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              Sheet.Cell.of(row.theirs().model()),
              Sheet.Cell.of(row.theirs().metric()),
              new Sheet.Cell(four("%.4f", row.ours()), row.interval().toString(), false),
              new Sheet.Cell(
                  Integer.toString(row.runs().size()),
                  row.runs().size() == 1 ? "" : four("%.4f", row.spread()),
                  false),
              Sheet.Cell.of(row.theirs().printed()),
              row.isSame()
                  ? new Sheet.Cell("the same", "", true)
                  : Sheet.Cell.of(four("%+.4f", row.difference()))));
    }
    return new Sheet(columns, cells, List.of(protocol));
  }

  private static String four(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
