package lectern.market;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What several policies did on the same platforms: measures of the whole time with intervals over
 * seeds, paired differences, and courses over the weeks.
 *
 * <p>Intervals are 95 %, by Student's t over seeds: they tell the chance in which platform it is. A
 * difference is taken seed by seed first, so that what the platforms have in common drops out. One
 * seed: no intervals.
 */
public final class LoopResults implements Displayable {
  private static final double LEVEL = 0.95;
  private static final List<String> SHOWN =
      List.of(
          "net revenue", "purchases", "left", "boredom", "breadth", "fields in list", "messages");

  private final List<String> policies;
  private final List<List<LoopRun>> runs;
  private final int from;

  LoopResults(List<String> policies, List<List<LoopRun>> runs, int from) {
    this.policies = policies;
    this.runs = List.copyOf(runs);
    this.from = from;
  }

  public List<String> policies() {
    return policies;
  }

  /** The runs of a policy, one for each seed. */
  public List<LoopRun> runs(String policy) {
    int at = policies.indexOf(policy);
    if (at < 0) {
      throw new UserError("There is no policy \"" + policy + "\"; there are: " + policies + ".");
    }
    return runs.get(at);
  }

  /** A measure of the whole time, seed by seed; see {@link LoopRun#total}. */
  public double[] totals(String policy, String measure) {
    return runs(policy).stream().mapToDouble(run -> run.total(measure, from)).toArray();
  }

  /** The mean of a measure over seeds. */
  public double mean(String policy, String measure) {
    return MeanInterval.of(totals(policy, measure), LEVEL).mean();
  }

  /** One line for each policy: the main measures, means over seeds. */
  public Table table() {
    Table out = Table.create("policies", StringColumn.create("policy", policies));
    for (String measure : SHOWN) {
      out.addColumns(
          DoubleColumn.create(measure, policies.stream().mapToDouble(p -> mean(p, measure))));
    }
    return out;
  }

  /** One line for each policy: a measure with its interval. */
  public Table of(String measure) {
    List<MeanInterval> all =
        policies.stream().map(p -> MeanInterval.of(totals(p, measure), LEVEL)).toList();
    return Table.create(
        measure,
        StringColumn.create("policy", policies),
        DoubleColumn.create("mean", all.stream().mapToDouble(MeanInterval::mean)),
        DoubleColumn.create("low", all.stream().mapToDouble(m -> m.interval().low())),
        DoubleColumn.create("high", all.stream().mapToDouble(m -> m.interval().high())));
  }

  /** Every other policy minus this one, paired by seed, with intervals. */
  public Table against(String policy, String measure) {
    double[] base = totals(policy, measure);
    StringColumn names = StringColumn.create("policy");
    DoubleColumn difference = DoubleColumn.create("difference");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    StringColumn verdict = StringColumn.create("verdict");
    for (String other : policies) {
      if (!other.equals(policy)) {
        double[] theirs = totals(other, measure);
        MeanInterval paired =
            MeanInterval.of(
                IntStream.range(0, base.length).mapToDouble(s -> theirs[s] - base[s]).toArray(),
                LEVEL);
        names.append(other);
        difference.append(paired.mean());
        low.append(paired.interval().low());
        high.append(paired.interval().high());
        verdict.append(
            paired.interval().low() > 0
                ? "higher"
                : paired.interval().high() < 0 ? "lower" : "not told apart");
      }
    }
    return Table.create(
        measure + ", difference from " + policy, names, difference, low, high, verdict);
  }

  /** A measure week by week: the mean over seeds of each policy, with its interval as a band. */
  public Figure figure(String measure) {
    Figure out = Figure.of(measure + " by week");
    int weeks = runs.get(0).get(0).weeks().size();
    double[] x = IntStream.range(0, weeks).mapToDouble(w -> w).toArray();
    for (int p = 0; p < policies.size(); p++) {
      List<LoopRun> ofPolicy = runs.get(p);
      List<MeanInterval> all =
          IntStream.range(0, weeks)
              .mapToObj(
                  w ->
                      MeanInterval.of(
                          ofPolicy.stream().mapToDouble(r -> r.value(measure, w)).toArray(), LEVEL))
              .toList();
      double[] half =
          all.stream().mapToDouble(m -> (m.interval().high() - m.interval().low()) / 2).toArray();
      out =
          out.markedLine(
              policies.get(p), x, all.stream().mapToDouble(MeanInterval::mean).toArray());
      if (ofPolicy.size() > 1) {
        out = out.errors(half);
      }
    }
    return out.xTitle("week").yTitle(measure);
  }

  /** A measure week by week, minus that of one policy, paired by seed: mean and interval. */
  public Figure figureAgainst(String policy, String measure) {
    List<LoopRun> base = runs(policy);
    int weeks = base.get(0).weeks().size();
    double[] x = IntStream.range(0, weeks).mapToDouble(w -> w).toArray();
    Figure out = Figure.of(measure + " by week, minus " + policy).horizontalLine(0, "");
    for (String other : policies) {
      if (!other.equals(policy)) {
        List<LoopRun> theirs = runs(other);
        List<MeanInterval> all =
            IntStream.range(0, weeks)
                .mapToObj(
                    w ->
                        MeanInterval.of(
                            IntStream.range(0, base.size())
                                .mapToDouble(
                                    s ->
                                        theirs.get(s).value(measure, w)
                                            - base.get(s).value(measure, w))
                                .toArray(),
                            LEVEL))
                .toList();
        out = out.markedLine(other, x, all.stream().mapToDouble(MeanInterval::mean).toArray());
        if (base.size() > 1) {
          out =
              out.errors(
                  all.stream()
                      .mapToDouble(m -> (m.interval().high() - m.interval().low()) / 2)
                      .toArray());
        }
      }
    }
    return out.xTitle("week").yTitle("difference");
  }

  @Override
  public String toString() {
    int seeds = runs.get(0).size();
    return String.format(
        Locale.ROOT,
        "%d policies on %d %s over %d weeks, the first %d without a policy",
        policies.size(),
        seeds,
        seeds == 1 ? "platform" : "platforms",
        runs.get(0).get(0).weeks().size(),
        from);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
