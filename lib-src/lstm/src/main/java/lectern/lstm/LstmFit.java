package lectern.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.RandomStream;
import lectern.recommend.UserHistories;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/** One fit of {@link LstmRecommender}: epochs, the live loss, the end when nothing gets better. */
final class LstmFit {
  private final Interactions train;
  private final int[] fieldOf;
  private final int fields;
  private final LstmOptions options;
  private final long seed;
  private final List<double[]> epochs = new ArrayList<>();

  LstmFit(Interactions train, CourseFields fields, LstmOptions options, long seed) {
    this.train = train;
    this.options = options;
    this.seed = seed;
    boolean used = fields != null && options.fieldEmbedding() > 0;
    this.fields = used ? fields.names().size() : 0;
    this.fieldOf = used ? withStart(fields.ofItem(), this.fields) : null;
  }

  /** The start has a field of its own, the last. */
  private static int[] withStart(int[] ofItem, int fields) {
    int[] all = Arrays.copyOf(ofItem, ofItem.length + 1);
    all[ofItem.length] = fields;
    return all;
  }

  int[] fieldOf() {
    return fieldOf;
  }

  int fields() {
    return fields;
  }

  /** Each epoch's mean loss a step and NDCG@10 of what was kept back, NaN if nothing was. */
  double[][] epochs() {
    return epochs.toArray(double[][]::new);
  }

  /** The network after the epochs, or the best of them. */
  ComputationGraph run(UserHistories histories, Progress progress) {
    if (train.size() == 0 || train.itemCount() < 2) {
      throw new UserError(
          "An LSTM needs interactions with at least two courses, not "
              + train.size()
              + " with "
              + train.itemCount()
              + ".");
    }
    KeptBack keptBack = KeptBack.of(histories, options.patience() > 0, seed);
    Windows windows = new Windows(keptBack.toLearnFrom(), options.length(), train.itemCount());
    ComputationGraph network = NextCourseNetwork.create(train.itemCount(), fields, options, seed);
    Nd4j.getRandom().setSeed(RandomStream.of(seed, "lstm", "dropout").nextLong());
    RandomStream order = RandomStream.of(seed, "lstm", "order");
    float[] best = null;
    double bestQuality = Double.NEGATIVE_INFINITY;
    int sinceBest = 0;
    long batches = (windows.count() + options.batch() - 1) / options.batch();
    try (var task = progress.begin("LSTM", options.epochs() * batches)) {
      for (int epoch = 0; epoch < options.epochs(); epoch++) {
        double loss = epoch(network, windows.batches(options.batch(), order), task, epoch, batches);
        double quality = keptBack.isEmpty() ? Double.NaN : keptBack.quality(scorer(network));
        epochs.add(new double[] {loss, quality});
        if (keptBack.isEmpty()) {
          continue;
        }
        if (quality > bestQuality) {
          bestQuality = quality;
          best = network.params().toFloatVector();
          sinceBest = 0;
        } else if (++sinceBest >= options.patience()) {
          break;
        }
      }
    }
    if (best != null) {
      network.setParams(Nd4j.createFromArray(best));
    }
    return network;
  }

  private LastStep scorer(ComputationGraph network) {
    return LastStep.of(network, fieldOf, options.length());
  }

  private double epoch(
      ComputationGraph network,
      List<SequenceBatch> batches,
      Progress.Task task,
      int epoch,
      long perEpoch) {
    double loss = 0;
    long targets = 0;
    int done = 0;
    for (SequenceBatch batch : batches) {
      network.fit(batch.toDataSet(fieldOf));
      loss += network.score() * batch.rows();
      targets += batch.targetCount();
      refuseDivergence(loss, epoch);
      done = (int) Math.min(perEpoch, done + 1);
      task.at(epoch * perEpoch + done, note(epoch, loss / targets));
    }
    return loss / targets;
  }

  private String note(int epoch, double loss) {
    String held = "";
    if (!epochs.isEmpty() && !Double.isNaN(epochs.get(epochs.size() - 1)[1])) {
      held = String.format(Locale.ROOT, ", NDCG@10 %.4f", epochs.get(epochs.size() - 1)[1]);
    }
    return String.format(
        Locale.ROOT, "epoch %d of %d, loss %.4f%s", epoch + 1, options.epochs(), loss, held);
  }

  private void refuseDivergence(double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new UserError(
          "The loss is no number any more in epoch "
              + (epoch + 1)
              + ": the learning rate "
              + options.learningRate()
              + " is too large. Try "
              + (float) (options.learningRate() / 4)
              + ".");
    }
  }
}
