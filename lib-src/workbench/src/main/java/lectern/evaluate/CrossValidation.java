package lectern.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lectern.data.Interactions;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.recommend.Recommender;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The same models on every fold: each metric's mean over folds and how much it varies from fold to
 * fold.
 *
 * <pre>{@code
 * var models = new LinkedHashMap<String, Function<Interactions, Recommender>>();
 * models.put("biases", train -> Biases.fit(train));
 * CrossValidation.of("MovieLens 100K", Folds.random(data, 5, 42), models,
 *     judge -> judge.metrics(new Rmse(), new Mae()).seed(42));
 * }</pre>
 *
 * <p>The mean is over folds, each counting alike, as published tables have it. The standard
 * deviation (n − 1) between folds is no standard error of the mean: folds share what they learn
 * from.
 *
 * @param folds the results of each fold
 */
public record CrossValidation(List<Results> folds) implements Displayable {
  public CrossValidation {
    folds = List.copyOf(folds);
  }

  /**
   * Fits and judges every model on every split.
   *
   * @param models how each is fitted on a training part, in the order of the lines
   * @param settings what is measured: metrics, seed, progress
   */
  public static CrossValidation of(
      String data,
      List<Split> splits,
      Map<String, Function<Interactions, Recommender>> models,
      UnaryOperator<Evaluation> settings) {
    if (splits.isEmpty()) {
      throw new UserError("Cross-validation needs folds: Folds.random(data, 5, seed).");
    }
    List<Results> folds = new ArrayList<>();
    for (Split split : splits) {
      Map<String, Recommender> fitted = new LinkedHashMap<>();
      models.forEach((name, fit) -> fitted.put(name, fit.apply(split.train())));
      folds.add(settings.apply(Evaluation.of(data, split)).run(fitted));
    }
    return new CrossValidation(folds);
  }

  /** The names of the models. */
  public List<String> models() {
    return folds.get(0).models();
  }

  /** A metric of a model on each fold. */
  public double[] byFold(String model, String metric) {
    return folds.stream().mapToDouble(fold -> fold.value(model, metric)).toArray();
  }

  /** The mean over folds. */
  public double mean(String model, String metric) {
    return Arrays.stream(byFold(model, metric)).sum() / folds.size();
  }

  /** The standard deviation between folds; NaN for one fold. */
  public double deviation(String model, String metric) {
    double mean = mean(model, metric);
    double squares = Arrays.stream(byFold(model, metric)).map(v -> (v - mean) * (v - mean)).sum();
    return folds.size() < 2 ? Double.NaN : Math.sqrt(squares / (folds.size() - 1));
  }

  /** One row for each model: mean and standard deviation of each metric. */
  public Table table() {
    Table table = Table.create("cross-validation", StringColumn.create("model", models()));
    for (Metric metric : folds.get(0).metrics()) {
      String label = metric.label();
      table.addColumns(
          DoubleColumn.create(
              metric.name(), models().stream().mapToDouble(m -> mean(m, label)).toArray()),
          DoubleColumn.create(
              metric.name() + " sd",
              models().stream().mapToDouble(m -> deviation(m, label)).toArray()));
    }
    return table;
  }

  /** How many folds, and the protocol of the first. */
  public String protocol() {
    return folds.size() + " folds; of the first: " + folds.get(0).protocol();
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
    List<Metric> metrics = folds.get(0).metrics();
    metrics.forEach(m -> columns.add(new Sheet.Column(m.name(), m.variant(), true)));
    List<List<Sheet.Cell>> rows = new ArrayList<>();
    for (String model : models()) {
      List<Sheet.Cell> cells = new ArrayList<>();
      cells.add(Sheet.Cell.of(model));
      for (Metric metric : metrics) {
        cells.add(
            new Sheet.Cell(
                String.format(Locale.ROOT, "%.4f", mean(model, metric.label())),
                String.format(Locale.ROOT, "± %.4f", deviation(model, metric.label())),
                false));
      }
      rows.add(cells);
    }
    return new Sheet(columns, rows, List.of("Mean and standard deviation between " + protocol()));
  }
}
