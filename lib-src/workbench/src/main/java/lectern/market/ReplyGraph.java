package lectern.market;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.data.IdIndex;
import lectern.display.UserError;
import tech.tablesaw.api.Table;

/**
 * Who answers whom in a community: an arrow from the one who replies to the one who is replied to,
 * with a weight of how often. Immutable.
 *
 * <p>Replies to oneself are left out and counted. Members without replies can be named, so that
 * they get a rank too.
 */
public final class ReplyGraph {
  private final IdIndex members;
  private final int[][] to;
  private final double[][] weight;
  private final int toThemselves;

  private ReplyGraph(IdIndex members, int[][] to, double[][] weight, int toThemselves) {
    this.members = members;
    this.to = to;
    this.weight = weight;
    this.toThemselves = toThemselves;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * From a table of posts: a number, its user, and the number of the post that it answers (missing
   * for none).
   *
   * @throws UserError if an answered post is not in the table
   */
  public static ReplyGraph ofPosts(Table posts, String number, String user, String replyTo) {
    Map<String, String> authors = new HashMap<>();
    for (int row = 0; row < posts.rowCount(); row++) {
      authors.put(posts.getString(row, number), posts.getString(row, user));
    }
    Builder out = builder();
    for (int row = 0; row < posts.rowCount(); row++) {
      String from = posts.getString(row, user);
      out.member(from);
      if (!posts.column(replyTo).isMissing(row)) {
        String answered = posts.getString(row, replyTo);
        String to = authors.get(answered);
        if (to == null) {
          throw new UserError(
              "Post "
                  + posts.getString(row, number)
                  + " answers post "
                  + answered
                  + ", which is not in the table.");
        }
        out.reply(from, to);
      }
    }
    return out.build();
  }

  /** Collects replies. */
  public static final class Builder {
    private final Set<String> members = new LinkedHashSet<>();
    private final Map<String, Map<String, Double>> arrows = new LinkedHashMap<>();
    private int toThemselves;

    private Builder() {}

    /** Makes a member known who need not reply. */
    public Builder member(String id) {
      if (id == null || id.isEmpty()) {
        throw new UserError("A member of a community needs an id, which is empty here.");
      }
      members.add(id);
      return this;
    }

    /** One member replies to another. */
    public Builder reply(String from, String to) {
      member(from).member(to);
      if (from.equals(to)) {
        toThemselves++;
      } else {
        arrows.computeIfAbsent(from, f -> new LinkedHashMap<>()).merge(to, 1.0, Double::sum);
      }
      return this;
    }

    public ReplyGraph build() {
      IdIndex index = IdIndex.of(members);
      int[][] to = new int[index.size()][0];
      double[][] weight = new double[index.size()][0];
      for (int m = 0; m < index.size(); m++) {
        TreeMap<Integer, Double> sorted = new TreeMap<>();
        arrows
            .getOrDefault(index.id(m), Map.of())
            .forEach((id, count) -> sorted.put(index.number(id), count));
        to[m] = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        weight[m] = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
      }
      return new ReplyGraph(index, to, weight, toThemselves);
    }
  }

  /** The members, numbered. */
  public IdIndex members() {
    return members;
  }

  /** How many replies were to oneself, which do not count. */
  public int toThemselves() {
    return toThemselves;
  }

  /** How many replies count. */
  public double replies() {
    return Arrays.stream(weight).flatMapToDouble(Arrays::stream).sum();
  }

  /** Whom a member replies to, rising. */
  int[] to(int member) {
    return to[member];
  }

  /** How often, in the same order. */
  double[] weight(int member) {
    return weight[member];
  }

  List<String> ids() {
    return members.ids();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d members, %,.0f replies between %,d pairs",
        members.size(),
        replies(),
        Arrays.stream(to).mapToInt(t -> t.length).sum());
  }
}
