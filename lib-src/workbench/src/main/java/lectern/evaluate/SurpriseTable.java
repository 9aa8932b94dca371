package lectern.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import lectern.data.Interactions;
import lectern.data.RatingsInFileOrder;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.recommend.Biases;
import lectern.recommend.OnScale;
import lectern.recommend.RatingKnn;
import lectern.recommend.RatingKnnOptions;
import lectern.recommend.RatingModel;
import lectern.recommend.SgdMf;
import lectern.recommend.SgdMfOptions;
import lectern.recommend.SlopeOne;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Surprise's published table of rating prediction on MovieLens 100K, ours beside theirs.
 *
 * <pre>{@code SurpriseTable.run(Datasets.movieLens100kInFileOrder(), 0, Progress.shown()) }</pre>
 *
 * <p>Protocol: the 5 folds of {@link SurpriseFolds} with random state 0, each algorithm's default
 * parameters, estimates cut to 1 … 5, RMSE and MAE of each fold, and their mean over folds. Theirs:
 * Surprise 1.1.5 run on the same folds, to four digits ({@link PublishedResults}); its README
 * prints three of them.
 *
 * <p>Where a training part has no rating of an item, Surprise's SlopeOne and KNNWithMeans say the
 * mean of all ratings, ours the user's mean. With Surprise's answer ours are at 0.9459 and 0.9511
 * too: that is the whole difference of those two rows.
 *
 * @param rows one for each algorithm
 */
public record SurpriseTable(List<Row> rows) implements Displayable {
  /**
   * One algorithm.
   *
   * @param algorithm Surprise's name of it
   * @param rmse our mean over folds
   * @param mae our mean over folds
   * @param theirRmse Surprise's
   * @param theirMae Surprise's
   */
  public record Row(String algorithm, double rmse, double mae, double theirRmse, double theirMae) {}

  public SurpriseTable {
    rows = List.copyOf(rows);
  }

  private static Map<String, Function<Interactions, RatingModel>> algorithms(long seed) {
    Map<String, Function<Interactions, RatingModel>> all = new LinkedHashMap<>();
    all.put("SVD", train -> SgdMf.fit(train, SgdMfOptions.surprise(), seed));
    all.put("SlopeOne", SlopeOne::fit);
    all.put("KNNBasic", train -> knn(train, RatingKnn.Form.PLAIN));
    all.put("KNNWithMeans", train -> knn(train, RatingKnn.Form.CENTRED));
    all.put("KNNBaseline", train -> knn(train, RatingKnn.Form.BASELINE));
    all.put("BaselineOnly", Biases::fit);
    return all;
  }

  private static RatingModel knn(Interactions train, RatingKnn.Form form) {
    return RatingKnn.fit(train, RatingKnnOptions.of(form));
  }

  /**
   * Fits and measures all rows.
   *
   * @param seed of the one algorithm with chance, SVD
   */
  public static SurpriseTable run(RatingsInFileOrder movieLens, long seed, Progress progress) {
    List<Split> folds = SurpriseFolds.of(movieLens, 5, 0);
    Map<String, Function<Interactions, RatingModel>> algorithms = algorithms(seed);
    PublishedResults theirs = PublishedResults.movieLens100k().in("Surprise run again");
    List<Row> rows = new ArrayList<>();
    try (Progress.Task task =
        progress.begin("Surprise's table", (long) algorithms.size() * folds.size())) {
      int done = 0;
      for (Map.Entry<String, Function<Interactions, RatingModel>> entry : algorithms.entrySet()) {
        double rmse = 0;
        double mae = 0;
        for (Split fold : folds) {
          RatingModel model = OnScale.of(entry.getValue().apply(fold.train()), 1, 5);
          double[][] pairs = HeldOut.estimates(model, fold.test());
          rmse += new Rmse().of(pairs[0], pairs[1]) / folds.size();
          mae += new Mae().of(pairs[0], pairs[1]) / folds.size();
          task.at(++done, entry.getKey());
        }
        String name = entry.getKey();
        double theirRmse = theirs.value(name, "RMSE").orElseThrow();
        rows.add(new Row(name, rmse, mae, theirRmse, theirs.value(name, "MAE").orElseThrow()));
      }
    }
    return new SurpriseTable(rows);
  }

  /** One row for each algorithm: ours, theirs, and the difference of the RMSE. */
  public Table table() {
    return Table.create(
        "MovieLens 100K, Surprise's 5 folds",
        StringColumn.create("algorithm", rows.stream().map(Row::algorithm).toList()),
        numbers("RMSE", rows.stream().mapToDouble(Row::rmse).toArray()),
        numbers("RMSE of Surprise", rows.stream().mapToDouble(Row::theirRmse).toArray()),
        numbers("difference", rows.stream().mapToDouble(r -> r.rmse() - r.theirRmse()).toArray()),
        numbers("MAE", rows.stream().mapToDouble(Row::mae).toArray()),
        numbers("MAE of Surprise", rows.stream().mapToDouble(Row::theirMae).toArray()));
  }

  private static DoubleColumn numbers(String name, double[] values) {
    return DoubleColumn.create(name, values);
  }

  /** What the numbers belong to. */
  public String protocol() {
    return "MovieLens 100K, Surprise's KFold(n_splits=5, random_state=0) on the rows of u.data,"
        + " default parameters, estimates cut to 1 … 5, mean over folds; Surprise 1.1.5 on the same"
        + " folds. Of items that a training part has not, Surprise's SlopeOne and KNNWithMeans say"
        + " the mean of all ratings, ours the user's mean.";
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
            new Sheet.Column("algorithm", "", false),
            new Sheet.Column("RMSE", "ours", true),
            new Sheet.Column("RMSE", "Surprise", true),
            new Sheet.Column("difference", "", true),
            new Sheet.Column("MAE", "ours", true),
            new Sheet.Column("MAE", "Surprise", true));
    List<List<Sheet.Cell>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              Sheet.Cell.of(row.algorithm()),
              Sheet.Cell.of(four("%.4f", row.rmse())),
              Sheet.Cell.of(four("%.4f", row.theirRmse())),
              Sheet.Cell.of(four("%+.4f", row.rmse() - row.theirRmse())),
              Sheet.Cell.of(four("%.4f", row.mae())),
              Sheet.Cell.of(four("%.4f", row.theirMae()))));
    }
    return new Sheet(columns, cells, List.of(protocol()));
  }

  private static String four(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
