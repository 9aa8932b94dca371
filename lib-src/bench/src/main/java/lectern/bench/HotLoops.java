package lectern.bench;

import java.util.function.DoubleSupplier;

/** Loops as a notebook has them, in a class file that is loaded with stop checks and without. */
final class HotLoops implements DoubleSupplier {
  private final String name;
  private final double[] left = new double[4096];
  private final double[] right = new double[4096];

  /**
   * One of the loops.
   *
   * @param name dot, axpy, primes, product, recursion or random
   */
  HotLoops(String name) {
    this.name = name;
    for (int i = 0; i < left.length; i++) {
      left[i] = i * 0.5;
      right[i] = 1.0 / (i + 1);
    }
  }

  @Override
  public double getAsDouble() {
    return switch (name) {
      case "dot" -> dots(20_000);
      case "axpy" -> additions(40_000);
      case "primes" -> primes(600_000);
      case "product" -> product(64, 600);
      case "recursion" -> fibonacci(36);
      case "random" -> random(60_000_000);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private double dots(int times) {
    double all = 0;
    for (int time = 0; time < times; time++) {
      all += dot(left, right);
    }
    return all;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private double additions(int times) {
    double[] y = right.clone();
    for (int time = 0; time < times; time++) {
      axpy(1e-6, left, y);
    }
    return y[17];
  }

  private static void axpy(double factor, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += factor * x[i];
    }
  }

  private static double primes(int below) {
    int count = 0;
    for (int n = 2; n < below; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n && prime; d++) {
        prime = n % d != 0;
      }
      count += prime ? 1 : 0;
    }
    return count;
  }

  private double product(int size, int times) {
    double[] out = new double[size * size];
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < size; i++) {
        for (int k = 0; k < size; k++) {
          double factor = left[i * size + k];
          for (int j = 0; j < size; j++) {
            out[i * size + j] += factor * right[k * size + j];
          }
        }
      }
    }
    return out[7];
  }

  private static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static double random(int times) {
    long state = 1;
    for (int i = 0; i < times; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
    }
    return state;
  }
}
