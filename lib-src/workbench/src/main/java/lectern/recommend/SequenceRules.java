package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.SparseMatrix;

/**
 * Rules "who took a takes i soon after", weighted by how soon.
 *
 * <p>For every history in which i comes d ≤ W steps after a, the rule a → i gains w(d); r(a, i) is
 * the sum. With n(a) the number of histories that have a, and h₁ the last item of a history, h₂ the
 * one before, …, the score of item i is
 *
 * <pre>{@code
 * Σ d=1…W  w(d) · r(h_d, i) / n(h_d)
 * }</pre>
 *
 * <p>Divided by n(a), a rule is the gain to be expected from a: without that, popular antecedents
 * drown the last item. An item that no rule reaches gets 10⁻⁹ times its share of all interactions,
 * so popularity orders what is left, and everything after an empty history. Rules have no
 * parameters to be trained; on course enrolments they are hard to beat.
 *
 * <p>Example: histories [a, b, c] and [a, c], w(d) = 1/d. r(a, c) = 1/2 + 1, n(a) = 2. After [a]: c
 * scores 0.75, b 0.5.
 *
 * <p>Source: sequential rules of Ludewig and Jannach, Evaluation of session-based recommendation
 * algorithms, 2018, 3.1, who score by the last item alone; the weighted window of antecedents and
 * n(a) are ours.
 */
public final class SequenceRules extends FittedModel implements SequenceRecommender {
  private static final double BEHIND = 1e-9;

  /** w(d), the weight of d steps. */
  public enum Weight {
    /** 1/d: what comes sooner counts more. */
    INVERSE_DISTANCE {
      @Override
      double of(int distance) {
        return 1.0 / distance;
      }
    },
    /** 1: all within the window count alike. */
    EQUAL {
      @Override
      double of(int distance) {
        return 1;
      }
    };

    abstract double of(int distance);
  }

  /**
   * How far rules reach.
   *
   * @param window W, at least 1; 10 if unsaid
   * @param weight 1/d if unsaid
   */
  public record Options(int window, Weight weight) {
    public Options {
      if (window < 1) {
        throw new UserError("window must be at least 1, not " + window + ".");
      }
    }

    public Options() {
      this(10);
    }

    public Options(int window) {
      this(window, Weight.INVERSE_DISTANCE);
    }
  }

  private final UserHistories histories;
  private final SparseMatrix rules;
  private final double[] counts;
  private final Options options;

  private SequenceRules(
      FittedOn fittedOn,
      UserHistories histories,
      SparseMatrix rules,
      double[] counts,
      Options options) {
    super(fittedOn);
    this.histories = histories;
    this.rules = rules;
    this.counts = counts;
    this.options = options;
  }

  public static SequenceRules fit(Interactions train) {
    return fit(train, new Options());
  }

  /**
   * Fits.
   *
   * @throws UserError if the interactions have no times
   */
  public static SequenceRules fit(Interactions train, Options options) {
    UserHistories histories = UserHistories.of(train);
    return new SequenceRules(
        FittedOn.of(SequenceRules.class, train, options, 0),
        histories,
        FollowingItems.of(histories, train.itemCount(), options.window(), options.weight()::of),
        ItemShares.counts(train),
        options);
  }

  /** r(a, i) for every pair that ever followed within the window: row a, column i. */
  public SparseMatrix rules() {
    return rules;
  }

  @Override
  public int[] history(int user) {
    return histories.of(user);
  }

  @Override
  public void score(int[] history, float[] out) {
    requireRoom(out.length);
    double[] sums = new double[out.length];
    double behind = BEHIND / Math.max(1, histories.size());
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i] * behind;
    }
    int distance = 0;
    for (int place = history.length - 1; place >= 0 && distance < options.window(); place--) {
      int a = history[place];
      if (knowsItem(a)) {
        double weight = options.weight().of(++distance) / Math.max(1, counts[a]);
        for (int p = rules.rowStart(a); p < rules.rowStart(a + 1); p++) {
          sums[rules.column(p)] += weight * rules.value(p);
        }
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) sums[i];
    }
  }

  @Override
  public String name() {
    return "sequence rules, window " + options.window();
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    histories.write(out);
    out.sparse(rules);
    out.doubles(counts);
    out.integer(options.window());
    out.choice(options.weight());
  }

  public static SequenceRules load(Path file) {
    return ModelFile.load(file, SequenceRules.class, SequenceRules::read);
  }

  private static SequenceRules read(FittedOn fittedOn, ModelFile.Reader in) throws IOException {
    return new SequenceRules(
        fittedOn,
        UserHistories.read(in),
        in.sparse(),
        in.doubles(),
        new Options(in.integer(), in.choice(Weight.class)));
  }
}
