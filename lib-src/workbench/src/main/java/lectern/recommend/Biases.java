package lectern.recommend;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.display.UserError;

/**
 * How high users and items rate, without taste: score(u, i) = μ + b_u + b_i.
 *
 * <p>μ is the mean of all values. The biases make small Σ (r_ui − μ − b_u − b_i)² + λ_u Σ b_u² +
 * λ_i Σ b_i², by turns, items first, all biases 0 before:
 *
 * <pre>{@code
 * b_i = Σ_u (r_ui − μ − b_u) / (λ_i + n_i)        b_u = Σ_i (r_ui − μ − b_i) / (λ_u + n_u)
 * }</pre>
 *
 * n being how many values the item or user has. {@link Options#means} is one turn without λ: the
 * item's mean, and the mean of what the user's values are above their items'. An unknown user, or
 * one without items, has b_u = 0; an item that nobody has b_i = 0.
 *
 * <p>Source: Koren, Factor in the Neighbors, ACM TKDD 4(1), 2010, 2.1; the defaults are those of
 * Surprise's BaselineOnly.
 */
public final class Biases extends FittedModel implements RatingModel {
  /**
   * How biases are fitted.
   *
   * @param userRegularisation λ_u, at least 0; 15 if unsaid
   * @param itemRegularisation λ_i, at least 0; 10 if unsaid
   * @param epochs how many turns, at least 1; 10 if unsaid
   */
  public record Options(double userRegularisation, double itemRegularisation, int epochs) {
    public Options {
      Checks.notBelowZero("userRegularisation", userRegularisation);
      Checks.notBelowZero("itemRegularisation", itemRegularisation);
      Checks.atLeastOne("epochs", epochs);
    }

    public Options() {
      this(15, 10, 10);
    }

    /** Plain means: one turn, no λ. */
    public static Options means() {
      return new Options(0, 0, 1);
    }
  }

  private final double mean;
  private final double[] userBias;
  private final double[] itemBias;

  private Biases(FittedOn fittedOn, double mean, double[] userBias, double[] itemBias) {
    super(fittedOn);
    this.mean = mean;
    this.userBias = userBias;
    this.itemBias = itemBias;
  }

  public static Biases fit(Interactions train) {
    return fit(train, new Options());
  }

  /**
   * Fits.
   *
   * @throws UserError if there are no interactions
   */
  public static Biases fit(Interactions train, Options options) {
    if (train.size() == 0) {
      throw new UserError("Biases need at least one interaction; there are none.");
    }
    double mean = train.meanValue();
    double[] user = new double[train.userCount()];
    double[] item = new double[train.itemCount()];
    int[] itemSize = new int[item.length];
    for (int p = 0; p < train.size(); p++) {
      itemSize[train.item(p)]++;
    }
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      double[] sum = new double[item.length];
      for (int u = 0; u < user.length; u++) {
        for (int p = train.start(u); p < train.start(u + 1); p++) {
          sum[train.item(p)] += train.value(p) - mean - user[u];
        }
      }
      for (int i = 0; i < item.length; i++) {
        item[i] = itemSize[i] == 0 ? 0 : sum[i] / (options.itemRegularisation() + itemSize[i]);
      }
      for (int u = 0; u < user.length; u++) {
        double mine = 0;
        for (int p = train.start(u); p < train.start(u + 1); p++) {
          mine += train.value(p) - mean - item[train.item(p)];
        }
        int size = train.sizeOf(u);
        user[u] = size == 0 ? 0 : mine / (options.userRegularisation() + size);
      }
    }
    return new Biases(FittedOn.of(Biases.class, train, options, 0), mean, user, item);
  }

  /** b_u; 0 for an unknown user. */
  public double userBias(int user) {
    return knowsUser(user) ? userBias[user] : 0;
  }

  /** b_i; 0 for an unknown item. */
  public double itemBias(int item) {
    return knowsItem(item) ? itemBias[item] : 0;
  }

  @Override
  public double meanValue() {
    return mean;
  }

  @Override
  public double estimate(int user, int item) {
    return knowsItem(item) ? mean + userBias(user) + itemBias[item] : mean;
  }

  @Override
  public void estimates(int user, double[] out) {
    requireRoom(out.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = estimate(user, i);
    }
  }

  @Override
  public String name() {
    return "biases only";
  }

  @Override
  protected void write(ModelFile.Writer out) throws IOException {
    out.number(mean);
    out.doubles(userBias);
    out.doubles(itemBias);
  }

  public static Biases load(Path file) {
    return ModelFile.load(
        file,
        Biases.class,
        (fittedOn, in) -> new Biases(fittedOn, in.number(), in.doubles(), in.doubles()));
  }
}
