package lectern.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Holm;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.UserValues;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What each group of columns is worth to {@link NextEventModel}: the log loss on later events with
 * all groups, without each one, and without any (the labels' shares).
 *
 * <p>Every model is fitted anew on the same rows. Differences are paired by user: the users are
 * drawn again, and p-values have Holm's correction. A group is worth something when leaving it out
 * raises the loss and the interval does not hold 0.
 *
 * <p>Article: precision 4.1.
 */
public final class NextEventAblation implements Displayable {
  private final List<String> names;
  private final List<UserValues> losses;
  private final List<PairedComparison> comparisons;

  private NextEventAblation(
      List<String> names, List<UserValues> losses, List<PairedComparison> comparisons) {
    this.names = names;
    this.losses = losses;
    this.comparisons = comparisons;
  }

  /** Fits and compares; silent. */
  public static NextEventAblation of(
      NextEventData train, NextEventData test, NextEventModel.Options options, long seed) {
    return of(train, test, options, seed, Progress.silent());
  }

  /** Fits and compares. */
  public static NextEventAblation of(
      NextEventData train,
      NextEventData test,
      NextEventModel.Options options,
      long seed,
      Progress progress) {
    List<String> names = new ArrayList<>(List.of("all groups"));
    List<NextEventModel.Options> all = new ArrayList<>(List.of(options));
    for (NextEventData.Group group : NextEventData.Group.values()) {
      if (options.groups().contains(group)) {
        names.add("without " + group.name().toLowerCase(Locale.ROOT));
        all.add(options.without(group));
      }
    }
    names.add("shares alone");
    all.add(new NextEventModel.Options(options.regularisation(), options.iterations(), Set.of()));
    List<UserValues> losses = new ArrayList<>();
    for (NextEventModel.Options some : all) {
      losses.add(NextEventModel.fit(train, some, progress).logLoss(test));
    }
    List<PairedComparison> comparisons = new ArrayList<>();
    for (int i = 1; i < names.size(); i++) {
      comparisons.add(
          PairedComparison.of(
              names.get(i), losses.get(i), names.get(0), losses.get(0), new Bootstrap(), seed));
    }
    return new NextEventAblation(List.copyOf(names), List.copyOf(losses), List.copyOf(comparisons));
  }

  /** The log loss of each model in nats, in the order of the lines. */
  public double[] losses() {
    return losses.stream().mapToDouble(UserValues::mean).toArray();
  }

  /** Each model against that with all groups. */
  public List<PairedComparison> comparisons() {
    return comparisons;
  }

  /** What leaving out a group adds to the loss. */
  public PairedComparison without(NextEventData.Group group) {
    return comparisons.get(names.indexOf("without " + group.name().toLowerCase(Locale.ROOT)) - 1);
  }

  /** One line for each model. */
  public Table table() {
    double[] adjusted =
        Holm.adjust(comparisons.stream().mapToDouble(PairedComparison::p).toArray());
    DoubleColumn difference = DoubleColumn.create("more than all");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    DoubleColumn p = DoubleColumn.create("p (Holm)");
    for (int i = 0; i < names.size(); i++) {
      difference.append(i == 0 ? Double.NaN : comparisons.get(i - 1).difference());
      low.append(i == 0 ? Double.NaN : comparisons.get(i - 1).interval().low());
      high.append(i == 0 ? Double.NaN : comparisons.get(i - 1).interval().high());
      p.append(i == 0 ? Double.NaN : adjusted[i - 1]);
    }
    return Table.create(
        "ablation",
        StringColumn.create("columns", names),
        DoubleColumn.create("log loss", losses()),
        difference,
        low,
        high,
        p);
  }

  /** What leaving out each group adds to the loss, with intervals. */
  public Figure figure() {
    List<PairedComparison> groups = comparisons.subList(0, comparisons.size() - 1);
    return Figure.of("What each group of columns is worth")
        .horizontalBars(
            "added log loss",
            groups.stream().map(PairedComparison::first).toList(),
            groups.stream().mapToDouble(PairedComparison::difference).toArray())
        .errors(
            groups.stream()
                .mapToDouble(c -> (c.interval().high() - c.interval().low()) / 2)
                .toArray())
        .xTitle("log loss added by leaving it out, in nats");
  }

  @Override
  public String toString() {
    double[] all = losses();
    return String.format(
        Locale.ROOT,
        "Log loss %.4f with all groups, %.4f from shares alone",
        all[0],
        all[all.length - 1]);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
