package lectern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lectern.cluster.ClusterCount;
import lectern.cluster.ClusterStability;
import lectern.cluster.Clusterer;
import lectern.cluster.Dbscan;
import lectern.cluster.EveryStart;
import lectern.cluster.GapStatistic;
import lectern.cluster.Hierarchy;
import lectern.cluster.KDistances;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansRange;
import lectern.cluster.Linkage;
import lectern.cluster.SegmentPortraits;
import lectern.cluster.Silhouette;
import lectern.cluster.SilhouetteCurve;
import lectern.data.IdIndex;
import lectern.display.Progress;
import lectern.feature.LogScale;
import lectern.feature.RfmScores;
import lectern.feature.Scaler;
import lectern.feature.UserFeatures;
import lectern.market.Engagement;
import lectern.market.RecommendationValue;
import lectern.market.ScoreFit;
import lectern.market.ScoreForecast;
import lectern.market.ScoreSensitivity;
import lectern.market.StrategyScores;
import lectern.market.StrategySolver;
import lectern.market.Uplift;
import lectern.math.DenseMatrix;
import lectern.needs.NeedsClassifier;
import lectern.needs.NeedsEvaluation;
import lectern.needs.NeedsOptions;
import lectern.needs.NeedsSample;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with rows of numbers, every clusterer, scaler, classifier and market model
 * answers or refuses with one sentence: numbers that are none, columns without spread, fewer rows
 * than groups, one row, none.
 */
class BrokenNumbersTest {
  private static Map<String, DenseMatrix> matrices() {
    Map<String, DenseMatrix> all = new LinkedHashMap<>();
    all.put("no rows", DenseMatrix.zeros(0, 3));
    all.put("no columns", DenseMatrix.zeros(6, 0));
    all.put("nothing", DenseMatrix.zeros(0, 0));
    all.put("one row", DenseMatrix.of(new double[][] {{1, 2, 3}}));
    all.put("two rows", DenseMatrix.of(new double[][] {{1, 2, 3}, {4, 5, 7}}));
    all.put("all alike", DenseMatrix.zeros(6, 3));
    double[][] good = {{1, 0, 2}, {2, 1, 5}, {0, 7, 5}, {9, 1, 5}, {3, 3, 3}, {1, 1, 4}};
    all.put("good", DenseMatrix.of(good));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1 / 0.0, 1e300, -3}) {
      double[][] rows = Arrays.stream(good).map(double[]::clone).toArray(double[][]::new);
      rows[3][1] = bad;
      all.put("one cell " + bad, DenseMatrix.of(rows));
    }
    return all;
  }

  private static Map<String, Function<DenseMatrix, Object>> onRows() {
    Map<String, Function<DenseMatrix, Object>> all = new LinkedHashMap<>();
    all.put("k-means", m -> KMeans.fit(m, new KMeans.Options(3), 1));
    all.put("k-means, k of all", m -> KMeans.fit(m, new KMeans.Options(99), 1));
    all.put(
        "k-means predicts",
        m -> KMeans.fit(matrices().get("good"), new KMeans.Options(2), 1).predict(m));
    all.put("range", m -> KMeansRange.fit(m, 3, 1));
    all.put("count", m -> ClusterCount.of(KMeansRange.fit(m, 3, 1), 1));
    all.put("curve", m -> SilhouetteCurve.of(KMeansRange.fit(m, 3, 1), 1));
    all.put("gap", m -> GapStatistic.of(KMeansRange.fit(m, 2, 1), 1));
    all.put("every start", m -> EveryStart.of(m, 2));
    all.put("DBSCAN", m -> Dbscan.fit(m, new Dbscan.Options(1, 2)));
    all.put("distances", m -> KDistances.of(m, 2));
    for (Linkage linkage : Linkage.values()) {
      all.put("hierarchy " + linkage, m -> Hierarchy.fit(m, linkage).cut(2));
    }
    all.put(
        "silhouette",
        m -> Silhouette.of(m, IntStream.range(0, m.rows()).map(i -> i % 2).toArray(), 1));
    all.put(
        "stability",
        m ->
            ClusterStability.of(
                m,
                IntStream.range(0, m.rows()).map(i -> i % 2).toArray(),
                Clusterer.kMeans(new KMeans.Options(2)),
                3,
                1,
                Progress.silent()));
    all.put(
        "portraits",
        m ->
            SegmentPortraits.of(
                features(m), IntStream.range(0, m.rows()).map(i -> i % 2).toArray()));
    all.put("standard", m -> Scaler.standard(features(m)));
    all.put("min-max", m -> Scaler.minMax(features(m)));
    all.put("robust", m -> Scaler.robust(features(m)));
    all.put(
        "scaler of others",
        m -> Scaler.robust(features(matrices().get("good"))).transform(features(m)));
    all.put("logs", m -> LogScale.ofSkewed(features(m)));
    all.put("rfm", m -> RfmScores.fit(features(m)));
    for (NeedsOptions.Kind kind : NeedsOptions.Kind.values()) {
      all.put(
          "needs " + kind, m -> NeedsClassifier.fit(sample(m), NeedsOptions.of(kind).trees(5), 1));
      all.put(
          "needs " + kind + " judged",
          m ->
              NeedsEvaluation.of(
                  NeedsClassifier.fit(
                      sample(matrices().get("good")), NeedsOptions.of(kind).trees(5), 1),
                  later(m),
                  1));
    }
    all.put("engagement", m -> Engagement.asPrinted().scores(m));
    all.put("recommendation value", m -> RecommendationValue.asPrinted().scores(m));
    all.put(
        "score fit",
        m ->
            ScoreFit.of(
                List.of("a", "b", "c"), m, new double[m.rows()], new ScoreFit.Options(), 1));
    all.put(
        "score fit 2",
        m ->
            ScoreFit.of(
                List.of("a", "b", "c"),
                m,
                m.columns() == 0 ? new double[0] : m.column(1),
                new ScoreFit.Options(),
                1));
    all.put(
        "sensitivity",
        m ->
            ScoreSensitivity.of(
                Engagement.asPrinted().weights(), m, new ScoreSensitivity.Options(), 1));
    all.put(
        "forecast",
        m ->
            ScoreForecast.of(
                new LinkedHashMap<>(Map.of("s", m.columns() == 0 ? new double[0] : m.column(0))),
                m.columns() == 0 ? new double[0] : m.column(1),
                1));
    all.put(
        "strategies",
        m ->
            StrategySolver.fast(
                StrategyScores.of(
                        ids(m.rows()),
                        ids(m.columns()),
                        List.of("x"),
                        m,
                        DenseMatrix.of(
                            IntStream.range(0, m.columns())
                                .mapToObj(i -> new double[] {1})
                                .toArray(double[][]::new)),
                        (u, c, s) -> u * c)
                    .problem(new double[] {1}, 2, 1)));
    all.put(
        "uplift",
        m ->
            Uplift.of(
                ids(m.rows()),
                new boolean[m.rows()],
                m.columns() == 0 ? new double[m.rows()] : m.column(1)));
    return all;
  }

  private static List<String> ids(int n) {
    return IntStream.range(0, n).mapToObj(i -> "u" + i).toList();
  }

  private static UserFeatures features(DenseMatrix m) {
    return UserFeatures.of(
        IdIndex.inThisOrder(ids(m.rows())),
        IntStream.range(0, m.columns()).mapToObj(i -> "f" + i).toList(),
        m);
  }

  private static NeedsSample sample(DenseMatrix m) {
    boolean[] labels = new boolean[m.rows()];
    for (int i = 0; i < labels.length; i += 2) {
      labels[i] = true;
    }
    return NeedsSample.of(features(m), labels, "yes", 0, 10);
  }

  private static NeedsSample later(DenseMatrix m) {
    boolean[] labels = new boolean[m.rows()];
    for (int i = 0; i < labels.length; i += 2) {
      labels[i] = true;
    }
    return NeedsSample.of(features(m), labels, "yes", 20, 30);
  }

  /** These leave values out that are not finite, and say so. */
  private static final List<String> LEAVES_OUT = List.of("portraits", "logs");

  @Test
  void everyMethodAnswersOrRefusesWithASentence() {
    onRows()
        .forEach(
            (what, method) ->
                matrices()
                    .forEach(
                        (fault, rows) -> {
                          String said = Refusals.of(what + ", " + fault, () -> method.apply(rows));
                          boolean infinite = fault.matches("one cell (NaN|-?Infinity)");
                          if (infinite && !LEAVES_OUT.contains(what)) {
                            assertNotEquals("", said, what + ", " + fault);
                          }
                        }));
  }

  @Test
  void theSentencesNameValueRuleAndWayOut() {
    var nan = matrices().get("one cell NaN");
    var good = matrices().get("good");
    refused(
        "K-means needs finite numbers: row 3, column 1 is NaN. Fill, cap or leave out such values"
            + " first.",
        () -> KMeans.fit(nan, new KMeans.Options(2), 1));
    refused(
        "K-means needs finite numbers: row 3, column 1 is NaN. Fill, cap or leave out such values"
            + " first.",
        () -> KMeans.fit(good, new KMeans.Options(2), 1).predict(nan));
    refused(
        "A silhouette needs finite numbers: row 3, column 1 is 1.0E300, whose square is not. Fill,"
            + " cap or leave out such values first.",
        () -> Silhouette.of(matrices().get("one cell 1.0E300"), new int[] {0, 1, 0, 1, 0, 1}, 1));
    refused(
        "DBSCAN needs at least one column: these rows have none.",
        () -> Dbscan.fit(DenseMatrix.zeros(6, 0), new Dbscan.Options(1, 2)));
    refused(
        "k must be at most the number of rows: k = 99, rows = 6. Choose k between 1 and 6.",
        () -> KMeans.fit(good, new KMeans.Options(99), 1));
    refused(
        "\"f1\" of user \"u3\" is NaN: fill or drop it before scaling.",
        () -> Scaler.robust(features(good)).transform(features(nan)));
    refused(
        "The values of \"f1\" lie too far apart to be scaled: cap them first.",
        () -> Scaler.standard(features(matrices().get("one cell 1.0E300"))));
  }

  private static void refused(String sentence, Supplier<?> work) {
    assertEquals(sentence, Refusals.of(sentence, work));
  }
}
