package lectern.recommend;

import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.LeastSquaresKernels;
import lectern.math.Parallel;
import lectern.math.SparseMatrix;

/** One fit of {@link ImplicitAls} under way. */
final class ImplicitAlsFit {
  private static final int BLOCK = 64;

  private final Interactions train;
  private final ImplicitAls.Options options;
  private final long seed;
  private final LeastSquaresKernels kernels;
  private final WeightedCells byUser;
  private final WeightedCells byItem;
  private final FactorRows users;
  private final FactorRows items;

  ImplicitAlsFit(
      Interactions train, ImplicitAls.Options options, long seed, LeastSquaresKernels kernels) {
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.kernels = kernels;
    refuseNegative(train);
    SparseMatrix matrix = train.toMatrix();
    this.byUser = WeightedCells.positive(matrix, options.alpha());
    this.byItem = WeightedCells.positive(matrix.transpose(), options.alpha());
    int f = options.factors();
    this.users = ImplicitAls.startRows(ImplicitAls.Side.USERS, matrix.rows(), f, seed);
    this.items = ImplicitAls.startRows(ImplicitAls.Side.ITEMS, matrix.columns(), f, seed);
  }

  private static void refuseNegative(Interactions train) {
    boolean any = false;
    for (int user = 0; user < train.userCount(); user++) {
      for (int p = train.start(user); p < train.start(user + 1); p++) {
        any |= train.value(p) > 0;
        if (train.value(p) < 0) {
          throw new UserError(
              "User \""
                  + train.users().id(user)
                  + "\" and item \""
                  + train.items().id(train.item(p))
                  + "\" have the value "
                  + train.value(p)
                  + ": implicit ALS reads values as how often something happened, from 0 on.");
        }
      }
    }
    if (!any) {
      throw new UserError("Implicit ALS needs at least one value above 0; there is none.");
    }
  }

  ImplicitAls run(Progress progress) {
    LeastSquaresSide ofUsers = new LeastSquaresSide(byUser, items, users, options, kernels);
    LeastSquaresSide ofItems = new LeastSquaresSide(byItem, users, items, options, kernels);
    try (var task = progress.begin("implicit ALS", options.iterations())) {
      for (int iteration = 1; iteration <= options.iterations(); iteration++) {
        ofUsers.solveAll();
        ofItems.solveAll();
        task.at(iteration);
      }
    }
    double loss = loss();
    if (!Double.isFinite(loss)) {
      throw new UserError(
          "Implicit ALS found no finite factors: the values, up to "
              + IntStream.range(0, train.size()).mapToDouble(train::value).max().orElse(0)
              + ", or alpha, "
              + options.alpha()
              + ", are too large for its single precision. Divide the values, or take ones().");
    }
    return new ImplicitAls(
        FittedOn.of(ImplicitAls.class, train, options, seed), users, items, byUser.filled(), loss);
  }

  /**
   * The objective. Over all pairs Σ (x·y)² = Σ_u xᵀ YᵀY x, as if nobody had taken anything; taken
   * pairs replace their s² by c (1 − s)².
   */
  private double loss() {
    float[] gram = items.gram(kernels);
    int width = users.width;
    double sum =
        Parallel.sum(
            users.rows,
            BLOCK,
            (from, to) -> {
              float[] x = new float[width];
              float[] product = new float[width];
              double part = 0;
              for (int user = from; user < to; user++) {
                System.arraycopy(users.values, user * width, x, 0, width);
                kernels.symmetricProduct(gram, width, x, product);
                part += LeastSquaresKernels.dot(x, 0, product, 0, width);
                for (int p = byUser.start[user]; p < byUser.start[user + 1]; p++) {
                  int y = byUser.column[p] * width;
                  double s = LeastSquaresKernels.dot(x, 0, items.values, y, width);
                  part += (1.0 + byUser.value[p]) * (1 - s) * (1 - s) - s * s;
                }
              }
              return part;
            });
    return sum + options.regularisation() * (users.squares() + items.squares());
  }
}
