package lectern.lstm;

import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether probabilities keep what they say: of all that was called 70 %, 70 % should happen.
 *
 * @param said the mean probability in each of ten bins of equal width, NaN in an empty one
 * @param happened the share that happened in each
 * @param counts how many are in each
 * @param logLoss mean −log of the probability of what was the case
 * @param brier mean squared distance of the probability to 1 or 0
 * @param baseLogLoss the log loss of saying the overall share every time
 * @param baseBrier its Brier score
 */
public record Reliability(
    double[] said,
    double[] happened,
    int[] counts,
    double logLoss,
    double brier,
    double baseLogLoss,
    double baseBrier)
    implements Displayable {
  private static final int BINS = 10;
  private static final double LEAST = 1e-12;

  static Reliability of(double[] probabilities, boolean[] happened) {
    double[] sums = new double[BINS];
    double[] hits = new double[BINS];
    int[] counts = new int[BINS];
    double logLoss = 0;
    double brier = 0;
    double all = 0;
    for (int i = 0; i < happened.length; i++) {
      double p = probabilities[i];
      int bin = Math.min(BINS - 1, (int) (p * BINS));
      sums[bin] += p;
      hits[bin] += happened[i] ? 1 : 0;
      counts[bin]++;
      logLoss -= StrictMath.log(Math.max(LEAST, happened[i] ? p : 1 - p));
      brier += (p - (happened[i] ? 1 : 0)) * (p - (happened[i] ? 1 : 0));
      all += happened[i] ? 1 : 0;
    }
    double share = all / happened.length;
    for (int bin = 0; bin < BINS; bin++) {
      sums[bin] /= counts[bin];
      hits[bin] /= counts[bin];
    }
    return new Reliability(
        sums,
        hits,
        counts,
        logLoss / happened.length,
        brier / happened.length,
        -share * StrictMath.log(Math.max(LEAST, share))
            - (1 - share) * StrictMath.log(Math.max(LEAST, 1 - share)),
        share * (1 - share));
  }

  @Override
  public double[] said() {
    return said.clone();
  }

  @Override
  public double[] happened() {
    return happened.clone();
  }

  @Override
  public int[] counts() {
    return counts.clone();
  }

  /** Mean distance between said and happened over the bins, each weighted by its count. */
  public double calibrationError() {
    double sum = 0;
    int all = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      sum += counts[bin] == 0 ? 0 : counts[bin] * Math.abs(said[bin] - happened[bin]);
      all += counts[bin];
    }
    return all == 0 ? Double.NaN : sum / all;
  }

  /** A line a bin. */
  public Table table() {
    StringColumn bins = StringColumn.create("probability");
    for (int bin = 0; bin < BINS; bin++) {
      bins.append(String.format(Locale.ROOT, "%.1f to %.1f", bin / 10.0, (bin + 1) / 10.0));
    }
    return Table.create(
        "What was said and what happened",
        bins,
        IntColumn.create("pairs", counts),
        DoubleColumn.create("mean probability", said),
        DoubleColumn.create("share that happened", happened));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "log loss %.4f (base rate %.4f), Brier %.4f (%.4f), calibration error %.4f",
        logLoss,
        baseLogLoss,
        brier,
        baseBrier,
        calibrationError());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
