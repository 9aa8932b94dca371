package lectern.recommend;

import java.util.Arrays;
import lectern.math.VectorKernels;

/** The pushes of one batch, added up by user and by item in the order of the values. */
final class SgdMfBatch {
  private final VectorKernels kernels = VectorKernels.get();
  private final int f;
  private final Side users;
  private final Side items;

  /** What one side gathers; rows touched are remembered in the order met. */
  private static final class Side {
    final double[] factors;
    final double[] bias;
    final int[] count;
    final int[] touched;
    int size;

    Side(int rows, int f) {
      factors = new double[rows * f];
      bias = new double[rows];
      count = new int[rows];
      touched = new int[rows];
    }

    void touch(int row) {
      if (count[row]++ == 0) {
        touched[size++] = row;
      }
    }
  }

  SgdMfBatch(int users, int items, int f) {
    this.f = f;
    this.users = new Side(users, f);
    this.items = new Side(items, f);
  }

  void add(int u, int i, double push, double[] p, double[] q) {
    users.touch(u);
    items.touch(i);
    users.bias[u] += push;
    items.bias[i] += push;
    kernels.addScaled(push, q, i * f, users.factors, u * f, f);
    kernels.addScaled(push, p, u * f, items.factors, i * f, f);
  }

  void step(
      double rate,
      double l2,
      double l1,
      double[] p,
      double[] q,
      double[] userBias,
      double[] itemBias,
      boolean biased) {
    step(users, rate, l2, l1, p, userBias, biased);
    step(items, rate, l2, l1, q, itemBias, biased);
  }

  private void step(
      Side side, double rate, double l2, double l1, double[] rows, double[] bias, boolean biased) {
    for (int t = 0; t < side.size; t++) {
      int row = side.touched[t];
      double pull = l2 * side.count[row];
      double less = rate * l1 * side.count[row];
      if (biased) {
        double moved = bias[row] + rate * (side.bias[row] - pull * bias[row]);
        bias[row] = SgdMfFit.shrunk(moved, less);
      }
      for (int at = row * f; at < row * f + f; at++) {
        double moved = rows[at] + rate * (side.factors[at] - pull * rows[at]);
        rows[at] = SgdMfFit.shrunk(moved, less);
      }
      Arrays.fill(side.factors, row * f, row * f + f, 0);
      side.bias[row] = 0;
      side.count[row] = 0;
    }
    side.size = 0;
  }
}
