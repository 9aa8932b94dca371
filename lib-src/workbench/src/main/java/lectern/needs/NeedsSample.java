package lectern.needs;

import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.feature.FeatureExtraction;
import lectern.feature.UserFeatures;
import lectern.math.RandomStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.Table;

/**
 * Users with what was known of them before a cut-off and the answer from after it. Immutable.
 *
 * <pre>{@code
 * var label = new BuysTopic("topic", "programming");
 * NeedsSample train = NeedsSample.of(log, june, label, f -> f.recencyFrequencyMonetary().interests("topic"));
 * NeedsSample test = NeedsSample.of(log, july, label, f -> f.recencyFrequencyMonetary().interests("topic"));
 * }</pre>
 */
public final class NeedsSample implements Displayable {
  private final UserFeatures features;
  private final boolean[] labels;
  private final String name;
  private final long asOf;
  private final long labelsEnd;

  private NeedsSample(
      UserFeatures features, boolean[] labels, String name, long asOf, long labelsEnd) {
    if (labels.length != features.size()) {
      throw new UserError(
          "Each of the " + features.size() + " users needs a label, not " + labels.length + ".");
    }
    this.features = features;
    this.labels = labels;
    this.name = name;
    this.asOf = asOf;
    this.labelsEnd = labelsEnd;
  }

  /**
   * The users known at a cut-off.
   *
   * @param asOf seconds since 1970, UTC
   * @param chosen which features to take, all from before the cut-off
   */
  public static NeedsSample of(
      EventLog log, long asOf, NeedsLabel label, UnaryOperator<FeatureExtraction> chosen) {
    UserFeatures features = chosen.apply(FeatureExtraction.of(log, asOf)).features();
    return new NeedsSample(
        features,
        label.of(log, features.users(), asOf),
        label.name(),
        asOf,
        asOf + label.days() * 86_400L);
  }

  /** Features and answers from elsewhere; the caller answers for their times. */
  public static NeedsSample of(
      UserFeatures features, boolean[] labels, String name, long asOf, long labelsEnd) {
    return new NeedsSample(features, labels.clone(), name, asOf, labelsEnd);
  }

  public UserFeatures features() {
    return features;
  }

  /** For each user whether the answer is yes. */
  public boolean[] labels() {
    return labels.clone();
  }

  /** What a yes means. */
  public String name() {
    return name;
  }

  /** The cut-off, in seconds since 1970. */
  public long asOf() {
    return asOf;
  }

  /** When the answers are all known. */
  public long labelsEnd() {
    return labelsEnd;
  }

  /** How many users there are. */
  public int size() {
    return labels.length;
  }

  /** How many answers are yes. */
  public int yes() {
    int yes = 0;
    for (boolean label : labels) {
      yes += label ? 1 : 0;
    }
    return yes;
  }

  /** The share of users whose answer is yes. */
  public double baseRate() {
    return yes() / (double) size();
  }

  /** The same users with the answers dealt out anew: see {@link ShuffledLabels}. */
  public NeedsSample shuffled(long seed) {
    int[] order = RandomStream.of(seed, "shuffled labels").permutation(size());
    boolean[] dealt = new boolean[size()];
    for (int u = 0; u < dealt.length; u++) {
      dealt[u] = labels[order[u]];
    }
    return new NeedsSample(features, dealt, name + " (shuffled)", asOf, labelsEnd);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d users as of %s, %d features; %s: %,d (%.1f %%)",
        size(),
        Instant.ofEpochSecond(asOf),
        features.names().size(),
        name,
        yes(),
        100 * baseRate());
  }

  @Override
  public MimeBundle bundle() {
    Table table = features.table();
    table.insertColumn(1, BooleanColumn.create("yes", labels));
    return Titled.bundle(toString(), table);
  }
}
