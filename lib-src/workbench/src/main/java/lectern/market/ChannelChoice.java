package lectern.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.RandomStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which channels to use for which segment, from measured response.
 *
 * <p>A contact in a channel is worth rate × margin − cost. {@link #greedy} takes for each segment
 * the k channels worth most, none that loses money. {@link #thompson} gives each channel the share
 * of contacts with which it is worth most when rates are drawn from what is known of them: channels
 * of which little is known keep being tried, and with more data it comes to the same choice.
 *
 * <p>The article's listing has a fixed table by segment number, whatever was measured: {@link
 * #asListed}. {@link #beside} compares the two by what the measured response says.
 *
 * <p>Article: crossplatform 3.3 step 2 and 5.2.3. Source: Thompson, On the likelihood that one
 * unknown probability exceeds another, Biometrika 25, 1933.
 */
public final class ChannelChoice implements Displayable {
  private final ChannelResponse response;
  private final Economics economics;
  private final Map<String, List<String>> chosen;

  /**
   * What a conversion brings and what contacts cost.
   *
   * @param margin what one conversion brings, at least 0
   * @param costs what one contact costs, by channel, at least 0; a channel that is not named costs
   *     0
   */
  public record Economics(double margin, Map<String, Double> costs) {
    public Economics {
      if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
        throw new UserError("margin must be at least 0, not " + margin + ".");
      }
      costs = Map.copyOf(costs);
      costs.forEach(
          (channel, cost) -> {
            if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
              throw new UserError(
                  "The cost of " + channel + " must be at least 0, not " + cost + ".");
            }
          });
    }

    double worth(String channel, double rate) {
      return rate * margin - costs.getOrDefault(channel, 0.0);
    }
  }

  private ChannelChoice(
      ChannelResponse response, Economics economics, Map<String, List<String>> chosen) {
    this.response = response;
    this.economics = economics;
    this.chosen = chosen;
  }

  /** The article's table: two channels for each of three segments. */
  public static Map<String, List<String>> asListed() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    out.put("cluster_0", List.of("微信", "微博"));
    out.put("cluster_1", List.of("抖音", "微信"));
    out.put("cluster_2", List.of("知乎", "微博"));
    return out;
  }

  /**
   * The k best channels of each segment, the best first; fewer where fewer are worth their cost.
   *
   * @param k at least 1
   */
  public static ChannelChoice greedy(ChannelResponse response, Economics economics, int k) {
    if (k < 1) {
      throw new UserError("k must be at least 1, not " + k + ".");
    }
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    for (String segment : response.segments()) {
      Map<String, Double> worth = new LinkedHashMap<>();
      for (String channel : response.channels()) {
        worth.put(channel, economics.worth(channel, response.rate(segment, channel)));
      }
      List<String> best = new ArrayList<>(response.channels());
      best.removeIf(channel -> !(worth.get(channel) > 0));
      best.sort(Comparator.comparingDouble(channel -> -worth.get(channel)));
      chosen.put(segment, List.copyOf(best.subList(0, Math.min(k, best.size()))));
    }
    return new ChannelChoice(response, economics, chosen);
  }

  /**
   * For each segment and channel the share of draws in which the channel is worth most; nothing
   * where every channel loses money in a draw.
   *
   * @param draws at least 1
   */
  public static Table thompson(
      ChannelResponse response, Economics economics, int draws, long seed) {
    if (draws < 1) {
      throw new UserError("draws must be at least 1, not " + draws + ".");
    }
    Table table =
        Table.create("Thompson shares", StringColumn.create("segment", response.segments()));
    double[][] shares = new double[response.channels().size()][response.segments().size()];
    for (int s = 0; s < response.segments().size(); s++) {
      String segment = response.segments().get(s);
      RandomStream random = RandomStream.of(seed, "channel choice", segment);
      List<double[]> beliefs =
          response.channels().stream().map(c -> response.posterior(segment, c)).toList();
      for (int d = 0; d < draws; d++) {
        int best = -1;
        double most = 0;
        for (int c = 0; c < beliefs.size(); c++) {
          double rate = BetaDraw.of(beliefs.get(c)[0], beliefs.get(c)[1], random);
          double worth = economics.worth(response.channels().get(c), rate);
          if (worth > most) {
            most = worth;
            best = c;
          }
        }
        if (best >= 0) {
          shares[best][s] += 1.0 / draws;
        }
      }
    }
    for (int c = 0; c < shares.length; c++) {
      table.addColumns(DoubleColumn.create(response.channels().get(c), shares[c]));
    }
    return table;
  }

  /** The channels of each segment, the best first. */
  public Map<String, List<String>> chosen() {
    return chosen;
  }

  /** What one contact in each of these channels is worth to a segment on average. */
  public double worth(String segment, List<String> channels) {
    return channels.stream()
        .mapToDouble(c -> economics.worth(c, response.rate(segment, c)))
        .average()
        .orElse(0);
  }

  /**
   * For each segment the channels chosen from the data and those of another table, with what a
   * contact is worth in each; channels that were never measured leave the worth missing.
   */
  public Table beside(String name, Map<String, List<String>> other) {
    StringColumn ours = StringColumn.create("from response");
    DoubleColumn ourWorth = DoubleColumn.create("worth a contact");
    StringColumn theirs = StringColumn.create(name);
    DoubleColumn theirWorth = DoubleColumn.create("worth a contact, " + name);
    for (String segment : response.segments()) {
      List<String> fixed = other.getOrDefault(segment, List.of());
      ours.append(String.join(", ", chosen.get(segment)));
      ourWorth.append(worth(segment, chosen.get(segment)));
      theirs.append(String.join(", ", fixed));
      boolean known = !fixed.isEmpty() && response.channels().containsAll(fixed);
      theirWorth.append(known ? worth(segment, fixed) : Double.NaN);
    }
    return Table.create(
        "channels by segment",
        StringColumn.create("segment", response.segments()),
        ours,
        ourWorth,
        theirs,
        theirWorth);
  }

  /** One line for each segment: its channels and what a contact is worth. */
  public Table table() {
    return beside("listed", Map.of()).removeColumns("listed", "worth a contact, listed");
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("Channels by segment:");
    chosen.forEach(
        (segment, channels) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    " %s → %s;",
                    segment,
                    channels.isEmpty() ? "none" : String.join(", ", channels))));
    return out.substring(0, out.length() - 1);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
