package lectern.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.AbTest;
import lectern.evaluate.Holm;
import lectern.math.NormalDistribution;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a message changes in each segment, from a campaign whose receivers a fair draw chose: the
 * mean outcome of the treated minus that of the others.
 *
 * <pre>{@code
 * Uplift.of(segments, treated, purchases).worthSending(margin, cost)
 * }</pre>
 *
 * <p>Each segment's effect has Welch's interval and a p-value with Holm's correction. The shrunk
 * effect draws each towards the mean over all segments, the more the less is known of it: (e / s² +
 * μ / τ²) / (1 / s² + 1 / τ²), with s the standard error of e, μ the mean weighted by 1 / s², τ²
 * the variance of the true effects (DerSimonian and Laird). Segments that differ by no more than
 * chance all get μ. A segment with fewer than two users in either group has no effect of its own.
 *
 * <p>Where a marketer chose the receivers, this difference is not the effect: those chosen would
 * have bought more anyway.
 *
 * <p>Article: crossplatform 3.3, precision 2.7. Source: Radcliffe and Surry, Real-world uplift
 * modelling, 2011; DerSimonian and Laird, Controlled Clinical Trials 7, 1986.
 */
public final class Uplift implements Displayable {
  /**
   * The effect in one segment.
   *
   * @param test treated against control; null with fewer than two users in either
   * @param shrunk the effect drawn towards the mean of all
   */
  public record SegmentEffect(
      String segment, int treated, int control, AbTest test, double shrunk) {
    /** Treated minus control; NaN without a test. */
    public double effect() {
      return test == null ? Double.NaN : test.difference();
    }

    double error() {
      return (test.interval().high() - test.interval().low())
          / (2 * NormalDistribution.quantile((1 + test.interval().level()) / 2));
    }
  }

  private final List<SegmentEffect> effects;
  private final AbTest all;

  private Uplift(List<SegmentEffect> effects, AbTest all) {
    this.effects = effects;
    this.all = all;
  }

  /**
   * Effects by segment.
   *
   * @param segments of each user
   * @param treated who got the message
   * @param outcomes what each user did afterwards, such as purchases
   * @throws UserError if the lengths differ, or a group has fewer than two users in all
   */
  public static Uplift of(List<String> segments, boolean[] treated, double[] outcomes) {
    if (segments.size() != treated.length || treated.length != outcomes.length) {
      throw new UserError(
          "Each user needs a segment, a group and an outcome: there are "
              + segments.size()
              + ", "
              + treated.length
              + " and "
              + outcomes.length
              + ".");
    }
    Map<String, List<Integer>> bySegment = new TreeMap<>();
    List<Integer> everybody = new ArrayList<>();
    for (int u = 0; u < treated.length; u++) {
      bySegment.computeIfAbsent(segments.get(u), s -> new ArrayList<>()).add(u);
      everybody.add(u);
    }
    AbTest all =
        AbTest.means(
            values(everybody, treated, outcomes, false),
            values(everybody, treated, outcomes, true));
    List<SegmentEffect> raw = new ArrayList<>();
    bySegment.forEach(
        (segment, users) -> {
          double[] without = values(users, treated, outcomes, false);
          double[] with = values(users, treated, outcomes, true);
          boolean enough = Math.min(with.length, without.length) >= 2;
          raw.add(
              new SegmentEffect(
                  segment,
                  with.length,
                  without.length,
                  enough ? AbTest.means(without, with) : null,
                  Double.NaN));
        });
    return new Uplift(shrunk(raw, all.difference()), all);
  }

  /**
   * Effects of a campaign from the marketing log: the outcome of a user is how many such events
   * there are within so many days after the contact, or, for those who got none, after its time.
   *
   * @param contacts of one campaign, with the columns user, time and treated, such as rows of
   *     {@link lectern.simulate.SimulatedPlatform#contacts}
   * @param segmentOf the segment of a user's id; a null leaves the user out
   * @param days above 0
   */
  public static Uplift measure(
      Table contacts, Function<String, String> segmentOf, EventLog log, String event, double days) {
    if (!(days > 0 && days < Double.POSITIVE_INFINITY)) {
      throw new UserError("days must be above 0, not " + days + ".");
    }
    Map<String, List<Long>> times = new TreeMap<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, event) && log.hasTime(row)) {
        times.computeIfAbsent(log.userId(row), u -> new ArrayList<>()).add(log.time(row));
      }
    }
    List<Row> asked =
        IntStream.range(0, contacts.rowCount())
            .mapToObj(contacts::row)
            .filter(row -> segmentOf.apply(row.getString("user")) != null)
            .toList();
    boolean[] treated = new boolean[asked.size()];
    double[] outcomes = new double[asked.size()];
    for (int i = 0; i < treated.length; i++) {
      Row row = asked.get(i);
      long from = row.getLong("time");
      treated[i] = row.getBoolean("treated");
      outcomes[i] =
          times.getOrDefault(row.getString("user"), List.of()).stream()
              .filter(t -> t >= from && t < from + days * 86_400)
              .count();
    }
    return of(
        asked.stream().map(row -> segmentOf.apply(row.getString("user"))).toList(),
        treated,
        outcomes);
  }

  private static double[] values(
      List<Integer> users, boolean[] treated, double[] outcomes, boolean group) {
    return users.stream().filter(u -> treated[u] == group).mapToDouble(u -> outcomes[u]).toArray();
  }

  private static List<SegmentEffect> shrunk(List<SegmentEffect> raw, double overall) {
    double weights = 0;
    double squares = 0;
    double mean = 0;
    int known = 0;
    for (SegmentEffect one : raw) {
      if (one.test() != null && one.error() > 0) {
        double w = 1 / (one.error() * one.error());
        weights += w;
        squares += w * w;
        mean += w * one.effect();
        known++;
      }
    }
    mean = known == 0 ? overall : mean / weights;
    double q = 0;
    for (SegmentEffect one : raw) {
      if (one.test() != null && one.error() > 0) {
        q += (one.effect() - mean) * (one.effect() - mean) / (one.error() * one.error());
      }
    }
    double between = known < 2 ? 0 : Math.max(0, (q - (known - 1)) / (weights - squares / weights));
    List<SegmentEffect> out = new ArrayList<>();
    for (SegmentEffect one : raw) {
      double value = mean;
      if (one.test() != null && one.error() > 0 && between > 0) {
        double noise = one.error() * one.error();
        value = (one.effect() * between + mean * noise) / (between + noise);
      }
      out.add(new SegmentEffect(one.segment(), one.treated(), one.control(), one.test(), value));
    }
    return List.copyOf(out);
  }

  /** The segments, in the order of their names. */
  public List<SegmentEffect> effects() {
    return effects;
  }

  /** The effect in one segment. */
  public SegmentEffect effect(String segment) {
    return effects.stream()
        .filter(one -> one.segment().equals(segment))
        .findFirst()
        .orElseThrow(() -> new UserError("There is no segment \"" + segment + "\"."));
  }

  /** Treated against control over all segments. */
  public AbTest overall() {
    return all;
  }

  /** The segments in which a message is worth more than it costs, by the shrunk effect. */
  public List<String> worthSending(double margin, double cost) {
    return effects.stream()
        .filter(one -> one.shrunk() * margin > cost)
        .map(SegmentEffect::segment)
        .toList();
  }

  /** One line for each segment. */
  public Table table() {
    double[] p =
        effects.stream().mapToDouble(one -> one.test() == null ? 1 : one.test().p()).toArray();
    return Table.create(
        "uplift by segment",
        StringColumn.create("segment", effects.stream().map(SegmentEffect::segment).toList()),
        IntColumn.create("treated", effects.stream().mapToInt(SegmentEffect::treated)),
        IntColumn.create("control", effects.stream().mapToInt(SegmentEffect::control)),
        DoubleColumn.create("effect", effects.stream().mapToDouble(SegmentEffect::effect)),
        DoubleColumn.create("low", effects.stream().mapToDouble(one -> end(one, false))),
        DoubleColumn.create("high", effects.stream().mapToDouble(one -> end(one, true))),
        DoubleColumn.create("shrunk", effects.stream().mapToDouble(SegmentEffect::shrunk)),
        DoubleColumn.create("p (Holm)", Holm.adjust(p)));
  }

  private static double end(SegmentEffect one, boolean high) {
    return one.test() == null
        ? Double.NaN
        : high ? one.test().interval().high() : one.test().interval().low();
  }

  /** The effects with their intervals, raw and shrunk. */
  public Figure figure() {
    List<String> names = effects.stream().map(SegmentEffect::segment).toList();
    double[] half =
        effects.stream().mapToDouble(one -> (end(one, true) - end(one, false)) / 2).toArray();
    return Figure.of("Effect of the message by segment (dashed: over all)")
        .bars("measured", names, effects.stream().mapToDouble(SegmentEffect::effect).toArray())
        .errors(half)
        .bars("shrunk", names, effects.stream().mapToDouble(SegmentEffect::shrunk).toArray())
        .horizontalLine(all.difference(), "")
        .yTitle("treated − control");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d segments; over all: %s", effects.size(), all);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
