package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import lectern.evaluate.Bootstrap;
import lectern.evaluate.Interval;
import lectern.evaluate.UserValues;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Who brought whom: the tree of invitations that were taken up, how many new members a member
 * brings, and whether word of mouth alone would carry on.
 *
 * <p>The reproduction number is the mean number of members whom a member brings, over members who
 * had the time to: those who joined at least so many days before the end of what is seen; the
 * others would pull the mean down, since their invitations are still to come. Above 1 the tree
 * grows by itself; below 1 a member brings 1 / (1 − r) − 1 = r / (1 − r) others in all generations
 * together.
 *
 * <p>Extinction: the chance that the line of one member ends, the smallest q ≥ 0 with q = f(q) = Σ
 * pₖ qᵏ, where pₖ is the share of members who brought k (Galton and Watson); 1 when the
 * reproduction number is at most 1 and not everybody brings exactly one.
 *
 * <p>Article: community 2.4 (word of mouth). Source: Watson and Galton, On the probability of the
 * extinction of families, 1875; Efron and Tibshirani for the interval.
 */
public final class ReferralTree implements Displayable {
  private final List<String> members;
  private final int[] generation;
  private final int[] brought;
  private final boolean[] counted;
  private final Interval interval;

  private ReferralTree(
      List<String> members, int[] generation, int[] brought, boolean[] counted, Interval interval) {
    this.members = members;
    this.generation = generation;
    this.brought = brought;
    this.counted = counted;
    this.interval = interval;
  }

  /** Collects members in any order. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects members and who brought them. */
  public static final class Builder {
    private final Map<String, String> inviter = new LinkedHashMap<>();
    private final Map<String, Long> joined = new LinkedHashMap<>();

    private Builder() {}

    /** A member who came without an invitation. */
    public Builder root(String member, long joinedAt) {
      return member(member, null, joinedAt);
    }

    /**
     * A member.
     *
     * @param broughtBy who invited the member; null if nobody did
     * @param joinedAt seconds since 1970
     */
    public Builder member(String member, String broughtBy, long joinedAt) {
      if (member == null || member.isEmpty()) {
        throw new UserError("A member of a referral tree needs an id, which is empty here.");
      }
      if (joined.put(member, joinedAt) != null) {
        throw new UserError("\"" + member + "\" joins twice: a member has one inviter at most.");
      }
      inviter.put(member, broughtBy);
      return this;
    }

    /**
     * The tree as seen at this time.
     *
     * @param end seconds since 1970: later members are left out
     * @param daysToInvite members who joined fewer days before the end do not count in the
     *     reproduction number; at least 0
     * @throws UserError if an inviter is unknown, or members invite each other in a circle
     */
    public ReferralTree build(long end, double daysToInvite, long seed) {
      if (!(daysToInvite >= 0 && daysToInvite < Double.POSITIVE_INFINITY)) {
        throw new UserError("daysToInvite must be at least 0, not " + daysToInvite + ".");
      }
      List<String> members =
          joined.keySet().stream().filter(m -> joined.get(m) <= end).sorted().toList();
      Map<String, Integer> number = new LinkedHashMap<>();
      members.forEach(m -> number.put(m, number.size()));
      int[] generation = new int[members.size()];
      int[] brought = new int[members.size()];
      boolean[] counted = new boolean[members.size()];
      double[] offspring = new double[members.size()];
      for (int m = 0; m < generation.length; m++) {
        generation[m] = depth(members.get(m));
        String by = inviter.get(members.get(m));
        if (by != null && number.containsKey(by)) {
          brought[number.get(by)]++;
        }
      }
      for (int m = 0; m < generation.length; m++) {
        counted[m] = end - joined.get(members.get(m)) >= daysToInvite * 86_400;
        offspring[m] = counted[m] ? brought[m] : Double.NaN;
      }
      Interval interval = new Bootstrap().interval(UserValues.of(offspring), seed);
      return new ReferralTree(members, generation, brought, counted, interval);
    }

    private int depth(String member) {
      int depth = 0;
      String at = member;
      while (inviter.get(at) != null) {
        at = inviter.get(at);
        if (!inviter.containsKey(at)) {
          throw new UserError(
              "\""
                  + at
                  + "\" invites others but is no member: add it with root(\""
                  + at
                  + "\", …).");
        }
        if (++depth > inviter.size()) {
          throw new UserError(
              "\"" + member + "\" is invited, over others, by itself: an invitation goes forward.");
        }
      }
      return depth;
    }
  }

  public List<String> members() {
    return members;
  }

  /** How many members had the time to invite. */
  public int counted() {
    int count = 0;
    for (boolean c : counted) {
      count += c ? 1 : 0;
    }
    return count;
  }

  /** The mean number of members whom a member with the time to do so brought; NaN without any. */
  public double reproduction() {
    double sum = 0;
    for (int m = 0; m < brought.length; m++) {
      sum += counted[m] ? brought[m] : 0;
    }
    return counted() == 0 ? Double.NaN : sum / counted();
  }

  /** Where the reproduction number plausibly lies: members drawn again, 95 %. */
  public Interval interval() {
    return interval;
  }

  /** How many members one member brings in all generations together; infinite from 1 on. */
  public double totalBrought() {
    double r = reproduction();
    return r < 1 ? r / (1 - r) : Double.POSITIVE_INFINITY;
  }

  /** The share of members, of those with the time, who brought k. */
  public double[] shares() {
    int most = 0;
    for (int m = 0; m < brought.length; m++) {
      most = Math.max(most, counted[m] ? brought[m] : 0);
    }
    double[] out = new double[most + 1];
    for (int m = 0; m < brought.length; m++) {
      if (counted[m]) {
        out[brought[m]] += 1.0 / counted();
      }
    }
    return out;
  }

  /** The chance that the line of one member ends. */
  public double extinction() {
    return extinction(shares());
  }

  /**
   * The smallest q ≥ 0 with q = Σ pₖ qᵏ. The shares ½, 0, ½ end surely (1); ¼, ¼, ½ with chance ½.
   *
   * @param shares pₖ, which add up to 1
   */
  public static double extinction(double... shares) {
    double sum = 0;
    double mean = 0;
    for (int k = 0; k < shares.length; k++) {
      if (!(shares[k] >= 0)) {
        throw new UserError("A share must be at least 0, not " + shares[k] + ".");
      }
      sum += shares[k];
      mean += k * shares[k];
    }
    if (Math.abs(sum - 1) > 1e-9) {
      throw new UserError("Shares of members must add up to 1, not " + sum + ".");
    }
    if (shares[0] == 0) {
      return 0;
    }
    if (mean <= 1) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (ends(shares, middle) > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double ends(double[] shares, double q) {
    double value = 0;
    for (int k = shares.length - 1; k >= 0; k--) {
      value = value * q + shares[k];
    }
    return value;
  }

  /** For each generation its members, those with the time to invite, and what they brought. */
  public Table table() {
    TreeMap<Integer, int[]> rows = new TreeMap<>();
    for (int m = 0; m < generation.length; m++) {
      int[] row = rows.computeIfAbsent(generation[m], g -> new int[3]);
      row[0]++;
      row[1] += counted[m] ? 1 : 0;
      row[2] += counted[m] ? brought[m] : 0;
    }
    List<int[]> all = new ArrayList<>(rows.values());
    return Table.create(
        "referrals by generation",
        IntColumn.create("generation", rows.keySet().stream().mapToInt(Integer::intValue)),
        IntColumn.create("members", all.stream().mapToInt(r -> r[0])),
        IntColumn.create("with time to invite", all.stream().mapToInt(r -> r[1])),
        DoubleColumn.create(
            "brought each",
            all.stream().mapToDouble(r -> r[1] == 0 ? Double.NaN : (double) r[2] / r[1])));
  }

  /** How many members each generation has. */
  public Figure figure() {
    Table table = table();
    return Figure.of("Members by generation of referral")
        .bars(
            "members",
            Arrays.stream(table.intColumn("generation").asObjectArray())
                .map(String::valueOf)
                .toList(),
            table.intColumn("members").asDoubleArray())
        .xTitle("generation (0: came by themselves)")
        .yTitle("members");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d members; each of the %,d with the time to invite brought %.3f (%s); a line ends with"
            + " chance %.3f",
        members.size(),
        counted(),
        reproduction(),
        interval,
        counted() == 0 ? Double.NaN : extinction());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
