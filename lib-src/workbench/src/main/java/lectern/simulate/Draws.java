package lectern.simulate;

import lectern.math.RandomStream;

/** Draws from distributions that a random stream does not have. */
final class Draws {
  private Draws() {}

  /** The first place whose running sum is above this share of the total. */
  static int find(double[] sums, double share) {
    double wanted = share * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The place that a number from 0 to 1 draws out of weights, which need not add up to 1. */
  static int pick(double[] weights, double uniform) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform * total;
    int last = weights.length - 1;
    for (int i = 0; i < last; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return last;
  }

  /** From the gamma distribution with scale 1 (Marsaglia and Tsang, 2000). */
  static double gamma(RandomStream random, double shape) {
    if (shape < 1) {
      double power = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return gamma(random, shape + 1) * power;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
          return d * cube;
        }
      }
    }
  }

  /** From the Dirichlet distribution: shares that add up to 1. */
  static double[] shares(RandomStream random, double[] parameters) {
    double[] shares = new double[parameters.length];
    double total = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = gamma(random, parameters[i]) + 1e-9;
      total += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= total;
    }
    return shares;
  }
}
