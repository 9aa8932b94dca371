package lectern.recommend;

import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.LeastSquaresKernels;
import lectern.math.RandomStream;

/** One fit of {@link Bpr} under way, on one thread. */
final class BprFit {
  private static final double START = 0.1;
  private static final int TRIES = 32;
  private static final int BETWEEN_STOPS = 4096;

  private final Interactions train;
  private final Bpr.Options options;
  private final long seed;
  private final LeastSquaresKernels kernels = LeastSquaresKernels.get();
  private final int[] userOf;
  private final boolean[] met;
  private final FactorRows users;
  private final FactorRows items;
  private final float[] biases;
  private final float[] difference;
  private final float[] dot = new float[1];
  private final float rate;
  private final float lambda;

  BprFit(Interactions train, Bpr.Options options, long seed) {
    if (train.size() == 0) {
      throw new UserError("BPR needs at least one interaction; there are none.");
    }
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.userOf = new int[train.size()];
    this.met = new boolean[train.userCount()];
    for (int user = 0; user < train.userCount(); user++) {
      met[user] = train.sizeOf(user) > 0;
      for (int p = train.start(user); p < train.start(user + 1); p++) {
        userOf[p] = user;
      }
    }
    int f = options.factors();
    double start = START / Math.sqrt(f);
    this.users =
        FactorRows.random(train.userCount(), f, start, RandomStream.of(seed, "bpr", "users"));
    this.items =
        FactorRows.random(train.itemCount(), f, start, RandomStream.of(seed, "bpr", "items"));
    this.biases = new float[train.itemCount()];
    this.difference = new float[users.width];
    this.rate = (float) options.learningRate();
    this.lambda = (float) options.regularisation();
  }

  Bpr run(Progress progress) {
    RandomStream random = RandomStream.of(seed, "bpr", "triples");
    try (var task = progress.begin("BPR", options.epochs())) {
      for (int epoch = 1; epoch <= options.epochs(); epoch++) {
        double right = epoch(random);
        refuseDivergence();
        task.at(epoch, String.format(Locale.ROOT, "%.1f %% in order", 100 * right));
      }
    }
    return new Bpr(FittedOn.of(Bpr.class, train, options, seed), users, items, biases, met);
  }

  /** The share of triples that stood in the right order when they were drawn. */
  private double epoch(RandomStream random) {
    int taken = 0;
    int right = 0;
    for (int n = 0; n < train.size(); n++) {
      if (n % BETWEEN_STOPS == 0) {
        Stop.ifInterrupted();
      }
      int cell = random.nextInt(train.size());
      int j = drawn(userOf[cell], random);
      if (j >= 0) {
        taken++;
        right += step(userOf[cell], train.item(cell), j) > 0 ? 1 : 0;
      }
    }
    return right / (double) Math.max(1, taken);
  }

  /** An item that the user did not take, or −1. */
  private int drawn(int user, RandomStream random) {
    for (int tries = 0; tries < TRIES; tries++) {
      int j =
          options.negatives() == Bpr.Negatives.UNIFORM
              ? random.nextInt(train.itemCount())
              : train.item(random.nextInt(train.size()));
      if (train.find(user, j) < 0) {
        return j;
      }
    }
    return -1;
  }

  /** One triple; gives s_ui − s_uj as it was. */
  private float step(int user, int i, int j) {
    float[] x = users.values;
    float[] y = items.values;
    int width = users.width;
    int u0 = user * width;
    int i0 = i * width;
    int j0 = j * width;
    for (int k = 0; k < width; k++) {
      difference[k] = y[i0 + k] - y[j0 + k];
    }
    kernels.dots(difference, 1, width, x, u0, dot);
    float margin = biases[i] - biases[j] + dot[0];
    float g = (float) (1 / (1 + StrictMath.exp(margin)));
    float pull = rate * g;
    float keep = 1 - rate * lambda;
    for (int k = 0; k < width; k++) {
      float was = x[u0 + k];
      x[u0 + k] = keep * was + pull * difference[k];
      y[i0 + k] = keep * y[i0 + k] + pull * was;
      y[j0 + k] = keep * y[j0 + k] - pull * was;
    }
    biases[i] = keep * biases[i] + pull;
    biases[j] = keep * biases[j] - pull;
    return margin;
  }

  private void refuseDivergence() {
    if (!(users.squares() + items.squares() < 1e30)) {
      throw new UserError(
          "The factors grew without end: the learning rate "
              + options.learningRate()
              + " is too large for this data. Try "
              + (float) (options.learningRate() / 4)
              + ".");
    }
  }
}
