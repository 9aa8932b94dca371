package lectern.market;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import lectern.display.Progress;

/**
 * Finds the minimum of a smooth function of many numbers, by limited-memory BFGS with ten pairs and
 * a backtracking line search (Nocedal and Wright, Numerical Optimization, 2006, algorithms 7.4 and
 * 3.1). Every step lowers the function.
 */
final class Lbfgs {
  /** A function and its gradient. */
  @FunctionalInterface
  interface Function {
    /** The value at x; fills the gradient. */
    double at(double[] x, double[] gradient);
  }

  private static final int PAIRS = 10;
  private static final double ENOUGH = 1e-4;

  private Lbfgs() {}

  /** Where the function is lowest, from a start; ends when no part of the gradient is above. */
  static double[] minimum(
      Function function, double[] start, int iterations, double gradientBelow, Progress.Task task) {
    int n = start.length;
    double[] x = start.clone();
    double[] gradient = new double[n];
    double value = function.at(x, gradient);
    Deque<double[][]> pairs = new ArrayDeque<>();
    for (int i = 0; i < iterations && largest(gradient) > gradientBelow; i++) {
      double[] direction = direction(gradient, pairs);
      double slope = dot(gradient, direction);
      if (!(slope < 0)) {
        pairs.clear();
        direction = Arrays.stream(gradient).map(g -> -g).toArray();
        slope = dot(gradient, direction);
      }
      double step = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
      double[] next = new double[n];
      double[] nextGradient = new double[n];
      double nextValue = Double.POSITIVE_INFINITY;
      for (int tries = 0; tries < 50; tries++) {
        for (int j = 0; j < n; j++) {
          next[j] = x[j] + step * direction[j];
        }
        nextValue = function.at(next, nextGradient);
        if (nextValue <= value + ENOUGH * step * slope) {
          break;
        }
        step /= 2;
      }
      if (!(nextValue < value)) {
        break;
      }
      remember(pairs, x, next, gradient, nextGradient);
      x = next;
      value = nextValue;
      gradient = nextGradient;
      task.at(i + 1, "loss = " + (float) value);
    }
    return x;
  }

  private static void remember(
      Deque<double[][]> pairs, double[] x, double[] next, double[] before, double[] after) {
    double[] s = new double[x.length];
    double[] y = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      s[j] = next[j] - x[j];
      y[j] = after[j] - before[j];
    }
    double curvature = dot(s, y);
    if (curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
      pairs.addLast(new double[][] {s, y, {1 / curvature}});
      if (pairs.size() > PAIRS) {
        pairs.removeFirst();
      }
    }
  }

  private static double[] direction(double[] gradient, Deque<double[][]> pairs) {
    double[] q = Arrays.stream(gradient).map(g -> -g).toArray();
    double[] alphas = new double[pairs.size()];
    int p = pairs.size();
    for (Iterator<double[][]> it = pairs.descendingIterator(); it.hasNext(); ) {
      double[][] pair = it.next();
      alphas[--p] = pair[2][0] * dot(pair[0], q);
      add(q, pair[1], -alphas[p]);
    }
    if (!pairs.isEmpty()) {
      double[][] last = pairs.getLast();
      double scale = 1 / (last[2][0] * dot(last[1], last[1]));
      for (int j = 0; j < q.length; j++) {
        q[j] *= scale;
      }
    }
    for (double[][] pair : pairs) {
      add(q, pair[0], alphas[p++] - pair[2][0] * dot(pair[1], q));
    }
    return q;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * what[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double v : values) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }
}
