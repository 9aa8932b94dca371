package lectern.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.recommend.Recommender;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How good models are: each metric over all users, its interval, every user's own value, and the
 * protocol that the numbers belong to.
 *
 * <p>Shown as a table with a line for each model, the best of each column in bold, and the protocol
 * under it. Metrics are asked for by name ({@code "Recall@10"}) or label.
 */
public final class Results implements Displayable {
  private final List<String> models;
  private final List<Metric> metrics;
  private final List<String> users;
  private final List<List<UserValues>> values;
  private final List<List<Interval>> intervals = new ArrayList<>();
  private final Protocol protocol;
  private final List<String> notes;

  Results(
      List<Recommender> fitted,
      List<String> models,
      List<Metric> metrics,
      List<String> users,
      List<List<UserValues>> values,
      Protocol protocol,
      Progress progress) {
    this.models = models;
    this.metrics = metrics;
    this.users = users;
    this.values = values;
    this.protocol = protocol;
    try (Progress.Task task = progress.begin("Drawing intervals", models.size())) {
      for (List<UserValues> row : values) {
        double[][] draws = protocol.bootstrap().draws(row, protocol.seed());
        List<Interval> found = new ArrayList<>();
        for (int m = 0; m < row.size(); m++) {
          found.add(protocol.bootstrap().interval(row.get(m), draws[m]));
        }
        intervals.add(found);
        task.at(intervals.size());
      }
    }
    this.notes = Notes.of(fitted, models, metrics, values, protocol.split());
  }

  /** The names of the models, in the order of the lines. */
  public List<String> models() {
    return models;
  }

  /** The metrics, in the order of the columns. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The ids of the users that were judged. */
  public List<String> users() {
    return users;
  }

  /** A metric of a model over all users; NaN when no user has a value. */
  public double value(String model, String metric) {
    return perUser(model, metric).mean();
  }

  /** A metric of every model, in the order of the lines. */
  public double[] values(String metric) {
    int m = metricAt(metric);
    return values.stream().mapToDouble(row -> row.get(m).mean()).toArray();
  }

  /** Where that value plausibly lies, with other users of the same kind. */
  public Interval interval(String model, String metric) {
    return intervals.get(modelAt(model)).get(metricAt(metric));
  }

  /** Every user's own value, in the order of {@link #users()}. */
  public UserValues perUser(String model, String metric) {
    return values.get(modelAt(model)).get(metricAt(metric));
  }

  /** One line for each user: the id, and the value of each model; missing where there is none. */
  public Table perUserTable(String metric) {
    int m = metricAt(metric);
    Table table =
        Table.create(metrics.get(m).label() + " by user", StringColumn.create("user", users));
    for (int row = 0; row < models.size(); row++) {
      table.addColumns(DoubleColumn.create(models.get(row), values.get(row).get(m).toArray()));
    }
    return table;
  }

  /** Every other model against this one, by one metric: paired tests with Holm's correction. */
  public Comparisons compare(String metric, String baseline) {
    int m = metricAt(metric);
    int second = modelAt(baseline);
    List<PairedComparison> all = new ArrayList<>();
    for (int first = 0; first < models.size(); first++) {
      if (first != second) {
        all.add(
            PairedComparison.of(
                models.get(first),
                values.get(first).get(m),
                baseline,
                values.get(second).get(m),
                protocol.bootstrap(),
                protocol.seed()));
      }
    }
    if (all.isEmpty()) {
      throw new UserError(
          "There is no other model to compare with \"" + baseline + "\": judge two at least.");
    }
    return new Comparisons(metrics.get(m), all, protocol.text());
  }

  /** Data, split, candidates, what is relevant, cut-off, intervals and seed, in one line. */
  public String protocol() {
    return protocol.text() + ".";
  }

  Bootstrap bootstrap() {
    return protocol.bootstrap();
  }

  long seed() {
    return protocol.seed();
  }

  /** What a reader must know besides: users without a value, models fitted on other data. */
  public List<String> notes() {
    return notes;
  }

  /**
   * One line for each model: its name and, for each metric, value, low and high end of the
   * interval, as {@code Recall@10}, {@code Recall@10 low}, {@code Recall@10 high}.
   */
  public Table table() {
    Table table = Table.create(protocol.data(), StringColumn.create("model", models));
    for (int m = 0; m < metrics.size(); m++) {
      int at = m;
      String name = column(metrics.get(m));
      double[] low = intervals.stream().mapToDouble(row -> row.get(at).low()).toArray();
      double[] high = intervals.stream().mapToDouble(row -> row.get(at).high()).toArray();
      table.addColumns(
          DoubleColumn.create(name, values(metrics.get(m).label())),
          DoubleColumn.create(name + " low", low),
          DoubleColumn.create(name + " high", high));
    }
    return table;
  }

  private int modelAt(String model) {
    int at = models.indexOf(model);
    if (at < 0) {
      throw new UserError(
          "There is no model \"" + model + "\". Judged: " + String.join(", ", models) + ".");
    }
    return at;
  }

  private int metricAt(String metric) {
    int found = -1;
    for (int m = 0; m < metrics.size(); m++) {
      if (metrics.get(m).label().equals(metric)) {
        return m;
      }
      if (metrics.get(m).name().equals(metric)) {
        if (found >= 0) {
          throw new UserError("Two metrics are called " + metric + ": say " + labels() + ".");
        }
        found = m;
      }
    }
    if (found < 0) {
      throw new UserError("There is no metric \"" + metric + "\". Measured: " + labels() + ".");
    }
    return found;
  }

  private String labels() {
    return String.join(", ", metrics.stream().map(Metric::label).toList());
  }

  /** The metric's name, or its label where two share the name. */
  private String column(Metric metric) {
    long same = metrics.stream().filter(other -> other.name().equals(metric.name())).count();
    return same > 1 ? metric.label() : metric.name();
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
    List<Sheet.Column> columns = new ArrayList<>();
    columns.add(new Sheet.Column("model", "", false));
    metrics.forEach(m -> columns.add(new Sheet.Column(m.name(), m.variant(), true)));
    List<List<Sheet.Cell>> rows = new ArrayList<>();
    for (int row = 0; row < models.size(); row++) {
      List<Sheet.Cell> cells = new ArrayList<>();
      cells.add(Sheet.Cell.of(models.get(row)));
      for (int m = 0; m < metrics.size(); m++) {
        cells.add(cell(row, m));
      }
      rows.add(cells);
    }
    List<String> lines = new ArrayList<>();
    lines.add(protocol());
    lines.addAll(notes);
    return new Sheet(columns, rows, lines);
  }

  private Sheet.Cell cell(int row, int m) {
    double value = values.get(row).get(m).mean();
    if (Double.isNaN(value)) {
      return Sheet.Cell.of("–");
    }
    Metric metric = metrics.get(m);
    double[] all = Arrays.stream(values(metric.label())).filter(v -> !Double.isNaN(v)).toArray();
    double best =
        metric.higherIsBetter()
            ? Arrays.stream(all).max().orElseThrow()
            : Arrays.stream(all).min().orElseThrow();
    return new Sheet.Cell(
        String.format(Locale.ROOT, "%.4f", value),
        intervals.get(row).get(m).toString(),
        all.length > 1 && value == best);
  }
}
