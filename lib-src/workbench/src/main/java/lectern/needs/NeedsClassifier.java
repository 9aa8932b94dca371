package lectern.needs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.feature.Scaler;
import lectern.feature.ScalerOptions;
import lectern.feature.UserFeatures;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The chance of a yes for each user, learnt from a sample: what will the user need?
 *
 * <pre>{@code
 * var model = NeedsClassifier.fit(train, NeedsOptions.of(NeedsOptions.Kind.LOGISTIC), 1L);
 * NeedsEvaluation.of(model, test, 1L);
 * }</pre>
 *
 * <p>The learning is Smile's. Features are standardised with the training users' means and
 * deviations, those without spread become 0. The same sample, options and seed give the same bits
 * on any number of threads: Smile's work is run on one thread with its random numbers seeded; it
 * calls Java's exp and log, whose last bits Java leaves to the machine. A fitted classifier lives
 * in memory only. Immutable.
 *
 * <p>Article: omnichannel 3.1 (classification of user needs).
 */
public final class NeedsClassifier implements Displayable {
  private final NeedsSample train;
  private final NeedsOptions options;
  private final Scaler scaler;
  private final FittedModel model;

  private NeedsClassifier(
      NeedsSample train, NeedsOptions options, Scaler scaler, FittedModel model) {
    this.train = train;
    this.options = options;
    this.scaler = scaler;
    this.model = model;
  }

  /** Learns from a sample; silent. */
  public static NeedsClassifier fit(NeedsSample train, NeedsOptions options, long seed) {
    return fit(train, options, seed, Progress.silent());
  }

  /**
   * Learns from a sample.
   *
   * @throws UserError if there are no features, or the answers are all yes or all no
   */
  public static NeedsClassifier fit(
      NeedsSample train, NeedsOptions options, long seed, Progress progress) {
    if (train.features().names().isEmpty()) {
      throw new UserError("A classifier needs at least one feature.");
    }
    if (train.yes() == 0 || train.yes() == train.size()) {
      throw new UserError(
          "A classifier needs users of both kinds to learn from: of "
              + train.size()
              + " users "
              + train.yes()
              + " are a yes ("
              + train.name()
              + ").");
    }
    Scaler scaler =
        Scaler.fit(
            train.features(),
            ScalerOptions.of(Scaler.Method.STANDARD).constant(Scaler.Constant.CENTRE));
    int[] yes = new int[train.size()];
    boolean[] labels = train.labels();
    Arrays.setAll(yes, u -> labels[u] ? 1 : 0);
    double[][] rows = scaler.transform(train.features()).matrix().toArray();
    return new NeedsClassifier(
        train, options, scaler, SmileModels.fit(rows, yes, options, seed, progress));
  }

  /** The sample it learnt from. */
  public NeedsSample train() {
    return train;
  }

  public NeedsOptions options() {
    return options;
  }

  /** The chance of a yes for each of these users, whose features have the names of the sample. */
  public double[] probabilities(UserFeatures features) {
    return features.size() == 0
        ? new double[0]
        : model.probabilities(scaler.transform(features).matrix().toArray());
  }

  /**
   * How much each feature counts, the most first: of logistic regression the weight of one standard
   * deviation, of trees the impurity that its splits take away.
   */
  public Table importance() {
    double[] values = model.importance();
    List<String> names = scaler.names();
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(j -> -Math.abs(values[j])));
    return Table.create(
        "importance",
        StringColumn.create("feature", Arrays.stream(order).map(names::get).toList()),
        DoubleColumn.create(
            options.kind() == NeedsOptions.Kind.LOGISTIC ? "weight" : "importance",
            Arrays.stream(order).mapToDouble(j -> values[j]).toArray()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s on %,d users, %d features; %s",
        switch (options.kind()) {
          case LOGISTIC -> "logistic regression";
          case FOREST -> "random forest of " + options.trees() + " trees";
          case BOOSTING -> "gradient boosting of " + options.trees() + " trees";
        },
        train.size(),
        scaler.names().size(),
        train.name());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), importance());
  }
}
