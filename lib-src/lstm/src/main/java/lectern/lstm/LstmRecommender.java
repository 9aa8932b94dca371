package lectern.lstm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.data.Interactions;
import lectern.data.WholeFile;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.recommend.FittedModel;
import lectern.recommend.FittedOn;
import lectern.recommend.ModelFile;
import lectern.recommend.SequenceRecommender;
import lectern.recommend.UserHistories;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The next course, by an LSTM over the courses before: precision 3.3's "encode the behaviour
 * sequence, then a fully connected layer".
 *
 * <pre>{@code
 * var model = LstmRecommender.fit(split.train(), LstmOptions.of(128), 7, Progress.shown());
 * model.top("ann", 10, Exclude.seen(split.train()))
 * }</pre>
 *
 * <p>x_t is the embedding of the course taken at step t, with that of its field behind it where
 * {@link CourseFields} are given; x_0 is a start of its own. Then, σ being the logistic function
 * and ∘ the product number by number,
 *
 * <pre>{@code
 * a, f, o, i = tanh, σ, σ, σ of (x_t W + h_(t−1) R + b)
 * c_t = f ∘ c_(t−1) + i ∘ a        h_t = o ∘ tanh(c_t)
 * P(next = j) = softmax(h_t V + d)_j
 * }</pre>
 *
 * <p>and the loss is the mean of −log P(the course that came next) over all steps, made small by
 * Adam. Scores are the logarithms of P up to a constant per history. An unknown user has an empty
 * history and gets what is taken first.
 *
 * <p>Source: Hochreiter and Schmidhuber, Long short-term memory, 1997, with the forget gate of
 * Gers, Schmidhuber and Cummins, 2000; as a recommender Hidasi et al., Session-based
 * recommendations with recurrent neural networks, 2016.
 */
public final class LstmRecommender extends FittedModel implements SequenceRecommender {
  private final UserHistories histories;
  private final LstmOptions options;
  private final int[] fieldOf;
  private final int fields;
  private final ComputationGraph network;
  private final double[] losses;
  private final double[] qualities;
  private final LastStep scorer;

  private LstmRecommender(
      FittedOn fittedOn,
      UserHistories histories,
      LstmOptions options,
      int[] fieldOf,
      int fields,
      ComputationGraph network,
      double[] losses,
      double[] qualities) {
    super(fittedOn);
    this.histories = histories;
    this.options = options;
    this.fieldOf = fieldOf;
    this.fields = fields;
    this.network = network;
    this.losses = losses;
    this.qualities = qualities;
    this.scorer = LastStep.of(network, fieldOf, options.length());
  }

  public static LstmRecommender fit(Interactions train, LstmOptions options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  public static LstmRecommender fit(
      Interactions train, LstmOptions options, long seed, Progress progress) {
    return run(train, null, options, seed, progress);
  }

  /**
   * Fits with the courses' fields beside the courses.
   *
   * @throws UserError if the interactions have no times, there are none, or the loss grows beyond
   *     all numbers
   */
  public static LstmRecommender fit(
      Interactions train, CourseFields fields, LstmOptions options, long seed, Progress progress) {
    if (fields.ofItem().length != train.itemCount()) {
      throw new UserError(
          "There are fields of "
              + fields.ofItem().length
              + " courses for "
              + train.itemCount()
              + ": make them with CourseFields.of(train.items(), …).");
    }
    return run(train, fields, options, seed, progress);
  }

  private static LstmRecommender run(
      Interactions train, CourseFields fields, LstmOptions options, long seed, Progress progress) {
    UserHistories histories = UserHistories.of(train);
    LstmFit fit = new LstmFit(train, fields, options, seed);
    ComputationGraph network = fit.run(histories, progress);
    return new LstmRecommender(
        FittedOn.of(LstmRecommender.class, train, options, seed),
        histories,
        options,
        fit.fieldOf(),
        fit.fields(),
        network,
        Arrays.stream(fit.epochs()).mapToDouble(epoch -> epoch[0]).toArray(),
        Arrays.stream(fit.epochs()).mapToDouble(epoch -> epoch[1]).toArray());
  }

  /** The mean loss a step in each epoch, dropout included. */
  public double[] losses() {
    return losses.clone();
  }

  /** NDCG@10 of what was kept back after each epoch; NaN if nothing was. */
  public double[] qualities() {
    return qualities.clone();
  }

  @Override
  public int[] history(int user) {
    return histories.of(user);
  }

  @Override
  public void score(int[] history, float[] out) {
    requireRoom(out.length);
    float[] scores = scorer.logits(List.of(known(history)))[0];
    System.arraycopy(scores, 0, out, 0, out.length);
  }

  /** The scores of all courses after each of many histories, a good deal sooner than one by one. */
  public float[][] scores(List<int[]> histories) {
    return scorer.logits(histories.stream().map(this::known).toList());
  }

  private int[] known(int[] history) {
    return Arrays.stream(history).filter(this::knowsItem).toArray();
  }

  /**
   * Writes the network as Deeplearning4j's own file, which its {@code ComputationGraph.load} reads
   * without Lectern: inputs are the number of the course before (courses for the start), then that
   * of its field where there are fields, each histories × 1 × steps. It appears whole or not at
   * all.
   *
   * @throws UserError if the file cannot be written
   */
  public void exportNetwork(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ModelSerializer.writeModel(network, bytes, false);
      WholeFile.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UserError("Cannot save to " + file + ": " + e.getMessage(), e);
    }
  }

  ComputationGraph network() {
    return network;
  }

  @Override
  public String name() {
    return "LSTM " + options.hidden() + (fields > 0 ? " with fields" : "");
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    histories.write(out);
    out.integer(options.embedding());
    out.integer(options.hidden());
    out.integer(options.length());
    out.integer(options.batch());
    out.integer(options.epochs());
    out.number(options.learningRate());
    out.number(options.dropoutIn());
    out.number(options.dropoutOut());
    out.integer(options.patience());
    out.integer(options.fieldEmbedding());
    out.integer(fields);
    out.ints(fieldOf == null ? new int[0] : fieldOf);
    out.floats(network.params().toFloatVector());
    out.doubles(losses);
    out.doubles(qualities);
  }

  public static LstmRecommender load(Path file) {
    return ModelFile.load(file, LstmRecommender.class, LstmRecommender::read);
  }

  private static LstmRecommender read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    UserHistories histories = UserHistories.read(in);
    LstmOptions options =
        new LstmOptions(
            in.integer(),
            in.integer(),
            in.integer(),
            in.integer(),
            in.integer(),
            in.number(),
            in.number(),
            in.number(),
            in.integer(),
            in.integer());
    int fields = in.integer();
    int[] fieldOf = in.ints();
    ComputationGraph network =
        NextCourseNetwork.create(fittedOn.items().size(), fields, options, 0);
    network.setParams(Nd4j.createFromArray(in.floats()));
    return new LstmRecommender(
        fittedOn,
        histories,
        options,
        fields == 0 ? null : fieldOf,
        fields,
        network,
        in.doubles(),
        in.doubles());
  }
}
