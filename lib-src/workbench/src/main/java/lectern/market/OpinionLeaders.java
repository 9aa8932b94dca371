package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Who leads opinion in a community, by three measures on the {@link ReplyGraph}.
 *
 * <ul>
 *   <li>Replies received: the plain count.
 *   <li>PageRank: p = (1 − d)/n + d (Pᵀ p + (share of those who reply to nobody)/n), where P
 *       divides a member's replies by their number: to be answered by members who are answered
 *       themselves. Adds up to 1.
 *   <li>Authority (HITS): a = Aᵀ h, h = A a, both scaled to length 1: to be answered by members who
 *       answer those who are answered. It gives all to the densest part of the graph.
 * </ul>
 *
 * <p>Both by iterations from equal values until no value moves by more than 1e-12, at most 1,000.
 * Same bits everywhere: members in the order of their ids.
 *
 * <p>Article: community (keywords: KOL) and 3.1. Source: Brin and Page, 1998; Kleinberg,
 * Authoritative sources in a hyperlinked environment, Journal of the ACM 46, 1999.
 */
public final class OpinionLeaders implements Displayable {
  private static final double STILL = 1e-12;
  private static final int MOST_ITERATIONS = 1000;

  private final ReplyGraph graph;
  private final double[] received;
  private final double[] pageRank;
  private final double[] authority;

  private OpinionLeaders(
      ReplyGraph graph, double[] received, double[] pageRank, double[] authority) {
    this.graph = graph;
    this.received = received;
    this.pageRank = pageRank;
    this.authority = authority;
  }

  /** With the usual damping of 0.85. */
  public static OpinionLeaders of(ReplyGraph graph) {
    return of(graph, 0.85);
  }

  /**
   * Ranks the members.
   *
   * @param damping d of PageRank, at least 0, below 1
   */
  public static OpinionLeaders of(ReplyGraph graph, double damping) {
    if (!(damping >= 0 && damping < 1)) {
      throw new UserError("damping must be at least 0 and below 1, not " + damping + ".");
    }
    int n = graph.members().size();
    double[] received = new double[n];
    for (int m = 0; m < n; m++) {
      for (int i = 0; i < graph.to(m).length; i++) {
        received[graph.to(m)[i]] += graph.weight(m)[i];
      }
    }
    return new OpinionLeaders(graph, received, pageRank(graph, damping), authority(graph));
  }

  private static double[] pageRank(ReplyGraph graph, double damping) {
    int n = graph.members().size();
    double[] out = new double[n];
    for (int m = 0; m < n; m++) {
      out[m] = Arrays.stream(graph.weight(m)).sum();
    }
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int step = 0; step < MOST_ITERATIONS; step++) {
      double[] next = new double[n];
      double silent = 0;
      for (int m = 0; m < n; m++) {
        if (out[m] == 0) {
          silent += rank[m];
        }
        for (int i = 0; i < graph.to(m).length; i++) {
          next[graph.to(m)[i]] += rank[m] * graph.weight(m)[i] / out[m];
        }
      }
      for (int m = 0; m < n; m++) {
        next[m] = (1 - damping) / n + damping * (next[m] + silent / n);
      }
      double moved = largestMove(rank, next);
      rank = next;
      if (moved <= STILL) {
        break;
      }
    }
    return rank;
  }

  private static double[] authority(ReplyGraph graph) {
    int n = graph.members().size();
    double[] hub = new double[n];
    double[] authority = new double[n];
    Arrays.fill(hub, 1);
    for (int step = 0; step < MOST_ITERATIONS; step++) {
      double[] next = new double[n];
      for (int m = 0; m < n; m++) {
        for (int i = 0; i < graph.to(m).length; i++) {
          next[graph.to(m)[i]] += graph.weight(m)[i] * hub[m];
        }
      }
      unitLength(next);
      double moved = largestMove(authority, next);
      authority = next;
      for (int m = 0; m < n; m++) {
        hub[m] = 0;
        for (int i = 0; i < graph.to(m).length; i++) {
          hub[m] += graph.weight(m)[i] * authority[graph.to(m)[i]];
        }
      }
      unitLength(hub);
      if (moved <= STILL) {
        break;
      }
    }
    return authority;
  }

  private static void unitLength(double[] vector) {
    double squares = 0;
    for (double v : vector) {
      squares += v * v;
    }
    for (int i = 0; i < vector.length && squares > 0; i++) {
      vector[i] /= Math.sqrt(squares);
    }
  }

  private static double largestMove(double[] before, double[] after) {
    double largest = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(after[i] - before[i]));
    }
    return largest;
  }

  /** Replies received, by member. */
  public double[] received() {
    return received.clone();
  }

  /** PageRank, by member. */
  public double[] pageRank() {
    return pageRank.clone();
  }

  /** Authority, by member. */
  public double[] authority() {
    return authority.clone();
  }

  /** The k members of the highest PageRank, the highest first, ties by number. */
  public List<String> top(int k) {
    return Arrays.stream(RankAgreement.order(pageRank))
        .limit(Math.max(0, k))
        .mapToObj(graph.members()::id)
        .toList();
  }

  /** The share of the true leaders among the first as many by PageRank: precision and recall. */
  public double found(List<String> leaders) {
    if (leaders.isEmpty()) {
      return Double.NaN;
    }
    return top(leaders.size()).stream().filter(leaders::contains).count() / (double) leaders.size();
  }

  /** How far the three measures agree: Kendall's τ with PageRank. */
  public double agreementOfReceived() {
    return RankAgreement.kendall(pageRank, received);
  }

  /** One line for each member, the highest PageRank first. */
  public Table table() {
    int[] order = RankAgreement.order(pageRank);
    return Table.create(
        "opinion leaders",
        StringColumn.create("member", Arrays.stream(order).mapToObj(graph.members()::id)),
        DoubleColumn.create("replies received", Arrays.stream(order).mapToDouble(m -> received[m])),
        DoubleColumn.create("PageRank", Arrays.stream(order).mapToDouble(m -> pageRank[m])),
        DoubleColumn.create("authority", Arrays.stream(order).mapToDouble(m -> authority[m])));
  }

  @Override
  public String toString() {
    return graph
        + String.format(
            Locale.ROOT,
            "; first by PageRank: %s",
            pageRank.length == 0 ? "nobody" : String.join(", ", top(5)));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
