package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.data.IdIndex;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import tech.tablesaw.api.Table;

/**
 * What {@link NextEventModel} learns from: for each labelled event of a user, the label (what comes
 * next) and what was known just before it, in four groups of columns.
 *
 * <ul>
 *   <li>HISTORY: the shares of each label among the user's events before the current session
 *       (smoothed: one event more, spread evenly), and ln(1 + their number);
 *   <li>CURRENT: the shares of each label in the session so far, and which label was the last;
 *   <li>ADVERT: for each label of adverts whether the user got one lately;
 *   <li>FRIEND: for each label how many events of those the user follows lately, ln(1 + number).
 * </ul>
 *
 * <p>A session ends after a pause. Nothing at or after the moment of an event is read for its row.
 * The first event of a user has no row: nothing is known before it.
 *
 * <p>Article: precision 4.1: history, current behaviour, and an environment of adverts and friends'
 * recommendations.
 */
public final class NextEventData {
  /** Where a column comes from. */
  public enum Group {
    HISTORY,
    CURRENT,
    ADVERT,
    FRIEND
  }

  /** An advert that a user got. */
  public record Advert(String user, long time, String label) {
    /**
     * The adverts of a marketing log: one for each row whose column "treated" is true, labelled
     * with its theme.
     *
     * @param contacts with the columns user, time, theme and treated, such as {@link
     *     lectern.simulate.SimulatedPlatform#contacts}
     */
    public static List<Advert> ofTreated(Table contacts) {
      return contacts.stream()
          .filter(row -> row.getBoolean("treated"))
          .map(
              row -> new Advert(row.getString("user"), row.getLong("time"), row.getString("theme")))
          .toList();
    }
  }

  /**
   * How rows are made.
   *
   * @param pauseMinutes after which a new session begins, above 0; 30 if unsaid
   * @param advertDays how long an advert counts, above 0; 7 if unsaid
   * @param friendDays how long a friend's event counts, above 0; 7 if unsaid
   */
  public record Options(double pauseMinutes, double advertDays, double friendDays) {
    public Options {
      above0("pauseMinutes", pauseMinutes);
      above0("advertDays", advertDays);
      above0("friendDays", friendDays);
    }

    public Options() {
      this(30, 7, 7);
    }

    private static void above0(String name, double value) {
      if (!(value > 0 && value < 1e9)) {
        throw new UserError(name + " must be above 0, not " + value + ".");
      }
    }
  }

  private final IdIndex users;
  private final List<String> labels;
  private final List<String> columns;
  private final List<Group> groups;
  private final DenseMatrix features;
  private final int[] label;
  private final int[] user;
  private final long[] time;

  private NextEventData(
      IdIndex users,
      List<String> labels,
      List<String> columns,
      List<Group> groups,
      DenseMatrix features,
      int[] label,
      int[] user,
      long[] time) {
    this.users = users;
    this.labels = labels;
    this.columns = columns;
    this.groups = groups;
    this.features = features;
    this.label = label;
    this.user = user;
    this.time = time;
  }

  /**
   * Whom each user follows, in the order of the rows.
   *
   * @param rows with the columns user and followed, such as {@link
   *     lectern.simulate.SimulatedPlatform#follows}
   */
  public static Map<String, List<String>> follows(Table rows) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    rows.stream()
        .forEach(
            row ->
                out.computeIfAbsent(row.getString("user"), user -> new ArrayList<>())
                    .add(row.getString("followed")));
    return out;
  }

  /** The label of each event is its kind: view, purchase, … */
  public static IntFunction<String> kinds(EventLog log) {
    return log::eventName;
  }

  /**
   * The label of each of these events is an attribute of its course, such as the topic; other
   * events have none.
   */
  public static IntFunction<String> courses(EventLog log, String attribute, String... events) {
    List<String> wanted = List.of(events);
    Table table = log.courseAttributes();
    if (!table.columnNames().contains(attribute)) {
      throw new UserError(
          "Courses have no attribute \""
              + attribute
              + "\"; they have: "
              + table.columnNames()
              + ".");
    }
    String[] of = new String[log.courses().size()];
    for (int i = 0; i < table.rowCount(); i++) {
      int course = log.courses().number(table.column(0).getString(i));
      if (course >= 0) {
        of[course] = table.column(attribute).getString(i);
      }
    }
    return row ->
        log.course(row) >= 0 && wanted.contains(log.eventName(row)) ? of[log.course(row)] : null;
  }

  /**
   * Makes the rows.
   *
   * @param label of a row of the log; null for an event that is not looked at. Events without a
   *     time are left out
   * @param adverts which users got when; others than the log's are left out
   * @param follows for each user those whose events he sees
   * @throws UserError if no user has two labelled events
   */
  public static NextEventData of(
      EventLog log,
      IntFunction<String> label,
      List<Advert> adverts,
      Map<String, List<String>> follows,
      Options options) {
    int[] rows =
        IntStream.range(0, log.size())
            .filter(row -> log.hasTime(row) && label.apply(row) != null)
            .boxed()
            .sorted(Comparator.comparingLong(log::time))
            .mapToInt(Integer::intValue)
            .toArray();
    Set<String> names = new TreeSet<>();
    Arrays.stream(rows).forEach(row -> names.add(label.apply(row)));
    return new Maker(log, label, rows, List.copyOf(names), adverts, follows, options).make();
  }

  /** Walks through each user's events in the order of time. */
  private static final class Maker {
    private final EventLog log;
    private final Options options;
    private final List<String> labels;
    private final List<String> advertLabels;
    private final Map<Integer, List<Advert>> advertsOf = new TreeMap<>();
    private final int[][] friends;
    private final int[][] rowsOf;
    private final int[] labelOfRow;
    private final List<double[]> features = new ArrayList<>();
    private final List<Integer> made = new ArrayList<>();

    Maker(
        EventLog log,
        IntFunction<String> label,
        int[] rows,
        List<String> labels,
        List<Advert> adverts,
        Map<String, List<String>> follows,
        Options options) {
      this.log = log;
      this.options = options;
      this.labels = labels;
      Map<String, Integer> number = new LinkedHashMap<>();
      labels.forEach(l -> number.put(l, number.size()));
      labelOfRow = new int[log.size()];
      List<List<Integer>> byUser = new ArrayList<>();
      for (int u = 0; u < log.users().size(); u++) {
        byUser.add(new ArrayList<>());
      }
      for (int row : rows) {
        labelOfRow[row] = number.get(label.apply(row));
        byUser.get(log.user(row)).add(row);
      }
      rowsOf =
          byUser.stream()
              .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
      Set<String> kinds = new TreeSet<>();
      for (Advert advert : adverts) {
        int user = log.users().number(advert.user());
        if (user >= 0) {
          kinds.add(advert.label());
          advertsOf.computeIfAbsent(user, u -> new ArrayList<>()).add(advert);
        }
      }
      advertLabels = List.copyOf(kinds);
      friends = new int[rowsOf.length][0];
      follows.forEach(
          (user, others) -> {
            int u = log.users().number(user);
            if (u >= 0) {
              friends[u] =
                  others.stream()
                      .mapToInt(log.users()::number)
                      .filter(f -> f >= 0 && f != u)
                      .distinct()
                      .toArray();
            }
          });
    }

    NextEventData make() {
      for (int user = 0; user < rowsOf.length; user++) {
        walk(user);
      }
      if (made.isEmpty()) {
        throw new UserError(
            "No user has two labelled events with a time, so there is nothing that comes next.");
      }
      List<String> columns = new ArrayList<>();
      List<Group> groups = new ArrayList<>();
      labels.forEach(l -> column(columns, groups, Group.HISTORY, "history " + l));
      column(columns, groups, Group.HISTORY, "history size");
      labels.forEach(l -> column(columns, groups, Group.CURRENT, "session " + l));
      labels.forEach(l -> column(columns, groups, Group.CURRENT, "last " + l));
      advertLabels.forEach(l -> column(columns, groups, Group.ADVERT, "advert " + l));
      labels.forEach(l -> column(columns, groups, Group.FRIEND, "friends " + l));
      int[] rows = made.stream().mapToInt(Integer::intValue).toArray();
      return new NextEventData(
          log.users(),
          labels,
          List.copyOf(columns),
          List.copyOf(groups),
          DenseMatrix.of(features.toArray(new double[0][])),
          Arrays.stream(rows).map(row -> labelOfRow[row]).toArray(),
          Arrays.stream(rows).map(log::user).toArray(),
          Arrays.stream(rows).mapToLong(log::time).toArray());
    }

    private static void column(List<String> columns, List<Group> groups, Group group, String name) {
      columns.add(name);
      groups.add(group);
    }

    private void walk(int user) {
      int k = labels.size();
      double[] history = new double[k];
      double[] session = new double[k];
      int last = -1;
      int[] seenOfFriend = new int[friends[user].length];
      int[] goneOfFriend = new int[friends[user].length];
      double[] ofFriends = new double[k];
      for (int i = 0; i < rowsOf[user].length; i++) {
        int row = rowsOf[user][i];
        long now = log.time(row);
        if (i > 0) {
          long pause = now - log.time(rowsOf[user][i - 1]);
          if (pause > options.pauseMinutes() * 60) {
            for (int l = 0; l < k; l++) {
              history[l] += session[l];
              session[l] = 0;
            }
            last = -1;
          }
          lately(user, now, seenOfFriend, goneOfFriend, ofFriends);
          features.add(row(user, now, history, session, last, ofFriends));
          made.add(row);
        }
        session[labelOfRow[row]]++;
        last = labelOfRow[row];
      }
    }

    /** Moves the window of each friend's events up to now. */
    private void lately(int user, long now, int[] seen, int[] gone, double[] counts) {
      long since = now - (long) (options.friendDays() * 86_400);
      for (int f = 0; f < seen.length; f++) {
        int[] theirs = rowsOf[friends[user][f]];
        while (seen[f] < theirs.length && log.time(theirs[seen[f]]) < now) {
          counts[labelOfRow[theirs[seen[f]++]]]++;
        }
        while (gone[f] < seen[f] && log.time(theirs[gone[f]]) < since) {
          counts[labelOfRow[theirs[gone[f]++]]]--;
        }
      }
    }

    private double[] row(
        int user, long now, double[] history, double[] session, int last, double[] ofFriends) {
      int k = labels.size();
      double[] out = new double[4 * k + 1 + advertLabels.size()];
      double total = Arrays.stream(history).sum();
      double inSession = Arrays.stream(session).sum();
      for (int l = 0; l < k; l++) {
        out[l] = (history[l] + 1.0 / k) / (total + 1);
        out[k + 1 + l] = inSession == 0 ? 0 : session[l] / inSession;
        out[3 * k + 1 + advertLabels.size() + l] = StrictMath.log1p(ofFriends[l]);
      }
      out[k] = StrictMath.log1p(total);
      if (last >= 0) {
        out[2 * k + 1 + last] = 1;
      }
      for (Advert advert : advertsOf.getOrDefault(user, List.of())) {
        if (advert.time() < now && advert.time() >= now - options.advertDays() * 86_400) {
          out[3 * k + 1 + advertLabels.indexOf(advert.label())] = 1;
        }
      }
      return out;
    }
  }

  /** How many rows there are. */
  public int size() {
    return label.length;
  }

  /** The users of the log, numbered. */
  public IdIndex users() {
    return users;
  }

  /** What can come next, numbered. */
  public List<String> labels() {
    return labels;
  }

  public List<String> columns() {
    return columns;
  }

  /** The group of each column. */
  public List<Group> groups() {
    return groups;
  }

  /** Rows × columns. */
  public DenseMatrix features() {
    return features;
  }

  /** What came next, by row. */
  public int label(int row) {
    return label[row];
  }

  public int user(int row) {
    return user[row];
  }

  public long time(int row) {
    return time[row];
  }

  /** The rows before this time: what a model may learn from. */
  public NextEventData before(long when) {
    return rows(IntStream.range(0, size()).filter(row -> time[row] < when).toArray());
  }

  /** The rows from this time on: what it is judged on. */
  public NextEventData from(long when) {
    return rows(IntStream.range(0, size()).filter(row -> time[row] >= when).toArray());
  }

  private NextEventData rows(int[] chosen) {
    return new NextEventData(
        users,
        labels,
        columns,
        groups,
        features.selectRows(chosen),
        Arrays.stream(chosen).map(row -> label[row]).toArray(),
        Arrays.stream(chosen).map(row -> user[row]).toArray(),
        Arrays.stream(chosen).mapToLong(row -> time[row]).toArray());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d events to foretell, %d labels, %d columns",
        size(),
        labels.size(),
        columns.size());
  }
}
