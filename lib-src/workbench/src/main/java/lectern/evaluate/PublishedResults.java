package lectern.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import lectern.data.Datasets;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Numbers that other programs reach, each with its source, to stand beside ours.
 *
 * <pre>{@code
 * var theirs = PublishedResults.movieLens100k().in("last item");
 * theirs.beside(seed1, seed2, seed3)       // Results of ours: differences, intervals, a figure
 * }</pre>
 *
 * <p>The numbers stand in the project's folder {@code datasets/published}, whose README gives the
 * protocol of each table. A number means nothing without it: compare only what was measured alike.
 */
public final class PublishedResults implements Displayable {
  /**
   * One number.
   *
   * @param table which protocol it belongs to
   * @param printed the number as it was printed
   * @param settings of the model, as far as they are known
   * @param source who says so
   */
  public record Number(
      String table, String model, String metric, String printed, String settings, String source) {
    public double value() {
      return Double.parseDouble(printed);
    }

    /** What the printed digits leave open: half a unit of the last one. */
    public double halfDigit() {
      int point = printed.indexOf('.');
      int decimals = point < 0 ? 0 : printed.length() - point - 1;
      return 0.5 / Math.rint(StrictMath.pow(10, decimals));
    }
  }

  private final List<Number> numbers;

  private PublishedResults(List<Number> numbers) {
    this.numbers = List.copyOf(numbers);
  }

  /** MovieLens 100K: Surprise's first table, the same run again, and leave last out. */
  public static PublishedResults movieLens100k() {
    return of(Datasets.publishedMovieLens100k());
  }

  /**
   * Numbers of your own, from columns of text: table, model, metric, value, settings, source.
   *
   * @throws UserError if a value is no number, or a model has two of one metric in a table
   */
  public static PublishedResults of(Table table) {
    List<Number> all = new ArrayList<>();
    Set<List<String>> met = new LinkedHashSet<>();
    for (Row row : table) {
      Number number =
          new Number(
              row.getString("table"),
              row.getString("model"),
              row.getString("metric"),
              row.getString("value"),
              row.getString("settings"),
              row.getString("source"));
      String what = number.metric() + " of " + number.model() + " in " + number.table();
      try {
        number.value();
      } catch (NumberFormatException e) {
        throw new UserError(what + " is \"" + number.printed() + "\", which is no number.", e);
      }
      if (!met.add(List.of(number.table(), number.model(), number.metric()))) {
        throw new UserError(what + " stands twice: keep one of them.");
      }
      all.add(number);
    }
    return new PublishedResults(all);
  }

  /** The tables, in their order. */
  public List<String> tables() {
    return numbers.stream().map(Number::table).distinct().toList();
  }

  /**
   * The numbers of one table.
   *
   * @throws UserError if there is no such table
   */
  public PublishedResults in(String table) {
    if (!tables().contains(table)) {
      throw new UserError("There is no table \"" + table + "\", only " + tables() + ".");
    }
    return new PublishedResults(numbers.stream().filter(n -> n.table().equals(table)).toList());
  }

  public List<Number> numbers() {
    return numbers;
  }

  /** The models, in their order. */
  public List<String> models() {
    return numbers.stream().map(Number::model).distinct().toList();
  }

  /** A metric of a model; empty where nobody printed it. */
  public OptionalDouble value(String model, String metric) {
    return numbers.stream()
        .filter(n -> n.model().equals(model) && n.metric().equals(metric))
        .mapToDouble(Number::value)
        .findFirst();
  }

  /**
   * Ours beside them: every model of these runs that is here too, by its name. A model of several
   * runs, each with another seed, counts with its mean over runs.
   *
   * @throws UserError if no model and metric is in both, or runs judged different users
   */
  public BesidePublished beside(Results... runs) {
    Map<String, List<Results>> ofModel = new LinkedHashMap<>();
    for (Results run : runs) {
      if (!run.users().equals(runs[0].users())) {
        throw new UserError("These runs judged different users, so they have no mean.");
      }
      run.models().forEach(m -> ofModel.computeIfAbsent(m, none -> new ArrayList<>()).add(run));
    }
    List<BesidePublished.Row> rows = new ArrayList<>();
    for (Number number : numbers) {
      List<Results> ours = ofModel.getOrDefault(number.model(), List.of());
      if (!ours.isEmpty() && measures(ours.get(0), number.metric())) {
        rows.add(row(number, ours));
      }
    }
    if (rows.isEmpty()) {
      throw new UserError(
          "None of our models "
              + ofModel.keySet()
              + " has a number here, where there are "
              + models()
              + ": name them alike.");
    }
    return new BesidePublished(rows, runs[0].protocol());
  }

  private static boolean measures(Results run, String metric) {
    return run.metrics().stream().anyMatch(m -> m.name().equals(metric));
  }

  private static BesidePublished.Row row(Number number, List<Results> runs) {
    double[] mean = new double[runs.get(0).users().size()];
    for (Results run : runs) {
      double[] one = run.perUser(number.model(), number.metric()).toArray();
      for (int u = 0; u < mean.length; u++) {
        mean[u] += one[u] / runs.size();
      }
    }
    double[] values =
        runs.stream().mapToDouble(r -> r.value(number.model(), number.metric())).toArray();
    Interval interval =
        runs.size() == 1
            ? runs.get(0).interval(number.model(), number.metric())
            : runs.get(0).bootstrap().interval(UserValues.of(mean), runs.get(0).seed());
    return new BesidePublished.Row(
        number,
        Arrays.stream(values).sum() / values.length,
        interval,
        Arrays.stream(values).boxed().toList());
  }

  /** One line for each number. */
  public Table table() {
    return Table.create(
        "published",
        text("table", numbers.stream().map(Number::table).toList()),
        text("model", numbers.stream().map(Number::model).toList()),
        text("metric", numbers.stream().map(Number::metric).toList()),
        text("value", numbers.stream().map(Number::printed).toList()),
        text("settings", numbers.stream().map(Number::settings).toList()),
        text("source", numbers.stream().map(Number::source).toList()));
  }

  private static StringColumn text(String name, List<String> values) {
    return StringColumn.create(name, values);
  }

  @Override
  public String toString() {
    return numbers.size() + " published numbers of " + models().size() + " models";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
