package lectern.market;

import lectern.math.RandomStream;

/** Draws from the beta distribution, by two gamma draws (Marsaglia and Tsang, 2000). */
final class BetaDraw {
  private BetaDraw() {}

  static double of(double a, double b, RandomStream random) {
    double x = gamma(a, random);
    double y = gamma(b, random);
    return x / (x + y);
  }

  private static double gamma(double shape, RandomStream random) {
    if (shape < 1) {
      double power = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return gamma(shape + 1, random) * power;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0
          && StrictMath.log(1 - random.nextDouble())
              < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }
}
