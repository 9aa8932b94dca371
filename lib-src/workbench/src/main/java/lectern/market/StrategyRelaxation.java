package lectern.market;

import java.util.Arrays;
import java.util.List;

/**
 * The problem with the budget turned into a price: at price λ a contact is worth value − λ cost,
 * and each user's best contacts are found alone. Some options may be forced in or out.
 *
 * <p>L(λ) = λ · budget + Σ over users of the best sum is at least the value of every allowed choice
 * (weak duality), convex in λ, and its minimum equals the bound of linear programming, because each
 * user's part (one strategy a content, so many contacts) has whole-numbered corners.
 */
final class StrategyRelaxation {
  static final byte FREE = 0;
  static final byte IN = 1;
  static final byte OUT = 2;

  private static final int STEPS = 100;

  private final StrategyProblem problem;
  private final double[] value;
  private final double[] cost;
  private final byte[] state;

  /** The lowest L(λ) met. */
  double bound = Double.POSITIVE_INFINITY;

  /** The lowest price at which the choice was within the budget. */
  double price;

  /** The choice at that price: one array of options for each user. */
  int[][] cheap;

  /** The choice at a lower price, above the budget; null when price 0 is within it. */
  int[][] dear;

  /** False when what is forced in already breaks a rule. */
  boolean possible = true;

  StrategyRelaxation(StrategyProblem problem, byte[] state) {
    this.problem = problem;
    this.state = state;
    List<StrategyProblem.Option> options = problem.options();
    value = options.stream().mapToDouble(StrategyProblem.Option::value).toArray();
    cost = options.stream().mapToDouble(StrategyProblem.Option::cost).toArray();
  }

  void solve() {
    int[][] free = choose(0);
    if (free == null) {
      possible = false;
      return;
    }
    if (fits(free)) {
      cheap = free;
      price = 0;
      return;
    }
    double low = 0;
    int[][] atLow = free;
    double high = steepest();
    int[][] atHigh = choose(high);
    if (!fits(atHigh)) {
      possible = false;
      return;
    }
    for (int i = 0; i < STEPS; i++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      int[][] there = choose(middle);
      if (fits(there)) {
        high = middle;
        atHigh = there;
      } else {
        low = middle;
        atLow = there;
      }
    }
    price = high;
    cheap = atHigh;
    dear = atLow;
  }

  /** A price at which nothing with a cost is worth it. */
  private double steepest() {
    double steepest = 1;
    for (int i = 0; i < value.length; i++) {
      if (cost[i] > 0) {
        steepest = Math.max(steepest, 2 * value[i] / cost[i]);
      }
    }
    return steepest;
  }

  private boolean fits(int[][] choice) {
    return cost(choice) <= problem.budget() * (1 + 1e-12);
  }

  double cost(int[][] choice) {
    double sum = 0;
    for (int[] ofUser : choice) {
      sum += sum(cost, ofUser);
    }
    return sum;
  }

  double value(int[][] choice) {
    double sum = 0;
    for (int[] ofUser : choice) {
      sum += sum(value, ofUser);
    }
    return sum;
  }

  double costOf(int[] ofUser) {
    return sum(cost, ofUser);
  }

  double valueOf(int[] ofUser) {
    return sum(value, ofUser);
  }

  private static double sum(double[] of, int[] options) {
    double sum = 0;
    for (int option : options) {
      sum += of[option];
    }
    return sum;
  }

  /** Each user's best contacts at this price; null when what is forced in breaks a rule. */
  int[][] choose(double lambda) {
    int[][] users = problem.ofUser();
    int[][] out = new int[users.length][];
    double total = Double.isInfinite(problem.budget()) ? 0 : lambda * problem.budget();
    for (int u = 0; u < users.length; u++) {
      out[u] = chooseOf(users[u], lambda);
      if (out[u] == null) {
        return null;
      }
      for (int option : out[u]) {
        total += value[option] - lambda * cost[option];
      }
    }
    if (!Double.isInfinite(problem.budget()) || lambda == 0) {
      bound = Math.min(bound, total);
    }
    return out;
  }

  /** One user's options come content by content: the best of each content, then the best few. */
  private int[] chooseOf(int[] options, double lambda) {
    int[] best = new int[options.length];
    int found = 0;
    int forced = 0;
    for (int from = 0; from < options.length; ) {
      int to = from;
      int pick = -1;
      int in = -1;
      while (to < options.length
          && problem.content(options[to]) == problem.content(options[from])) {
        int option = options[to++];
        if (state[option] == IN) {
          if (in >= 0) {
            return null;
          }
          in = option;
        } else if (state[option] == FREE && better(option, pick, lambda)) {
          pick = option;
        }
      }
      from = to;
      if (in >= 0) {
        best[found++] = in;
        forced++;
      } else if (pick >= 0) {
        best[found++] = pick;
      }
    }
    if (forced > problem.contacts()) {
      return null;
    }
    return fewest(Arrays.copyOf(best, found), lambda);
  }

  /** True when the option is worth its price, and more than the other (−1: none). */
  private boolean better(int option, int other, double lambda) {
    double worth = value[option] - lambda * cost[option];
    if (!(worth > 0)) {
      return false;
    }
    if (other < 0) {
      return true;
    }
    double than = value[other] - lambda * cost[other];
    return worth > than || worth == than && cost[option] < cost[other];
  }

  /** What is forced in, and the best of the others up to the limit of contacts. */
  private int[] fewest(int[] options, double lambda) {
    if (options.length <= problem.contacts()) {
      return options;
    }
    Integer[] order = Arrays.stream(options).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) -> {
          if (state[a] != state[b]) {
            return state[a] == IN ? -1 : 1;
          }
          int byWorth = Double.compare(value[b] - lambda * cost[b], value[a] - lambda * cost[a]);
          int byCost = byWorth != 0 ? byWorth : Double.compare(cost[a], cost[b]);
          return byCost != 0 ? byCost : a - b;
        });
    return Arrays.stream(order).limit(problem.contacts()).mapToInt(Integer::intValue).toArray();
  }
}
