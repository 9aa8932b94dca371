package lectern.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;

/**
 * As many features of each user as a log allows, whatever it holds: for a file of which nothing is
 * known beforehand. {@link FeatureExtraction} gives sharper ones where events have their usual
 * names and times.
 *
 * <ul>
 *   <li>always: {@code events}; {@code courses}, how many different ones; {@code mainstream}, the
 *       mean share of all users who have the courses that the user has;
 *   <li>with values: for each kind of event its {@code value, sum} and {@code value, mean} (the
 *       mean of everybody for a user without any);
 *   <li>with times: {@code active days}, {@code days since last} and {@code days since first},
 *       counted back from the log's last event;
 *   <li>with 2 to 12 kinds of events, platforms or topics: the share of each in what the user did,
 *       as {@code event: view}, {@code platform: app} and {@code topic: data}, drawn towards
 *       everybody's by one event: (n_t + p_t) ÷ (n + 1).
 * </ul>
 *
 * <p>Columns in which all users are alike tell nothing, and those that equal an earlier column
 * nothing more: they are left out, by name in {@link #leftOut}. Rows without a time count in all
 * but the columns of times.
 *
 * @param features the columns that tell users apart; users without an event are not there
 * @param leftOut the other columns
 */
public record AvailableFeatures(UserFeatures features, List<String> leftOut)
    implements Displayable {
  private static final int MOST_KINDS = 12;

  public AvailableFeatures {
    leftOut = List.copyOf(leftOut);
  }

  /** From events alone. */
  public static AvailableFeatures of(EventLog log) {
    return new Work(log).run("");
  }

  /**
   * From events and the topic of their courses.
   *
   * @param attribute of the courses, which holds the topic; "" for none
   */
  public static AvailableFeatures of(EventLog log, String attribute) {
    return new Work(log).run(attribute);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%s",
        features,
        leftOut.isEmpty() ? "" : "; left out, as they tell nothing more: " + leftOut);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), features.summary());
  }

  /** The work under way. */
  private static final class Work {
    private final EventLog log;
    private final int[] place;
    private final List<String> users = new ArrayList<>();
    private final double[] events;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    Work(EventLog log) {
      if (log.size() == 0) {
        throw new UserError("There are no events, so nothing is known of any user.");
      }
      this.log = log;
      place = new int[log.users().size()];
      Arrays.fill(place, -1);
      boolean[] seen = new boolean[place.length];
      IntStream.range(0, log.size()).forEach(row -> seen[log.user(row)] = true);
      for (int u = 0; u < place.length; u++) {
        if (seen[u]) {
          place[u] = users.size();
          users.add(log.users().id(u));
        }
      }
      events = sum(row -> true, row -> 1);
    }

    AvailableFeatures run(String attribute) {
      columns.put("events", events);
      courses();
      values();
      times();
      shares("event", log.events().ids(), log::event);
      shares("platform", log.platforms().ids(), log::platform);
      if (!attribute.isEmpty()) {
        CourseTopics topics = CourseTopics.of(log, attribute);
        shares("topic", topics.names(), row -> topics.of(log.course(row)));
      }
      return result();
    }

    private AvailableFeatures result() {
      List<String> kept = new ArrayList<>();
      List<String> leftOut = new ArrayList<>();
      columns.forEach(
          (name, values) ->
              (Arrays.stream(values).allMatch(v -> v == values[0]) || isThere(values, kept)
                      ? leftOut
                      : kept)
                  .add(name));
      double[][] rows = new double[users.size()][kept.size()];
      for (int j = 0; j < kept.size(); j++) {
        for (int i = 0; i < rows.length; i++) {
          rows[i][j] = columns.get(kept.get(j))[i];
        }
      }
      if (kept.isEmpty()) {
        throw new UserError(
            "All " + users.size() + " users are alike in everything: there is nothing to compare.");
      }
      return new AvailableFeatures(UserFeatures.of(users, kept, rows), leftOut);
    }

    private boolean isThere(double[] values, List<String> kept) {
      return kept.stream().anyMatch(name -> Arrays.equals(values, columns.get(name)));
    }

    /** For each user the sum over these rows. */
    private double[] sum(IntPredicate counts, IntToDoubleFunction worth) {
      double[] out = new double[users.size()];
      for (int row = 0; row < log.size(); row++) {
        if (counts.test(row)) {
          out[place[log.user(row)]] += worth.applyAsDouble(row);
        }
      }
      return out;
    }

    private void courses() {
      List<TreeSet<Integer>> had = new ArrayList<>();
      users.forEach(user -> had.add(new TreeSet<>()));
      for (int row = 0; row < log.size(); row++) {
        if (log.course(row) >= 0) {
          had.get(place[log.user(row)]).add(log.course(row));
        }
      }
      double[] share = new double[log.courses().size()];
      had.forEach(each -> each.forEach(course -> share[course] += 1.0 / users.size()));
      columns.put("courses", had.stream().mapToDouble(TreeSet::size).toArray());
      columns.put(
          "mainstream",
          had.stream()
              .mapToDouble(each -> each.stream().mapToDouble(c -> share[c]).average().orElse(0))
              .toArray());
    }

    private void values() {
      for (int event = 0; event < Math.min(MOST_KINDS, log.events().size()); event++) {
        int wanted = event;
        IntPredicate valued = row -> log.event(row) == wanted && !Double.isNaN(log.value(row));
        double[] sums = sum(valued, log::value);
        double[] counts = sum(valued, row -> 1);
        double all = Arrays.stream(counts).reduce(0, Double::sum);
        if (all > 0) {
          double everybody = Arrays.stream(sums).reduce(0, Double::sum) / all;
          String name = log.events().size() == 1 ? "value" : log.events().id(event) + " value";
          columns.put(name + ", sum", sums);
          columns.put(
              name + ", mean",
              IntStream.range(0, sums.length)
                  .mapToDouble(u -> counts[u] == 0 ? everybody : sums[u] / counts[u])
                  .toArray());
        }
      }
    }

    private void times() {
      int[] timed = IntStream.range(0, log.size()).filter(log::hasTime).toArray();
      if (timed.length == 0) {
        return;
      }
      long first = Arrays.stream(timed).mapToLong(log::time).min().orElseThrow();
      long last = Arrays.stream(timed).mapToLong(log::time).max().orElseThrow();
      List<TreeSet<Long>> times = new ArrayList<>();
      users.forEach(user -> times.add(new TreeSet<>()));
      for (int row : timed) {
        times.get(place[log.user(row)]).add(log.time(row));
      }
      columns.put(
          "active days",
          times.stream()
              .mapToDouble(t -> t.stream().map(s -> Math.floorDiv(s, 86_400L)).distinct().count())
              .toArray());
      columns.put("days since last", days(times, last, t -> t.isEmpty() ? first : t.last()));
      columns.put("days since first", days(times, last, t -> t.isEmpty() ? first : t.first()));
    }

    private static double[] days(
        List<TreeSet<Long>> times, long last, ToLongFunction<TreeSet<Long>> when) {
      return times.stream()
          .mapToDouble(t -> (last - when.applyAsLong(t)) / UserHistory.DAY)
          .toArray();
    }

    private void shares(String what, List<String> kinds, IntUnaryOperator kindOf) {
      if (kinds.size() < 2 || kinds.size() > MOST_KINDS) {
        return;
      }
      double[] known = sum(row -> kindOf.applyAsInt(row) >= 0, row -> 1);
      double all = Arrays.stream(known).reduce(0, Double::sum);
      for (int kind = 0; kind < kinds.size() && all > 0; kind++) {
        int wanted = kind;
        double[] count = sum(row -> kindOf.applyAsInt(row) == wanted, row -> 1);
        double everybody = Arrays.stream(count).reduce(0, Double::sum) / all;
        double[] shares = new double[count.length];
        Arrays.setAll(shares, u -> (count[u] + everybody) / (known[u] + 1));
        columns.put(what + ": " + kinds.get(kind), shares);
      }
    }
  }
}
