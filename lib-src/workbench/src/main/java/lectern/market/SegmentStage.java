package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lectern.cluster.KMeans;
import lectern.cluster.KMeansModel;
import lectern.display.UserError;
import lectern.feature.FeatureExtraction;
import lectern.feature.Scaler;
import lectern.feature.ScalerOptions;
import lectern.feature.UserFeatures;

/**
 * A stage that gives users to segments: {@code "segment 1"} to k, the largest first, by K-means on
 * features brought to mean 0 and standard deviation 1.
 *
 * <p>Scaler and centres are fitted in the first week with enough users and kept, so that a segment
 * means the same from week to week and what is learnt of it stays true; users move between segments
 * as their features change. Should the columns change (a platform that was never seen before), they
 * are fitted anew. Users without events stay {@link LoopContext#NEWCOMERS}.
 */
final class SegmentStage implements LoopStage {
  private final int k;
  private final UnaryOperator<FeatureExtraction> features;
  private List<String> columns = List.of();
  private Scaler scaler;
  private KMeansModel model;
  private int[] rank;

  SegmentStage(int k, UnaryOperator<FeatureExtraction> features) {
    if (k < 1) {
      throw new UserError("k must be at least 1, not " + k + ".");
    }
    this.k = k;
    this.features = features;
  }

  @Override
  public void before(LoopContext context) {
    boolean any =
        IntStream.range(0, context.log().size())
            .anyMatch(r -> context.log().hasTime(r) && context.log().time(r) < context.now());
    if (!any) {
      return;
    }
    UserFeatures rows =
        features.apply(FeatureExtraction.of(context.log(), context.now())).features();
    if (!rows.names().equals(columns)) {
      if (rows.size() < k) {
        return;
      }
      fit(rows, context.seed());
    }
    int[] labels = model.predict(scaler.transform(rows).matrix());
    for (int row = 0; row < labels.length; row++) {
      int user = context.users().number(rows.users().id(row));
      context.segment(user, "segment " + rank[labels[row]]);
    }
  }

  private void fit(UserFeatures rows, long seed) {
    columns = rows.names();
    scaler =
        Scaler.fit(rows, ScalerOptions.of(Scaler.Method.STANDARD).constant(Scaler.Constant.CENTRE));
    model = KMeans.fit(scaler.transform(rows).matrix(), new KMeans.Options(k), seed);
    double[] sizes = Arrays.stream(model.sizes()).asDoubleStream().toArray();
    int[] bySize = RankAgreement.order(sizes);
    rank = new int[k];
    for (int r = 0; r < k; r++) {
      rank[bySize[r]] = r + 1;
    }
  }
}
