package lectern.plot.picture;

/** What stands in each bin: counts, sums, means, extremes, normalised and accumulated. */
final class BinSums {
  private BinSums() {}

  /** NaN where a bin has no value to give. */
  static double[] of(double[] edges, double[] values, double[] weights, Spec spec) {
    int bins = edges.length - 1;
    double[] sums = new double[bins];
    int[] counts = new int[bins];
    String function = weights == null ? "count" : spec.text("histfunc", "count");
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      int bin = Double.isNaN(values[i]) ? -1 : Bins.find(edges, values[i]);
      double weight = function.equals("count") ? 1 : i < weights.length ? weights[i] : Double.NaN;
      if (bin < 0 || Double.isNaN(weight)) {
        continue;
      }
      boolean first = counts[bin]++ == 0;
      double before = sums[bin];
      sums[bin] =
          switch (function) {
            case "min" -> first ? weight : Math.min(before, weight);
            case "max" -> first ? weight : Math.max(before, weight);
            default -> before + weight;
          };
      total += weight;
    }
    if (function.equals("avg")) {
      for (int i = 0; i < bins; i++) {
        sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
      }
    }
    normalise(sums, edges, total, spec.text("histnorm", ""));
    if (spec.flag("cumulative.enabled", false)) {
      accumulate(sums, spec.text("cumulative.direction", "increasing").equals("decreasing"));
    }
    return sums;
  }

  private static void normalise(double[] sums, double[] edges, double total, String norm) {
    for (int i = 0; i < sums.length; i++) {
      double width = edges[i + 1] - edges[i];
      sums[i] *=
          switch (norm) {
            case "percent" -> 100 / total;
            case "probability" -> 1 / total;
            case "density" -> 1 / width;
            case "probability density" -> 1 / (total * width);
            default -> 1;
          };
    }
  }

  private static void accumulate(double[] sums, boolean down) {
    for (int i = 1; i < sums.length; i++) {
      int at = down ? sums.length - 1 - i : i;
      sums[at] += sums[down ? at + 1 : at - 1];
    }
  }
}
