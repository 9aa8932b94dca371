package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The activity of communities, from events: U of every member, R of everything that members
 * recommend to each other, and I of each community, as meant and as printed.
 *
 * <ul>
 *   <li>U_k: the mean {@link Engagement} of the members, with the parts of {@link EngagementParts}.
 *   <li>R_k: the mean {@link RecommendationValue} of what members share: C the quality of the
 *       shared course, U the engagement of the one who shares, Q the part that courses of its
 *       attribute (such as the field) have in all views of the members. Nothing shared: 0.
 *   <li>T_k: days since the first event of a member.
 * </ul>
 *
 * <p>Article: community 4 and 9.3. What counts as content recommended in a community is our
 * reading; the article does not say.
 */
public final class CommunityScores implements Displayable {
  /**
   * The weights and how days are brought to [0, 1].
   *
   * @param engagement the article's weights if unsaid
   * @param recommendation the article's weights if unsaid
   * @param activity the article's weights if unsaid
   * @param horizonDays after how many days a community counts as grown up; 90 if unsaid
   */
  public record Options(
      Engagement engagement,
      RecommendationValue recommendation,
      CommunityActivity activity,
      double horizonDays) {
    public Options() {
      this(
          Engagement.asPrinted(),
          RecommendationValue.asPrinted(),
          CommunityActivity.withArticlesWeights(),
          90);
    }
  }

  /**
   * One community.
   *
   * @param activity I as meant, 0 to 1
   * @param activityAsPrinted I with days added as they are
   */
  public record Community(
      String name,
      int members,
      int shares,
      double engagement,
      double recommendation,
      double days,
      double activity,
      double activityAsPrinted) {}

  private final List<Community> communities;

  private CommunityScores(List<Community> communities) {
    this.communities = communities;
  }

  /**
   * Scores of all communities.
   *
   * @param asOf only earlier events count; seconds since 1970
   * @param communityOf the community of a user's id; null for none
   * @param attribute of the courses, for what is relevant
   * @throws UserError if no known user is in a community
   */
  public static CommunityScores of(
      EventLog log,
      long asOf,
      Function<String, String> communityOf,
      String attribute,
      Options options) {
    EngagementParts parts = EngagementParts.of(log, asOf, new EngagementParts.Options());
    double[] engagement = options.engagement().scores(parts.matrix());
    String[] label = labels(log, attribute);
    Map<String, Sums> found = new TreeMap<>();
    String[] community = new String[log.users().size()];
    double[] ofUser = new double[community.length];
    for (int p = 0; p < engagement.length; p++) {
      int user = log.users().number(parts.users().id(p));
      community[user] = communityOf.apply(parts.users().id(p));
      ofUser[user] = engagement[p];
      if (community[user] != null) {
        Sums sums = found.computeIfAbsent(community[user], c -> new Sums());
        sums.members++;
        sums.engagement += engagement[p];
      }
    }
    if (found.isEmpty()) {
      throw new UserError("No user with events before the cut-off is in a community.");
    }
    List<Integer> shares = new ArrayList<>();
    for (int row = 0; row < log.size(); row++) {
      Sums sums = found.get(community[log.user(row)] == null ? "" : community[log.user(row)]);
      if (sums == null || !log.hasTime(row) || log.time(row) >= asOf) {
        continue;
      }
      sums.first = Math.min(sums.first, log.time(row));
      if (log.course(row) >= 0 && log.is(row, Events.VIEW)) {
        sums.views++;
        sums.viewsOf.merge(label[log.course(row)], 1, Integer::sum);
      } else if (log.course(row) >= 0 && log.is(row, Events.SHARE)) {
        shares.add(row);
      }
    }
    double[] quality = parts.courseQuality();
    for (int row : shares) {
      Sums sums = found.get(community[log.user(row)]);
      double relevance =
          sums.views == 0
              ? 0
              : (double) sums.viewsOf.getOrDefault(label[log.course(row)], 0) / sums.views;
      sums.shares++;
      sums.recommendation +=
          options
              .recommendation()
              .score(quality[log.course(row)], ofUser[log.user(row)], relevance);
    }
    List<Community> out = new ArrayList<>();
    found.forEach((name, sums) -> out.add(sums.community(name, asOf, options)));
    return new CommunityScores(List.copyOf(out));
  }

  private static String[] labels(EventLog log, String attribute) {
    Table table = log.courseAttributes();
    if (!table.columnNames().contains(attribute)) {
      throw new UserError(
          "Courses have no attribute \""
              + attribute
              + "\"; they have "
              + table.columnNames()
              + ".");
    }
    String[] out = new String[log.courses().size()];
    Arrays.fill(out, "");
    for (int row = 0; row < table.rowCount(); row++) {
      int course = log.courses().number(table.column(0).getString(row));
      if (course >= 0) {
        out[course] = table.column(attribute).getString(row);
      }
    }
    return out;
  }

  private static final class Sums {
    private int members;
    private double engagement;
    private int shares;
    private double recommendation;
    private long first = Long.MAX_VALUE;
    private int views;
    private final Map<String, Integer> viewsOf = new TreeMap<>();

    Community community(String name, long asOf, Options options) {
      double u = engagement / members;
      double r = shares == 0 ? 0 : recommendation / shares;
      double days = (asOf - first) / 86_400.0;
      return new Community(
          name,
          members,
          shares,
          u,
          r,
          days,
          options.activity().asMeant(u, r, days, options.horizonDays()),
          options.activity().asPrinted(u, r, days));
    }
  }

  /** The communities, in the order of their names. */
  public List<Community> communities() {
    return communities;
  }

  /** One line for each community. */
  public Table table() {
    return Table.create(
        "communities",
        StringColumn.create("community", communities.stream().map(Community::name).toList()),
        IntColumn.create("members", communities.stream().mapToInt(Community::members)),
        IntColumn.create("shares", communities.stream().mapToInt(Community::shares)),
        DoubleColumn.create("U", communities.stream().mapToDouble(Community::engagement)),
        DoubleColumn.create("R", communities.stream().mapToDouble(Community::recommendation)),
        DoubleColumn.create("days", communities.stream().mapToDouble(Community::days)),
        DoubleColumn.create("I", communities.stream().mapToDouble(Community::activity)),
        DoubleColumn.create(
            "I as printed", communities.stream().mapToDouble(Community::activityAsPrinted)));
  }

  /** The activity of each community, as meant. */
  public Figure figure() {
    return Figure.of("Activity of communities")
        .bars(
            "I",
            communities.stream().map(Community::name).toList(),
            communities.stream().mapToDouble(Community::activity).toArray())
        .yTitle("I, from 0 to 1")
        .yFromZero();
  }

  @Override
  public String toString() {
    Community most = communities.get(0);
    for (Community one : communities) {
      most = one.activity() > most.activity() ? one : most;
    }
    return String.format(
        Locale.ROOT,
        "%d communities; the most active is %s with I = %.3f",
        communities.size(),
        most.name(),
        most.activity());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
