package lectern.lstm;

import java.util.Arrays;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.RandomStream;
import lectern.recommend.FittedOn;
import lectern.recommend.UserHistories;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** One fit of {@link InterestModel}. */
final class InterestFit {
  private static final int BLOCK = 256;

  private final Interactions train;
  private final InterestOptions options;
  private final long seed;
  private final Negatives negatives;

  InterestFit(Interactions train, InterestOptions options, long seed) {
    this.train = train;
    this.options = options;
    this.seed = seed;
    this.negatives = new Negatives(train.itemCount(), options.negatives());
  }

  InterestModel run(Progress progress) {
    if (train.size() == 0 || train.itemCount() < 2) {
      throw new UserError(
          "An interest model needs interactions with at least two courses, not "
              + train.size()
              + " with "
              + train.itemCount()
              + ".");
    }
    UserHistories histories = UserHistories.of(train);
    KeptBack keptBack = KeptBack.of(histories, true, seed);
    Windows windows = new Windows(keptBack.toLearnFrom(), options.length(), train.itemCount());
    ComputationGraph network = InterestNetwork.create(train.itemCount(), options, seed);
    double[] losses = learn(network, windows, progress);
    return judged(network, histories, keptBack, losses);
  }

  private double[] learn(ComputationGraph network, Windows windows, Progress progress) {
    RandomStream order = RandomStream.of(seed, "interest", "order");
    RandomStream drawn = RandomStream.of(seed, "interest", "drawn");
    double[] losses = new double[options.epochs()];
    long perEpoch = (windows.count() + options.batch() - 1) / options.batch();
    try (var task = progress.begin("interest LSTM", perEpoch * losses.length)) {
      for (int epoch = 0; epoch < losses.length; epoch++) {
        double loss = 0;
        long pairs = 0;
        long done = epoch * perEpoch;
        for (SequenceBatch batch : windows.batches(options.batch(), order)) {
          network.fit(negatives.toDataSet(batch, drawn));
          loss += network.score() * batch.rows() * (1 + options.negatives());
          pairs += (long) batch.targetCount() * (1 + options.negatives());
          refuseDivergence(loss);
          done = Math.min(done + 1, (epoch + 1) * perEpoch);
          task.at(
              done,
              String.format(
                  Locale.ROOT,
                  "epoch %d of %d, loss %.4f",
                  epoch + 1,
                  losses.length,
                  loss / pairs));
        }
        losses[epoch] = loss / pairs;
      }
    }
    return losses;
  }

  private void refuseDivergence(double loss) {
    if (!Double.isFinite(loss)) {
      throw new UserError(
          "The loss is no number any more: the learning rate "
              + options.learningRate()
              + " is too large. Try "
              + (float) (options.learningRate() / 4)
              + ".");
    }
  }

  /** Scales on the first half of what was kept back, judges on the second. */
  private InterestModel judged(
      ComputationGraph network, UserHistories histories, KeptBack keptBack, double[] losses) {
    InterestScorer scorer = InterestScorer.of(network, options);
    int each = 1 + options.negatives();
    int count = keptBack.after().length;
    double[] scores = new double[count * each];
    boolean[] happened = new boolean[scores.length];
    RandomStream drawn = RandomStream.of(seed, "interest", "kept back");
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      float[][] all = scorer.scores(keptBack.before().subList(from, to));
      for (int i = from; i < to; i++) {
        int came = keptBack.after()[i];
        for (int copy = 0; copy < each; copy++) {
          int item = copy == 0 ? came : negatives.draw(came, drawn);
          scores[i * each + copy] = all[i - from][item];
          happened[i * each + copy] = copy == 0;
        }
      }
    }
    int half = count / 2 * each;
    PlattScaling scaling =
        half == 0
            ? PlattScaling.NONE
            : PlattScaling.fit(Arrays.copyOf(scores, half), Arrays.copyOf(happened, half));
    double[] said = Arrays.stream(scores, half, scores.length).map(scaling::probability).toArray();
    return new InterestModel(
        FittedOn.of(InterestModel.class, train, options, seed),
        histories,
        options,
        network,
        losses,
        scaling,
        Reliability.of(said, Arrays.copyOfRange(happened, half, happened.length)));
  }
}
