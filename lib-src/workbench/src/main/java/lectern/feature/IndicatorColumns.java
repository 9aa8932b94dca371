package lectern.feature;

import java.util.ArrayList;
import java.util.List;
import lectern.math.DenseMatrix;

/** Collects indicators column by column. */
final class IndicatorColumns {
  private final String of;
  private final UserHistory history;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<double[]> errors = new ArrayList<>();

  private IndicatorColumns(String of, UserHistory history) {
    this.of = of;
    this.history = history;
  }

  static IndicatorColumns of(String of, UserHistory history) {
    return new IndicatorColumns(of, history);
  }

  IndicatorColumns add(String name, ShrunkShare share) {
    return add(name, new double[][] {share.values(), share.errors()});
  }

  IndicatorColumns add(String name, double[][] valuesAndErrors) {
    names.add(name);
    values.add(valuesAndErrors[0]);
    errors.add(valuesAndErrors[1]);
    return this;
  }

  Indicators build() {
    DenseMatrix matrix = DenseMatrix.of(values.toArray(double[][]::new)).transpose();
    return new Indicators(
        of,
        UserFeatures.of(history.users(), names, matrix),
        DenseMatrix.of(errors.toArray(double[][]::new)).transpose());
  }
}
