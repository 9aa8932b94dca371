package lectern.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Interval;
import lectern.evaluate.Proportion;
import lectern.math.SpecialFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How readily each segment answers in each channel: conversions of contacts, raw and drawn towards
 * the channel's mean where there is little to go by.
 *
 * <p>The shrunk rate is (s + m p) / (n + m): s conversions of n contacts, p the channel's rate over
 * all segments, m how many contacts the prior is worth. m comes from the data (method of moments):
 * with τ² the variance of the segments' true rates, m = p(1 − p)/τ² − 1; segments that differ by no
 * more than chance get the channel's rate. The interval is that of the beta distribution with s + m
 * p and n − s + m (1 − p), both made smaller where they add up to more than the contacts of the
 * channel: nothing more is known than those. A segment that was never contacted in a channel gets
 * the channel's rate.
 *
 * <p>A conversion is an event soon after a contact, whatever caused it: users who would have bought
 * anyway are counted too. Where a fair draw decided who is contacted, {@link Uplift} tells the
 * difference that the contact made; then give its shares here.
 *
 * <p>Article: crossplatform 3.3 step 2. Source: Casella, An introduction to empirical Bayes data
 * analysis, The American Statistician 39, 1985.
 */
public final class ChannelResponse implements Displayable {
  /** One message to one user. */
  public record Touch(String user, String channel, long time) {
    /**
     * The messages of a marketing log: one for each row whose column "treated" is true.
     *
     * @param contacts with the columns user, channel, time and treated, such as {@link
     *     lectern.simulate.SimulatedPlatform#contacts}
     */
    public static List<Touch> ofTreated(Table contacts) {
      return contacts.stream()
          .filter(row -> row.getBoolean("treated"))
          .map(
              row ->
                  new Touch(row.getString("user"), row.getString("channel"), row.getLong("time")))
          .toList();
    }
  }

  private static final double MOST_PRIOR = 1e6;

  private final List<String> segments;
  private final List<String> channels;
  private final Map<List<String>, Proportion> counts;
  private final double level;

  private ChannelResponse(Map<List<String>, Proportion> counts, double level) {
    TreeSet<String> ofSegments = new TreeSet<>();
    TreeSet<String> ofChannels = new TreeSet<>();
    counts.keySet().forEach(key -> ofSegments.add(key.get(0)));
    counts.keySet().forEach(key -> ofChannels.add(key.get(1)));
    this.segments = List.copyOf(ofSegments);
    this.channels = List.copyOf(ofChannels);
    this.counts = counts;
    this.level = level;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects counts. */
  public static final class Builder {
    private final Map<List<String>, Proportion> counts = new LinkedHashMap<>();

    private Builder() {}

    /** So many conversions of so many contacts; added to what is there. */
    public Builder add(String segment, String channel, Proportion conversions) {
      counts.merge(List.of(segment, channel), conversions, Proportion::plus);
      return this;
    }

    public ChannelResponse build() {
      if (counts.isEmpty()) {
        throw new UserError("There are no contacts, so no response can be measured.");
      }
      return new ChannelResponse(new LinkedHashMap<>(counts), 0.95);
    }
  }

  /**
   * Counts from contacts and events: a contact converts when its user does the event within so many
   * days after it. Each contact counts once, whatever is bought.
   *
   * @param segmentOf the segment of a user's id; a null leaves the contact out
   */
  public static ChannelResponse measure(
      Collection<Touch> contacts,
      Function<String, String> segmentOf,
      EventLog log,
      String event,
      double days) {
    if (!(days > 0 && days < Double.POSITIVE_INFINITY)) {
      throw new UserError("days must be above 0, not " + days + ".");
    }
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.is(row, event) && log.hasTime(row)) {
        times.computeIfAbsent(log.userId(row), u -> new ArrayList<>()).add(log.time(row));
      }
    }
    Builder out = builder();
    for (Touch touch : contacts) {
      String segment = segmentOf.apply(touch.user());
      if (segment != null) {
        boolean converted =
            times.getOrDefault(touch.user(), List.of()).stream()
                .anyMatch(t -> t >= touch.time() && t < touch.time() + days * 86_400);
        out.add(segment, touch.channel(), new Proportion(converted ? 1 : 0, 1));
      }
    }
    return out.build();
  }

  public List<String> segments() {
    return segments;
  }

  public List<String> channels() {
    return channels;
  }

  /** Conversions of contacts as counted; 0 of 0 where there were none. */
  public Proportion counted(String segment, String channel) {
    require(segments, segment, "segment");
    require(channels, channel, "channel");
    return counts.getOrDefault(List.of(segment, channel), new Proportion(0, 0));
  }

  private static void require(List<String> known, String name, String what) {
    if (!known.contains(name)) {
      throw new UserError("There is no " + what + " \"" + name + "\"; there are: " + known + ".");
    }
  }

  /** Conversions of contacts of all segments together. */
  public Proportion ofChannel(String channel) {
    return segments.stream()
        .map(segment -> counted(segment, channel))
        .reduce(new Proportion(0, 0), Proportion::plus);
  }

  /** How many contacts the prior of a channel is worth: m. */
  public double priorContacts(String channel) {
    Proportion all = ofChannel(channel);
    double p = all.rate();
    double squares = 0;
    double n = 0;
    double nSquared = 0;
    int groups = 0;
    for (String segment : segments) {
      Proportion some = counted(segment, channel);
      if (some.trials() > 0) {
        squares += some.trials() * (some.rate() - p) * (some.rate() - p);
        n += some.trials();
        nSquared += (double) some.trials() * some.trials();
        groups++;
      }
    }
    double between = (squares - (groups - 1) * p * (1 - p)) / (n - nSquared / n);
    if (groups < 2 || !(between > 0)) {
      return MOST_PRIOR;
    }
    return Math.min(MOST_PRIOR, Math.max(0, p * (1 - p) / between - 1));
  }

  /** The two numbers of the beta distribution of a rate. */
  double[] posterior(String segment, String channel) {
    Proportion some = counted(segment, channel);
    Proportion all = ofChannel(channel);
    double m = priorContacts(channel);
    double p = (all.successes() + 0.5) / (all.trials() + 1);
    double yes = some.successes() + Math.max(0.5, m * p);
    double no = some.trials() - some.successes() + Math.max(0.5, m * (1 - p));
    double known = Math.min(1, (all.trials() + 1) / (yes + no));
    return new double[] {known * yes, known * no};
  }

  /** The shrunk rate. */
  public double rate(String segment, String channel) {
    double[] beta = posterior(segment, channel);
    return beta[0] / (beta[0] + beta[1]);
  }

  /** Where the rate plausibly lies. */
  public Interval interval(String segment, String channel) {
    double[] beta = posterior(segment, channel);
    double tail = (1 - level) / 2;
    return new Interval(
        SpecialFunctions.betaQuantile(tail, beta[0], beta[1]),
        SpecialFunctions.betaQuantile(1 - tail, beta[0], beta[1]),
        level);
  }

  /** One line for each segment and channel. */
  public Table table() {
    StringColumn segment = StringColumn.create("segment");
    StringColumn channel = StringColumn.create("channel");
    LongColumn contacts = LongColumn.create("contacts");
    LongColumn conversions = LongColumn.create("conversions");
    DoubleColumn raw = DoubleColumn.create("raw rate");
    DoubleColumn shrunk = DoubleColumn.create("rate");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    for (String s : segments) {
      for (String c : channels) {
        Proportion some = counted(s, c);
        Interval interval = interval(s, c);
        segment.append(s);
        channel.append(c);
        contacts.append(some.trials());
        conversions.append(some.successes());
        raw.append(some.rate());
        shrunk.append(rate(s, c));
        low.append(interval.low());
        high.append(interval.high());
      }
    }
    return Table.create(
        "channel response", segment, channel, contacts, conversions, raw, shrunk, low, high);
  }

  /** For each segment the rates by channel, as in {@code Map.of("students", {email=0.02, …})}. */
  Map<String, Map<String, Double>> rates() {
    Map<String, Map<String, Double>> out = new TreeMap<>();
    for (String s : segments) {
      Map<String, Double> ofSegment = new TreeMap<>();
      channels.forEach(c -> ofSegment.put(c, rate(s, c)));
      out.put(s, ofSegment);
    }
    return out;
  }

  @Override
  public String toString() {
    Proportion all =
        channels.stream().map(this::ofChannel).reduce(new Proportion(0, 0), Proportion::plus);
    return String.format(
        Locale.ROOT,
        "%d segments, %d channels; conversions of contacts: %s",
        segments.size(),
        channels.size(),
        all);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
