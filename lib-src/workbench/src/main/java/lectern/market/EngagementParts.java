package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * C, I and R of every user, measured from events and brought to [0, 1]: what {@link Engagement}
 * weighs.
 *
 * <ul>
 *   <li>C, content value: the mean quality of the courses that the user touched. A course's quality
 *       is (m s + Σ stars) / (m + n) brought from 1–5 stars to [0, 1]: n ratings, drawn towards the
 *       mean s of all ratings as m more would ({@link Options#priorRatings}). Without any rating in
 *       the log every quality is ½.
 *   <li>I, interest: of the courses that the user touched, the share that the user favoured,
 *       shared, subscribed to, bought or completed.
 *   <li>R, interaction: comments, shares, ratings, favourites, searches and subscriptions a week
 *       since the user's first event, divided by what counts as full ({@link Options#fullPerWeek}),
 *       at most 1.
 * </ul>
 *
 * <p>Only events before the cut-off count. Users without one are not here. A user who touched no
 * course has C = ½ and I = 0.
 *
 * <p>Article: community 4.1, which names the three and not how to measure them: these definitions
 * are ours.
 */
public final class EngagementParts implements Displayable {
  /** Events that show more than looking. */
  public static final List<String> INTENT =
      List.of(Events.FAVOURITE, Events.SHARE, Events.SUBSCRIBE, Events.PURCHASE, Events.COMPLETION);

  /** Events by which a user does something that others or the platform see. */
  public static final List<String> INTERACTION =
      List.of(
          Events.COMMENT,
          Events.SHARE,
          Events.RATING,
          Events.FAVOURITE,
          Events.SEARCH,
          Events.SUBSCRIBE);

  private static final double WEEK = 7 * 86_400.0;

  /**
   * How parts are brought to [0, 1].
   *
   * @param priorRatings m, at least 0; 5 if unsaid
   * @param fullPerWeek how many interactions a week count as full, above 0; 7 if unsaid, one a day
   */
  public record Options(double priorRatings, double fullPerWeek) {
    public Options {
      if (!(priorRatings >= 0 && priorRatings < Double.POSITIVE_INFINITY)) {
        throw new UserError("priorRatings must be at least 0, not " + priorRatings + ".");
      }
      if (!(fullPerWeek > 0 && fullPerWeek < Double.POSITIVE_INFINITY)) {
        throw new UserError("fullPerWeek must be above 0, not " + fullPerWeek + ".");
      }
    }

    public Options() {
      this(5, 7);
    }
  }

  private final IdIndex users;
  private final DenseMatrix matrix;
  private final double[] quality;

  private EngagementParts(IdIndex users, DenseMatrix matrix, double[] quality) {
    this.users = users;
    this.matrix = matrix;
    this.quality = quality;
  }

  /**
   * The parts of all users known before this time.
   *
   * @param asOf seconds since 1970
   * @throws UserError if nothing happened before
   */
  public static EngagementParts of(EventLog log, long asOf, Options options) {
    int[] rows =
        java.util.stream.IntStream.range(0, log.size())
            .filter(row -> log.hasTime(row) && log.time(row) < asOf)
            .toArray();
    if (rows.length == 0) {
      throw new UserError("No event lies before the cut-off " + asOf + ": choose a later one.");
    }
    double[] quality = quality(log, rows, options.priorRatings());
    int n = log.users().size();
    long[] first = new long[n];
    Arrays.fill(first, Long.MAX_VALUE);
    int[] interactions = new int[n];
    @SuppressWarnings({"unchecked", "rawtypes"})
    Set<Integer>[] touched = new Set[n];
    @SuppressWarnings({"unchecked", "rawtypes"})
    Set<Integer>[] wanted = new Set[n];
    for (int row : rows) {
      int user = log.user(row);
      first[user] = Math.min(first[user], log.time(row));
      interactions[user] += INTERACTION.contains(log.eventName(row)) ? 1 : 0;
      if (log.course(row) >= 0) {
        touched[user] = plus(touched[user], log.course(row));
        if (INTENT.contains(log.eventName(row))) {
          wanted[user] = plus(wanted[user], log.course(row));
        }
      }
    }
    int[] known =
        java.util.stream.IntStream.range(0, n).filter(u -> first[u] < Long.MAX_VALUE).toArray();
    double[][] parts = new double[known.length][];
    for (int p = 0; p < known.length; p++) {
      int user = known[p];
      double weeks = Math.max(1, (asOf - first[user]) / WEEK);
      parts[p] =
          new double[] {
            touched[user] == null
                ? 0.5
                : touched[user].stream().mapToDouble(c -> quality[c]).sum() / touched[user].size(),
            wanted[user] == null ? 0 : (double) wanted[user].size() / touched[user].size(),
            Math.min(1, interactions[user] / weeks / options.fullPerWeek())
          };
    }
    List<String> ids = Arrays.stream(known).mapToObj(log.users()::id).toList();
    return new EngagementParts(IdIndex.inThisOrder(ids), DenseMatrix.of(parts), quality);
  }

  private static Set<Integer> plus(Set<Integer> set, int course) {
    Set<Integer> out = set == null ? new TreeSet<>() : set;
    out.add(course);
    return out;
  }

  private static double[] quality(EventLog log, int[] rows, double prior) {
    double[] sum = new double[log.courses().size()];
    int[] count = new int[sum.length];
    double all = 0;
    int ratings = 0;
    for (int row : rows) {
      if (log.is(row, Events.RATING) && log.course(row) >= 0 && !Double.isNaN(log.value(row))) {
        double unit = Math.min(1, Math.max(0, (log.value(row) - 1) / 4));
        sum[log.course(row)] += unit;
        count[log.course(row)]++;
        all += unit;
        ratings++;
      }
    }
    double mean = ratings == 0 ? 0.5 : all / ratings;
    double[] out = new double[sum.length];
    for (int c = 0; c < out.length; c++) {
      out[c] = prior + count[c] == 0 ? mean : (prior * mean + sum[c]) / (prior + count[c]);
    }
    return out;
  }

  /** The users, numbered by row. */
  public IdIndex users() {
    return users;
  }

  /** Users × (C, I, R). */
  public DenseMatrix matrix() {
    return matrix;
  }

  /** The quality of each course of the log, from 0 to 1: C of {@link RecommendationValue}. */
  public double[] courseQuality() {
    return quality.clone();
  }

  /** One line for each user. */
  public Table table() {
    Table out = Table.create("parts of engagement", StringColumn.create("user", users.ids()));
    for (int j = 0; j < Engagement.PARTS.size(); j++) {
      out.addColumns(DoubleColumn.create(Engagement.PARTS.get(j), matrix.column(j)));
    }
    return out;
  }

  @Override
  public String toString() {
    double[] means = matrix.columnMeans();
    return String.format(
        Locale.ROOT,
        "%,d users; means: content value %.3f, interest %.3f, interaction %.3f",
        users.size(),
        means[0],
        means[1],
        means[2]);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
