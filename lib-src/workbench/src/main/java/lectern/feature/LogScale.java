package lectern.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.math.DenseMatrix;

/**
 * Logarithms for columns with a long tail: counts and amounts of money, in which a few users would
 * otherwise rule every distance.
 *
 * <p>x becomes ln(1 + x) in columns without negative values whose skewness, the mean of ((x − mean)
 * ÷ standard deviation)³, is above 1; a bell has 0, an exponential tail 2. Other columns stay,
 * names stay, NaN stays. The choice of columns is made on the users given: fit it once, apply it to
 * others.
 *
 * <pre>{@code Scaler.standard(LogScale.ofSkewed(features)) }</pre>
 */
public final class LogScale {
  private static final double SKEWED = 1;

  private final List<String> columns;

  private LogScale(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Chooses the columns with a long tail among these users. */
  public static LogScale fit(UserFeatures train) {
    List<String> chosen = new ArrayList<>();
    for (String name : train.names()) {
      double[] known = Arrays.stream(train.column(name)).filter(x -> !Double.isNaN(x)).toArray();
      if (known.length > 2
          && Arrays.stream(known).allMatch(x -> x >= 0)
          && skewness(known) > SKEWED) {
        chosen.add(name);
      }
    }
    return new LogScale(chosen);
  }

  /** Chooses the columns with a long tail and takes their logarithms. */
  public static UserFeatures ofSkewed(UserFeatures features) {
    return fit(features).transform(features);
  }

  /** The chosen columns. */
  public List<String> columns() {
    return columns;
  }

  /** These users with logarithms in the chosen columns. */
  public UserFeatures transform(UserFeatures features) {
    double[][] cells = features.matrix().toArray();
    for (String name : columns) {
      int column = features.names().indexOf(name);
      for (double[] row : column < 0 ? new double[0][] : cells) {
        row[column] = StrictMath.log1p(Math.max(0, row[column]));
      }
    }
    return cells.length == 0 ? features : features.withMatrix(DenseMatrix.of(cells));
  }

  /** 0 for equal values. */
  static double skewness(double[] values) {
    double variance = Moments.variance(values);
    if (variance == 0) {
      return 0;
    }
    double mean = Moments.mean(values);
    double unit = Math.sqrt(variance);
    double[] cubes =
        Arrays.stream(values)
            .map(x -> (x - mean) / unit * ((x - mean) / unit) * ((x - mean) / unit))
            .toArray();
    return Moments.mean(cubes);
  }
}
