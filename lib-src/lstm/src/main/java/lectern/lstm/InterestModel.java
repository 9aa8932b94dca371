package lectern.lstm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.recommend.FittedModel;
import lectern.recommend.FittedOn;
import lectern.recommend.ModelFile;
import lectern.recommend.SequenceRecommender;
import lectern.recommend.UserHistories;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How likely a learner takes a course next: precision 4.2's I_i(j) = sigmoid(parameters · [u_i, j])
 * with u_i from an LSTM over the history, and 5.2's aim on labels that mean something.
 *
 * <pre>{@code
 * var model = InterestModel.fit(train, InterestOptions.of(64), 7, Progress.shown());
 * model.probability(new int[] {4, 17}, 3)
 * model.reliability()     // whether the probabilities keep what they say
 * }</pre>
 *
 * <p>u is what the LSTM remembers after the history ({@link LstmRecommender} has its formulas), j a
 * vector learnt for each course. As printed, the score is w_u·u + w_j·j + b: what depends on the
 * learner is the same for all courses, so every learner gets the courses in one and the same order.
 * {@link Head#WITH_PRODUCT} adds w_p·(u ∘ j), the product number by number, and orders differ.
 *
 * <p>It learns from each course that came, against courses drawn evenly from the others; the loss
 * is binary cross-entropy. So {@link #probability} answers this question: here is a course, either
 * the one that comes next or one of {@link InterestOptions#negatives} drawn at random; how likely
 * is it the one that comes? The last course of up to 5,000 histories is kept back; on these (and as
 * many drawn) the scores are {@link PlattScaling scaled}, half of them, and {@link #reliability} is
 * judged on the other half.
 *
 * <p>Parts of it run in Deeplearning4j's own code: its numbers are the same on one machine, and may
 * differ in their last digits on another. An unknown user has an empty history.
 */
public final class InterestModel extends FittedModel implements SequenceRecommender {
  /** How learner and course meet. */
  public enum Head {
    /** w_u·u + w_j·j + b: the article's formula, which orders courses alike for everybody. */
    AS_PRINTED,
    /** The same and w_p·(u ∘ j). */
    WITH_PRODUCT
  }

  private final UserHistories histories;
  private final InterestOptions options;
  private final ComputationGraph network;
  private final double[] losses;
  private final PlattScaling scaling;
  private final Reliability reliability;
  private final InterestScorer scorer;

  InterestModel(
      FittedOn fittedOn,
      UserHistories histories,
      InterestOptions options,
      ComputationGraph network,
      double[] losses,
      PlattScaling scaling,
      Reliability reliability) {
    super(fittedOn);
    this.histories = histories;
    this.options = options;
    this.network = network;
    this.losses = losses;
    this.scaling = scaling;
    this.reliability = reliability;
    this.scorer = InterestScorer.of(network, options);
  }

  public static InterestModel fit(Interactions train, InterestOptions options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Fits.
   *
   * @throws lectern.display.UserError if the interactions have no times, there are fewer than two
   *     courses or no interactions, or the loss grows beyond all numbers
   */
  public static InterestModel fit(
      Interactions train, InterestOptions options, long seed, Progress progress) {
    return new InterestFit(train, options, seed).run(progress);
  }

  /** How likely a course is the one that comes next, rather than one drawn at random. */
  public double probability(int[] history, int item) {
    float[] scores = new float[items().size()];
    score(history, scores);
    return scaling.probability(scores[item]);
  }

  /** The mean loss of a pair in each epoch. */
  public double[] losses() {
    return losses.clone();
  }

  /** How scores become probabilities. */
  public PlattScaling scaling() {
    return scaling;
  }

  /** Whether they keep what they say, on courses kept back; of nothing when none was. */
  public Reliability reliability() {
    return reliability;
  }

  ComputationGraph network() {
    return network;
  }

  @Override
  public int[] history(int user) {
    return histories.of(user);
  }

  /** Scores before scaling and sigmoid, which keep their order. */
  @Override
  public void score(int[] history, float[] out) {
    requireRoom(out.length);
    int[] known = Arrays.stream(history).filter(this::knowsItem).toArray();
    System.arraycopy(scorer.scores(List.of(known))[0], 0, out, 0, out.length);
  }

  @Override
  public String name() {
    return "interest LSTM "
        + options.hidden()
        + (options.head() == Head.AS_PRINTED ? ", as printed" : "");
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
    out.integer(options.negatives());
    out.choice(options.head());
    out.floats(network.params().toFloatVector());
    out.doubles(losses);
    out.number(scaling.slope());
    out.number(scaling.shift());
    out.doubles(reliability.said());
    out.doubles(reliability.happened());
    out.ints(reliability.counts());
    out.number(reliability.logLoss());
    out.number(reliability.brier());
    out.number(reliability.baseLogLoss());
    out.number(reliability.baseBrier());
  }

  public static InterestModel load(Path file) {
    return ModelFile.load(file, InterestModel.class, InterestModel::read);
  }

  private static InterestModel read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    UserHistories histories = UserHistories.read(in);
    InterestOptions options =
        new InterestOptions(
            in.integer(),
            in.integer(),
            in.integer(),
            in.integer(),
            in.integer(),
            in.number(),
            in.integer(),
            in.choice(Head.class));
    ComputationGraph network = InterestNetwork.create(fittedOn.items().size(), options, 0);
    network.setParams(Nd4j.createFromArray(in.floats()));
    return new InterestModel(
        fittedOn,
        histories,
        options,
        network,
        in.doubles(),
        new PlattScaling(in.number(), in.number()),
        new Reliability(
            in.doubles(),
            in.doubles(),
            in.ints(),
            in.number(),
            in.number(),
            in.number(),
            in.number()));
  }
}
