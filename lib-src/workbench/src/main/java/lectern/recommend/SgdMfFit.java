package lectern.recommend;

import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import lectern.math.VectorKernels;

/** One fit of {@link SgdMf} under way. */
final class SgdMfFit {
  private final Interactions train;
  private final SgdMfOptions options;
  private final long seed;
  private final VectorKernels kernels = VectorKernels.get();
  private final int f;
  private final double mean;
  private final double lowest;
  private final double range;
  private final int[] userOf;
  private final double[] userBias;
  private final double[] itemBias;
  private final double[] p;
  private final double[] q;
  private double rate;

  SgdMfFit(Interactions train, SgdMfOptions options, long seed) {
    if (train.size() == 0) {
      throw new UserError("Matrix factorisation needs at least one interaction; there are none.");
    }
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.f = options.factors();
    this.mean = train.meanValue();
    this.userOf = new int[train.size()];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int u = 0; u < train.userCount(); u++) {
      for (int cell = train.start(u); cell < train.start(u + 1); cell++) {
        userOf[cell] = u;
        low = Math.min(low, train.value(cell));
        high = Math.max(high, train.value(cell));
      }
    }
    this.lowest = low;
    this.range = high - low;
    this.userBias = new double[train.userCount()];
    this.itemBias = new double[train.itemCount()];
    this.p = start(train.userCount(), "users");
    this.q = start(train.itemCount(), "items");
  }

  private double[] start(int rows, String side) {
    return SgdMfStart.of(
        options.start(), rows, f, options.startDeviation(), RandomStream.of(seed, "sgd-mf", side));
  }

  SgdMf run(Progress progress) {
    int n = train.size();
    int[] order = new int[n];
    for (int cell = 0; cell < n; cell++) {
      order[cell] = cell;
    }
    RandomStream random = RandomStream.of(seed, "sgd-mf", "order");
    SgdMfBatch batch =
        options.batch() == 1 ? null : new SgdMfBatch(train.userCount(), train.itemCount(), f);
    double[] losses = new double[options.epochs()];
    try (var task = progress.begin("matrix factorisation", options.epochs())) {
      for (int epoch = 0; epoch < losses.length; epoch++) {
        Stop.ifInterrupted();
        if (options.shuffled()) {
          random.shuffle(order);
        }
        rate = options.learningRate() / (1 + options.decay() * epoch);
        double squares = batch == null ? oneByOne(order) : inBatches(order, batch);
        losses[epoch] = squares / n;
        refuseDivergence(losses[epoch], epoch);
        task.at(epoch + 1, "mean squared error " + (float) losses[epoch]);
      }
    }
    boolean[] learnt = new boolean[train.userCount()];
    for (int u = 0; u < learnt.length; u++) {
      learnt[u] = train.sizeOf(u) > 0;
    }
    return new SgdMf(
        FittedOn.of(SgdMf.class, train, options, seed),
        mean,
        options.biased(),
        userBias,
        itemBias,
        DenseMatrix.wrap(train.userCount(), f, p),
        DenseMatrix.wrap(train.itemCount(), f, q),
        learnt,
        losses);
  }

  private double oneByOne(int[] order) {
    double l2 = options.penalty() == SgdMf.Penalty.L2 ? options.regularisation() : 0;
    double squares = 0;
    for (int cell : order) {
      int u = userOf[cell];
      int i = train.item(cell);
      double error = error(cell, u, i);
      squares += error * error;
      double push = push(error, train.value(cell));
      if (options.biased()) {
        userBias[u] += rate * (push - l2 * userBias[u]);
        itemBias[i] += rate * (push - l2 * itemBias[i]);
      }
      move(p, u * f, q, i * f, rate * push, 1 - rate * l2, f);
      if (options.penalty() == SgdMf.Penalty.L1) {
        towardsZero(u, i, rate * options.regularisation());
      }
    }
    return squares;
  }

  private double inBatches(int[] order, SgdMfBatch batch) {
    double l2 = options.penalty() == SgdMf.Penalty.L2 ? options.regularisation() : 0;
    double l1 = options.penalty() == SgdMf.Penalty.L1 ? options.regularisation() : 0;
    double squares = 0;
    for (long from = 0; from < order.length; from += options.batch()) {
      Stop.ifInterrupted();
      long to = Math.min(order.length, from + options.batch());
      for (int at = (int) from; at < to; at++) {
        int cell = order[at];
        int u = userOf[cell];
        int i = train.item(cell);
        double error = error(cell, u, i);
        squares += error * error;
        batch.add(u, i, push(error, train.value(cell)), p, q);
      }
      batch.step(rate, l2, l1, p, q, userBias, itemBias, options.biased());
    }
    return squares;
  }

  private double error(int cell, int u, int i) {
    double taste = kernels.dot(p, u * f, q, i * f, f);
    double level = options.biased() ? mean + userBias[u] + itemBias[i] : 0;
    return train.value(cell) - level - taste;
  }

  private double push(double error, double value) {
    return switch (options.objective()) {
      case SQUARED -> error;
      case ABSOLUTE -> Math.signum(error);
      case SATISFACTION ->
          range == 0 ? error : error * (1 + options.satisfaction() * (value - lowest) / range);
    };
  }

  /** Both rows from their old numbers: x = keep x + by y, y = keep y + by x. */
  private static void move(
      double[] x, int xFrom, double[] y, int yFrom, double by, double keep, int length) {
    for (int l = 0; l < length; l++) {
      double a = x[xFrom + l];
      double b = y[yFrom + l];
      x[xFrom + l] = keep * a + by * b;
      y[yFrom + l] = keep * b + by * a;
    }
  }

  private void towardsZero(int u, int i, double by) {
    if (options.biased()) {
      userBias[u] = shrunk(userBias[u], by);
      itemBias[i] = shrunk(itemBias[i], by);
    }
    for (int l = 0; l < f; l++) {
      p[u * f + l] = shrunk(p[u * f + l], by);
      q[i * f + l] = shrunk(q[i * f + l], by);
    }
  }

  /** The number moved towards 0, where it stops. */
  static double shrunk(double x, double by) {
    return x > by ? x - by : x < -by ? x + by : 0;
  }

  private void refuseDivergence(double loss, int epoch) {
    double squares = 0;
    for (int cell = 0; cell < train.size(); cell++) {
      squares = Math.max(squares, train.value(cell) * train.value(cell));
    }
    if (!(loss <= 1e6 * Math.max(squares, 1e-300))) {
      throw new UserError(
          "The mean squared error grew to "
              + (float) loss
              + " in epoch "
              + (epoch + 1)
              + ": the learning rate "
              + options.learningRate()
              + " is too large for this data and batch. Try "
              + (float) (options.learningRate() / 4)
              + ".");
    }
  }
}
