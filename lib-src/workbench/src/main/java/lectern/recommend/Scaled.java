package lectern.recommend;

/** Scores from 0 (the lowest) to 1 (the highest); all ½ where all are equal. */
final class Scaled {
  private Scaled() {}

  static double[] toUnit(float[] scores) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      low = Math.min(low, score);
      high = Math.max(high, score);
    }
    double[] out = new double[scores.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = high > low ? (scores[i] - low) / (high - low) : 0.5;
    }
    return out;
  }
}
