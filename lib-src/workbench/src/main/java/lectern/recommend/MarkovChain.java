package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;

/**
 * What most often came right after the last item, popularity behind it: the baseline of every
 * sequence model.
 *
 * <p>With n(a, i) how often item i came right after item a in the training histories, n(a) = Σ_i
 * n(a, i) and p_i item i's share of all interactions, the score of i after a history that ends in a
 * is a probability,
 *
 * <pre>{@code
 * (n(a, i) + μ p_i) / (n(a) + μ)
 * }</pre>
 *
 * <p>With μ at most 1, items that followed a stand in the order of n(a, i) and popularity decides
 * among equals and among those that never followed. More draws rare transitions towards popularity
 * (Zhai and Lafferty, 2004, call it Dirichlet smoothing). After an empty history, and after an item
 * that was never followed, the score is p_i.
 */
public final class MarkovChain extends FittedModel implements SequenceRecommender {
  /**
   * How popularity is mixed in.
   *
   * @param smoothing μ, above 0; 1 if unsaid
   */
  public record Options(double smoothing) {
    public Options {
      if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
        throw new UserError(
            "smoothing must be above 0, not " + smoothing + ": 1 leaves popularity behind.");
      }
    }

    public Options() {
      this(1);
    }
  }

  private final UserHistories histories;
  private final SparseMatrix next;
  private final double[] shares;
  private final double smoothing;

  private MarkovChain(
      FittedOn fittedOn,
      UserHistories histories,
      SparseMatrix next,
      double[] shares,
      double smoothing) {
    super(fittedOn);
    this.histories = histories;
    this.next = next;
    this.shares = shares;
    this.smoothing = smoothing;
  }

  public static MarkovChain fit(Interactions train) {
    return fit(train, new Options());
  }

  /**
   * Fits.
   *
   * @throws UserError if the interactions have no times
   */
  public static MarkovChain fit(Interactions train, Options options) {
    UserHistories histories = UserHistories.of(train);
    return new MarkovChain(
        FittedOn.of(MarkovChain.class, train, options, 0),
        histories,
        FollowingItems.of(histories, train.itemCount(), 1, distance -> 1),
        ItemShares.of(train),
        options.smoothing());
  }

  @Override
  public int[] history(int user) {
    return histories.of(user);
  }

  @Override
  public void score(int[] history, float[] out) {
    requireRoom(out.length);
    int last = lastKnown(history);
    double followed = 0;
    for (int p = from(last); p < to(last); p++) {
      followed += next.value(p);
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (smoothing * shares[i] / (followed + smoothing));
    }
    for (int p = from(last); p < to(last); p++) {
      int i = next.column(p);
      out[i] = (float) ((next.value(p) + smoothing * shares[i]) / (followed + smoothing));
    }
  }

  private int lastKnown(int[] history) {
    for (int place = history.length - 1; place >= 0; place--) {
      if (knowsItem(history[place])) {
        return history[place];
      }
    }
    return -1;
  }

  private int from(int item) {
    return item < 0 ? 0 : next.rowStart(item);
  }

  private int to(int item) {
    return item < 0 ? 0 : next.rowStart(item + 1);
  }

  @Override
  public String name() {
    return "Markov chain";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    histories.write(out);
    out.sparse(next);
    out.doubles(shares);
    out.number(smoothing);
  }

  public static MarkovChain load(Path file) {
    return ModelFile.load(
        file,
        MarkovChain.class,
        (fittedOn, in) ->
            new MarkovChain(
                fittedOn, UserHistories.read(in), in.sparse(), in.doubles(), in.number()));
  }
}
