package lectern.needs;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Interval;
import lectern.evaluate.UserValues;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How good a classifier's chances are on a later sample, against giving everybody the base rate of
 * the training users. With p the chance given and y = 1 for a yes:
 *
 * <ul>
 *   <li>log loss: the mean of −y ln p − (1 − y) ln(1 − p), p kept within 10⁻⁶ of 0 and 1;
 *   <li>Brier score: the mean of (p − y)².
 * </ul>
 *
 * <p>Lower is better for both. Intervals are by {@link Bootstrap} over users; those of the gain
 * (base rate minus model, above 0 is good) pair the two on the same users. The later cut-off must
 * not be before the training answers were known. Immutable.
 *
 * <p>Source: G. W. Brier, Verification of forecasts expressed in terms of probability, 1950.
 */
public final class NeedsEvaluation implements Displayable {
  private static final double EDGE = 1e-6;

  private final NeedsSample test;
  private final double[] probabilities;
  private final Loss logLoss;
  private final Loss brier;

  /**
   * A loss of the model and of the base rate, with intervals, and the gain of the one on the other.
   */
  public record Loss(
      String name,
      double model,
      Interval modelInterval,
      double baseRate,
      Interval baseRateInterval,
      double gain,
      Interval gainInterval) {
    /** True when the whole interval of the gain is above 0. */
    public boolean beatsBaseRate() {
      return gainInterval.low() > 0;
    }
  }

  private interface PointLoss {
    double of(double p, boolean yes);
  }

  private NeedsEvaluation(NeedsSample test, double[] probabilities, Loss logLoss, Loss brier) {
    this.test = test;
    this.probabilities = probabilities;
    this.logLoss = logLoss;
    this.brier = brier;
  }

  /** Judges a classifier with 1,000 draws of users and 95 % intervals. */
  public static NeedsEvaluation of(NeedsClassifier model, NeedsSample test, long seed) {
    return of(model, test, new Bootstrap(), seed);
  }

  /**
   * Judges a classifier.
   *
   * @throws UserError if the test cut-off lies before the training answers were known
   */
  public static NeedsEvaluation of(
      NeedsClassifier model, NeedsSample test, Bootstrap bootstrap, long seed) {
    if (test.asOf() < model.train().labelsEnd()) {
      throw new UserError(
          "At the test's cut-off "
              + Instant.ofEpochSecond(test.asOf())
              + " the training answers were not known yet: they end at "
              + Instant.ofEpochSecond(model.train().labelsEnd())
              + ". Choose an earlier training cut-off or a later test.");
    }
    if (test.size() == 0) {
      throw new UserError("A test needs at least one user.");
    }
    double[] p = model.probabilities(test.features());
    double base = model.train().baseRate();
    return new NeedsEvaluation(
        test,
        p,
        loss("log loss", NeedsEvaluation::logLoss, p, base, test, bootstrap, seed),
        loss("Brier score", NeedsEvaluation::squared, p, base, test, bootstrap, seed));
  }

  private static double logLoss(double p, boolean yes) {
    double kept = Math.max(EDGE, Math.min(1 - EDGE, p));
    return -StrictMath.log(yes ? kept : 1 - kept);
  }

  private static double squared(double p, boolean yes) {
    double off = p - (yes ? 1 : 0);
    return off * off;
  }

  private static Loss loss(
      String name,
      PointLoss loss,
      double[] p,
      double base,
      NeedsSample test,
      Bootstrap bootstrap,
      long seed) {
    boolean[] yes = test.labels();
    double[] model = new double[p.length];
    double[] constant = new double[p.length];
    double[] gain = new double[p.length];
    for (int u = 0; u < p.length; u++) {
      model[u] = loss.of(p[u], yes[u]);
      constant[u] = loss.of(base, yes[u]);
      gain[u] = constant[u] - model[u];
    }
    return new Loss(
        name,
        UserValues.of(model).mean(),
        bootstrap.interval(UserValues.of(model), seed),
        UserValues.of(constant).mean(),
        bootstrap.interval(UserValues.of(constant), seed),
        UserValues.of(gain).mean(),
        bootstrap.interval(UserValues.of(gain), seed));
  }

  public Loss logLoss() {
    return logLoss;
  }

  public Loss brier() {
    return brier;
  }

  /** The chance given to each user of the test. */
  public double[] probabilities() {
    return probabilities.clone();
  }

  /** Whether the chances come true: see {@link Calibration}. */
  public Calibration calibration(int groups) {
    return Calibration.of(probabilities, test.labels(), groups);
  }

  /** Both losses: model, base rate and gain with their intervals. */
  public Table table() {
    StringColumn name = StringColumn.create("loss");
    DoubleColumn model = DoubleColumn.create("model");
    StringColumn modelRange = StringColumn.create("95 % interval");
    DoubleColumn base = DoubleColumn.create("base rate");
    DoubleColumn gain = DoubleColumn.create("gain");
    StringColumn gainRange = StringColumn.create("95 % interval of the gain");
    for (Loss loss : new Loss[] {logLoss, brier}) {
      name.append(loss.name());
      model.append(loss.model());
      modelRange.append(loss.modelInterval().toString());
      base.append(loss.baseRate());
      gain.append(loss.gain());
      gainRange.append(loss.gainInterval().toString());
    }
    modelRange.setName(level(logLoss.modelInterval()));
    gainRange.setName(level(logLoss.gainInterval()) + " of the gain");
    return Table.create("losses", name, model, modelRange, base, gain, gainRange);
  }

  private static String level(Interval interval) {
    return String.format(Locale.ROOT, "%.0f %% interval", 100 * interval.level());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "log loss %.4f (base rate %.4f), Brier score %.4f (base rate %.4f) on %,d users, %,d of"
            + " them a yes: %s",
        logLoss.model(),
        logLoss.baseRate(),
        brier.model(),
        brier.baseRate(),
        test.size(),
        test.yes(),
        verdict());
  }

  private String verdict() {
    long better = Arrays.stream(new Loss[] {logLoss, brier}).filter(Loss::beatsBaseRate).count();
    return better == 2
        ? "better than the base rate"
        : better == 1
            ? "better than the base rate by one of the two"
            : "no better than the base rate";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
