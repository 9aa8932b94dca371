package lectern.recommend;

import lectern.display.UserError;

/**
 * How {@link GradientMf} is fitted.
 *
 * <pre>{@code GradientMfOptions.of(3).steps(500).zeros(GradientMf.Zeros.VALUE) }</pre>
 *
 * @param factors f, the columns of U and V, at least 1
 * @param learningRate η, above 0; 0.01 if unsaid. Large data needs less: about 1 / (the most cells
 *     a row has × the size of a squared row of U)
 * @param regularisation λ, at least 0; 0 if unsaid, as in the article
 * @param steps at least 1; 1000 if unsaid
 * @param zeros what a missing pair is; left out if unsaid
 * @param startScale size of the random start, above 0; 1 if unsaid
 */
public record GradientMfOptions(
    int factors,
    double learningRate,
    double regularisation,
    int steps,
    GradientMf.Zeros zeros,
    double startScale) {
  public GradientMfOptions {
    if (factors < 1) {
      throw new UserError("factors must be at least 1, not " + factors + ".");
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new UserError("learningRate must be above 0, not " + learningRate + ".");
    }
    if (!(regularisation >= 0 && regularisation < Double.POSITIVE_INFINITY)) {
      throw new UserError("regularisation must be at least 0, not " + regularisation + ".");
    }
    if (steps < 1) {
      throw new UserError("steps must be at least 1, not " + steps + ".");
    }
    if (!(startScale > 0 && startScale < Double.POSITIVE_INFINITY)) {
      throw new UserError("startScale must be above 0, not " + startScale + ".");
    }
  }

  /** So many factors, everything else as said above. */
  public static GradientMfOptions of(int factors) {
    return new GradientMfOptions(factors, 0.01, 0, 1000, GradientMf.Zeros.MISSING, 1);
  }

  public GradientMfOptions learningRate(double rate) {
    return new GradientMfOptions(factors, rate, regularisation, steps, zeros, startScale);
  }

  public GradientMfOptions regularisation(double lambda) {
    return new GradientMfOptions(factors, learningRate, lambda, steps, zeros, startScale);
  }

  public GradientMfOptions steps(int number) {
    return new GradientMfOptions(factors, learningRate, regularisation, number, zeros, startScale);
  }

  public GradientMfOptions zeros(GradientMf.Zeros meaning) {
    return new GradientMfOptions(factors, learningRate, regularisation, steps, meaning, startScale);
  }

  public GradientMfOptions startScale(double scale) {
    return new GradientMfOptions(factors, learningRate, regularisation, steps, zeros, scale);
  }
}
