package lectern.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lectern.display.UserError;
import lectern.math.DenseMatrix;

/**
 * Every way to put a few things into groups, and the best of them: what K-means tries to find.
 *
 * <p>There are S(n, k) ways to put n things into exactly k groups (Stirling's numbers of the second
 * kind): 15 for 5 things in 2 groups, 1,379,400 at worst for 12 things. More than 12 are refused.
 */
public final class ExhaustivePartitions {
  private static final int MOST = 12;

  private ExhaustivePartitions() {}

  /** A partition and its J. */
  public record Scored(Partition partition, double objective) {}

  /** Passes on every partition of n things into exactly k groups. */
  public static void forEach(int n, int k, Consumer<Partition> visitor) {
    if (n > MOST) {
      throw new UserError(
          "Trying all partitions is possible for at most "
              + MOST
              + " things, not "
              + n
              + ". Use KMeans.");
    }
    if (k < 1 || k > n) {
      throw new UserError(
          "k must be between 1 and the number of things: k = " + k + ", things = " + n + ".");
    }
    extend(new int[n], 0, 0, k, visitor);
  }

  private static void extend(
      int[] labels, int next, int groups, int k, Consumer<Partition> visitor) {
    if (next == labels.length) {
      visitor.accept(Partition.of(labels));
      return;
    }
    int left = labels.length - next;
    for (int g = 0; g < Math.min(groups + 1, k); g++) {
      int now = Math.max(groups, g + 1);
      if (k - now <= left - 1) {
        labels[next] = g;
        extend(labels, next + 1, now, k, visitor);
      }
    }
  }

  /** All partitions of n things, into any number of groups. */
  public static List<Partition> all(int n) {
    List<Partition> all = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      forEach(n, k, all::add);
    }
    return all;
  }

  /** All partitions of the rows into k groups with their J, the best first, ties as visited. */
  public static List<Scored> ranked(DenseMatrix rows, int k) {
    List<Scored> all = new ArrayList<>();
    forEach(rows.rows(), k, partition -> all.add(new Scored(partition, partition.objective(rows))));
    all.sort((a, b) -> Double.compare(a.objective(), b.objective()));
    return all;
  }

  /** The partition of the rows into k groups with the lowest J, the first of several. */
  public static Scored best(DenseMatrix rows, int k) {
    Scored[] best = new Scored[1];
    forEach(
        rows.rows(),
        k,
        partition -> {
          double objective = partition.objective(rows);
          if (best[0] == null || objective < best[0].objective()) {
            best[0] = new Scored(partition, objective);
          }
        });
    return best[0];
  }
}
