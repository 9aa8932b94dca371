package lectern.needs;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lectern.display.Progress;
import lectern.math.RandomStream;
import smile.base.cart.SplitRule;
import smile.classification.DataFrameClassifier;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.classification.RandomForest;
import smile.classification.SoftClassifier;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;

/** Fits Smile's classifiers, each on one thread and from the seed alone. */
final class SmileModels {
  private static final int TREES_AT_ONCE = 10;
  private static final Formula YES = Formula.lhs("yes");

  private SmileModels() {}

  static FittedModel fit(
      double[][] rows, int[] yes, NeedsOptions options, long seed, Progress progress) {
    return switch (options.kind()) {
      case LOGISTIC -> logistic(rows, yes, options, seed);
      case FOREST -> forest(rows, yes, options, seed, progress);
      case BOOSTING -> boosting(rows, yes, options, seed);
    };
  }

  private static FittedModel logistic(double[][] rows, int[] yes, NeedsOptions options, long seed) {
    var model =
        OneThread.run(
            seed, () -> LogisticRegression.binomial(rows, yes, options.penalty(), 1e-8, 1000));
    double[] weights = Arrays.copyOf(model.coefficients(), rows[0].length);
    return new FittedModel() {
      @Override
      public double[] probabilities(double[][] of) {
        double[] posteriori = new double[2];
        return Arrays.stream(of)
            .mapToDouble(
                row -> {
                  model.predict(row, posteriori);
                  return posteriori[1];
                })
            .toArray();
      }

      @Override
      public double[] importance() {
        return weights;
      }
    };
  }

  private static FittedModel forest(
      double[][] rows, int[] yes, NeedsOptions options, long seed, Progress progress) {
    DataFrame data = frame(rows, yes);
    RandomStream random = RandomStream.of(seed, "needs", "forest");
    long[] seeds =
        LongStream.generate(() -> 2 + (random.nextLong() >>> 2))
            .distinct()
            .limit(options.trees())
            .toArray();
    int mtry = Math.max(1, (int) Math.sqrt(rows[0].length));
    RandomForest all = null;
    try (var task = progress.begin("random forest", options.trees())) {
      for (int from = 0; from < seeds.length; from += TREES_AT_ONCE) {
        long[] some = Arrays.copyOfRange(seeds, from, Math.min(seeds.length, from + TREES_AT_ONCE));
        RandomForest part =
            OneThread.run(
                some[0],
                () ->
                    RandomForest.fit(
                        YES,
                        data,
                        some.length,
                        mtry,
                        SplitRule.GINI,
                        20,
                        Math.max(2, rows.length),
                        options.nodeSize(),
                        1,
                        null,
                        Arrays.stream(some)));
        all = all == null ? part : all.merge(part);
        task.at(from + some.length);
      }
    }
    return trees(all, all.importance());
  }

  private static FittedModel boosting(double[][] rows, int[] yes, NeedsOptions options, long seed) {
    DataFrame data = frame(rows, yes);
    long first = RandomStream.of(seed, "needs", "boosting").nextLong();
    GradientTreeBoost model =
        OneThread.run(
            first,
            () ->
                GradientTreeBoost.fit(
                    YES,
                    data,
                    options.trees(),
                    4,
                    6,
                    options.nodeSize(),
                    options.shrinkage(),
                    0.7));
    return trees(model, model.importance());
  }

  private static <M extends DataFrameClassifier & SoftClassifier<Tuple>> FittedModel trees(
      M model, double[] importance) {
    return new FittedModel() {
      @Override
      public double[] probabilities(double[][] of) {
        DataFrame data = frame(of, new int[of.length]);
        double[] posteriori = new double[2];
        return IntStream.range(0, of.length)
            .mapToDouble(
                i -> {
                  model.predict(data.get(i), posteriori);
                  return posteriori[1];
                })
            .toArray();
      }

      @Override
      public double[] importance() {
        return importance;
      }
    };
  }

  private static DataFrame frame(double[][] rows, int[] yes) {
    String[] names =
        IntStream.range(0, rows[0].length).mapToObj(j -> "x" + j).toArray(String[]::new);
    return DataFrame.of(rows, names).merge(IntVector.of("yes", yes));
  }
}
