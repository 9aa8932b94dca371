package lectern.lstm;

/**
 * Makes probabilities of scores: p = 1 / (1 + exp(−(slope · score + shift))), fitted to what
 * happened.
 *
 * <p>Newton's method on the log loss, with a pull of 10⁻⁶ towards slope 1 and shift 0 that keeps it
 * finite where scores part the two kinds without fault.
 *
 * <p>Source: Platt, Probabilistic outputs for support vector machines, 1999, without its changed
 * targets.
 *
 * @param slope 1 where scores are right as they are
 * @param shift 0 where they are
 */
public record PlattScaling(double slope, double shift) {
  private static final double PULL = 1e-6;
  private static final int STEPS = 100;

  /** Scores as they are. */
  static final PlattScaling NONE = new PlattScaling(1, 0);

  static PlattScaling fit(double[] scores, boolean[] happened) {
    double slope = 1;
    double shift = 0;
    for (int step = 0; step < STEPS; step++) {
      double a = PULL * (slope - 1);
      double b = PULL * shift;
      double aa = PULL;
      double ab = 0;
      double bb = PULL;
      for (int i = 0; i < scores.length; i++) {
        double p = new PlattScaling(slope, shift).probability(scores[i]);
        double error = (p - (happened[i] ? 1 : 0)) / scores.length;
        double weight = p * (1 - p) / scores.length;
        a += error * scores[i];
        b += error;
        aa += weight * scores[i] * scores[i];
        ab += weight * scores[i];
        bb += weight;
      }
      double determinant = aa * bb - ab * ab;
      double moveSlope = (bb * a - ab * b) / determinant;
      double moveShift = (aa * b - ab * a) / determinant;
      double damp = Math.min(1, 1 / Math.max(Math.abs(moveSlope), Math.abs(moveShift)));
      slope -= damp * moveSlope;
      shift -= damp * moveShift;
      if (Math.abs(moveSlope) + Math.abs(moveShift) < 1e-10) {
        break;
      }
    }
    return new PlattScaling(slope, shift);
  }

  /** The probability of a score. */
  public double probability(double score) {
    return 1 / (1 + StrictMath.exp(-(slope * score + shift)));
  }
}
