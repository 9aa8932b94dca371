package lectern.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lectern.display.UserError;

/**
 * How much each indicator counts in a score: chosen by hand, or found by regression on something
 * that was measured, such as the answers to a survey.
 *
 * @param weights indicator to weight, at least 0; scaled to sum to 1 and put in the order of names
 * @param how in words, where they come from
 */
public record ScoreWeights(Map<String, Double> weights, String how) {
  private static final int MOST_SWEEPS = 10_000;

  public ScoreWeights {
    double sum = 0;
    Map<String, Double> ordered = new TreeMap<>(weights); // one order of addition, whatever the map
    for (Map.Entry<String, Double> entry : ordered.entrySet()) {
      if (!(entry.getValue() >= 0 && entry.getValue() < Double.POSITIVE_INFINITY)) {
        throw new UserError(
            "The weight of \""
                + entry.getKey()
                + "\" must be at least 0, not "
                + entry.getValue()
                + ".");
      }
      sum += entry.getValue();
    }
    if (!(sum > 0)) {
      throw new UserError("At least one weight must be above 0: " + weights + ".");
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    double total = sum;
    ordered.forEach((name, weight) -> shares.put(name, weight / total));
    weights = Collections.unmodifiableMap(shares);
  }

  /** These weights; only their ratios matter. */
  public static ScoreWeights byHand(Map<String, Double> weights) {
    return new ScoreWeights(weights, "chosen by hand");
  }

  /** The same weight for each indicator. */
  public static ScoreWeights equal(Indicators indicators) {
    Map<String, Double> weights = new LinkedHashMap<>();
    indicators.names().forEach(name -> weights.put(name, 1.0));
    return new ScoreWeights(weights, "all equal");
  }

  /**
   * The weights w ≥ 0 that, with a constant, come nearest to what was measured: they minimise Σ (y
   * − c − Σ w x)² + ridge · users · Σ w². An indicator that speaks against the others gets 0.
   *
   * <p>By coordinate descent: each weight in turn is put at its best, until none moves by more than
   * 10⁻¹². Same bits everywhere.
   *
   * @param measured one value for each user of the indicators; NaN for those not asked
   * @param ridge at least 0; a little, such as 0.001, steadies weights of indicators that go
   *     together
   * @throws UserError if fewer users than indicators + 2 were measured, or no indicator goes along
   *     with what was measured
   */
  public static ScoreWeights byRegression(Indicators indicators, double[] measured, double ridge) {
    UserFeatures x = indicators.values();
    if (measured.length != x.size()) {
      throw new UserError(
          "Each of the "
              + x.size()
              + " users needs a value (or NaN), not "
              + measured.length
              + ".");
    }
    if (!(ridge >= 0 && ridge < Double.POSITIVE_INFINITY)) {
      throw new UserError("ridge must be at least 0, not " + ridge + ".");
    }
    int[] asked =
        IntStream.range(0, measured.length).filter(u -> !Double.isNaN(measured[u])).toArray();
    if (asked.length < x.names().size() + 2) {
      throw new UserError(
          "A regression on "
              + x.names().size()
              + " indicators needs at least "
              + (x.names().size() + 2)
              + " users who were measured, not "
              + asked.length
              + ".");
    }
    double[] y = centred(Arrays.stream(asked).mapToDouble(u -> measured[u]).toArray());
    double[][] columns = new double[x.names().size()][];
    for (int j = 0; j < columns.length; j++) {
      double[] column = x.matrix().column(j);
      columns[j] = centred(Arrays.stream(asked).mapToDouble(u -> column[u]).toArray());
    }
    double[] w = nonNegative(columns, y, ridge * asked.length);
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int j = 0; j < w.length; j++) {
      weights.put(x.names().get(j), w[j]);
    }
    if (Arrays.stream(w).allMatch(weight -> weight == 0)) {
      throw new UserError(
          "No indicator of "
              + indicators.of()
              + " goes along with what was measured: "
              + x.names()
              + ". Choose the weights by hand.");
    }
    return new ScoreWeights(weights, "by regression on " + asked.length + " users");
  }

  private static double[] centred(double[] values) {
    double mean = Moments.mean(values);
    return Arrays.stream(values).map(v -> v - mean).toArray();
  }

  private static double[] nonNegative(double[][] columns, double[] y, double penalty) {
    double[] w = new double[columns.length];
    double[] left = y.clone();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = 0;
      for (int j = 0; j < w.length; j++) {
        double along = 0;
        double squares = penalty;
        for (int u = 0; u < left.length; u++) {
          along += columns[j][u] * left[u];
          squares += columns[j][u] * columns[j][u];
        }
        double best = squares == 0 ? 0 : Math.max(0, w[j] + (along - penalty * w[j]) / squares);
        for (int u = 0; u < left.length; u++) {
          left[u] -= (best - w[j]) * columns[j][u];
        }
        moved = Math.max(moved, Math.abs(best - w[j]));
        w[j] = best;
      }
      if (moved <= 1e-12) {
        break;
      }
    }
    return w;
  }

  double of(String name) {
    Double weight = weights.get(name);
    return weight == null ? 0 : weight;
  }
}
