package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.plot.Figure;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Solves a {@link StrategyProblem}: {@link #exact} proves its answer best, {@link #fast} takes
 * problems of any size and says how far from the best it can be.
 *
 * <p>Both stand on a price λ of money ({@link StrategyRelaxation}): at each price every user's best
 * contacts are found alone, which gives an upper bound; the lowest bound is that of linear
 * programming. The fast way takes the choice at the lowest price that is within the budget, then
 * spends what is left by going on to lower prices, user by user, the best return first. Its gap is
 * at most what one user's contacts are worth, so it shrinks as users are added. The exact way
 * splits on an option on which the bound's two choices differ: with it, without it (branch and
 * bound).
 *
 * <p>No general solver for linear programs is needed, since the bound has this closed form.
 *
 * <p>Article: crossover 3.2 (optimising the marketing strategy) and 4. Source: Fisher, The
 * Lagrangian relaxation method for solving integer programming problems, Management Science 27,
 * 1981; Land and Doig, Econometrica 28, 1960.
 */
public final class StrategySolver {
  private static final int MAX_NODES = 200_000;
  private static final double[] LOWER_PRICES = {1, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15, 0.05, 0};

  private StrategySolver() {}

  /** A good choice and a bound, for problems of any size; options × 100 steps. */
  public static StrategyPlan fast(StrategyProblem problem) {
    StrategyRelaxation root = new StrategyRelaxation(problem, new byte[problem.options().size()]);
    root.solve();
    return plan(problem, root, filled(problem, root), root.bound, 1);
  }

  /** The best choice; silent. */
  public static StrategyPlan exact(StrategyProblem problem) {
    return exact(problem, Progress.silent());
  }

  /**
   * The best choice. A search that is not done after 200,000 parts ends with the best found so far
   * and its gap; up to some hundred options it is usually done after a few dozen.
   */
  public static StrategyPlan exact(StrategyProblem problem, Progress progress) {
    try (Progress.Task task = progress.begin("Choosing strategies", MAX_NODES)) {
      return new Search(problem, task).run();
    }
  }

  private static StrategyPlan plan(
      StrategyProblem problem,
      StrategyRelaxation relaxation,
      int[][] choice,
      double bound,
      long nodes) {
    int[] chosen = Arrays.stream(choice).flatMapToInt(Arrays::stream).sorted().toArray();
    List<StrategyProblem.Option> options =
        Arrays.stream(chosen).mapToObj(problem.options()::get).toList();
    double value = options.stream().mapToDouble(StrategyProblem.Option::value).sum();
    double cost = options.stream().mapToDouble(StrategyProblem.Option::cost).sum();
    return new StrategyPlan(options, value, cost, bound, relaxation.price, nodes);
  }

  /** The choice within the budget, with what is left spent at lower prices. */
  private static int[][] filled(StrategyProblem problem, StrategyRelaxation relaxation) {
    int[][] choice = relaxation.cheap.clone();
    double left = problem.budget() * (1 + 1e-12) - relaxation.cost(choice);
    if (relaxation.dear != null) {
      left = improve(relaxation, choice, relaxation.dear, left);
    }
    for (double part : LOWER_PRICES) {
      if (relaxation.price > 0) {
        left = improve(relaxation, choice, relaxation.choose(part * relaxation.price), left);
      }
    }
    return choice;
  }

  /** Moves users to another choice while the money lasts, the best return first. */
  private static double improve(
      StrategyRelaxation relaxation, int[][] choice, int[][] other, double left) {
    List<Integer> users = new ArrayList<>();
    double[] gain = new double[choice.length];
    double[] price = new double[choice.length];
    for (int u = 0; u < choice.length; u++) {
      gain[u] = relaxation.valueOf(other[u]) - relaxation.valueOf(choice[u]);
      price[u] = relaxation.costOf(other[u]) - relaxation.costOf(choice[u]);
      if (gain[u] > 0) {
        users.add(u);
      }
    }
    users.sort(
        (a, b) -> {
          double first = price[a] <= 0 ? Double.POSITIVE_INFINITY : gain[a] / price[a];
          double second = price[b] <= 0 ? Double.POSITIVE_INFINITY : gain[b] / price[b];
          int byReturn = Double.compare(second, first);
          return byReturn != 0 ? byReturn : a - b;
        });
    double money = left;
    for (int u : users) {
      if (price[u] <= money) {
        choice[u] = other[u];
        money -= price[u];
      }
    }
    return money;
  }

  /** Value, bound and gap of the fast way under each of these budgets. */
  public static Table curve(StrategyProblem problem, double... budgets) {
    DoubleColumn money = DoubleColumn.create("budget", budgets);
    DoubleColumn value = DoubleColumn.create("value");
    DoubleColumn bound = DoubleColumn.create("bound");
    DoubleColumn gap = DoubleColumn.create("gap");
    DoubleColumn price = DoubleColumn.create("price");
    IntColumn contacts = IntColumn.create("contacts");
    for (double budget : budgets) {
      StrategyPlan plan = fast(problem.budget(budget));
      value.append(plan.value());
      bound.append(plan.bound());
      gap.append(plan.gap());
      price.append(plan.price());
      contacts.append(plan.chosen().size());
    }
    return Table.create("value by budget", money, contacts, value, bound, gap, price);
  }

  /** The curve drawn: the value found and the bound above it. */
  public static Figure figure(StrategyProblem problem, double... budgets) {
    if (budgets.length == 0) {
      throw new UserError("Name at least one budget.");
    }
    Table curve = curve(problem, budgets);
    return Figure.of("What a budget brings")
        .markedLine("found", budgets, curve.doubleColumn("value").asDoubleArray())
        .line("upper bound", budgets, curve.doubleColumn("bound").asDoubleArray())
        .dashed()
        .xTitle("budget")
        .yTitle("value of all contacts")
        .yFromZero();
  }

  /** Branch and bound, depth first, the option taken before it is left. */
  private static final class Search {
    private final StrategyProblem problem;
    private final Progress.Task task;
    private final byte[] state;
    private StrategyPlan best;
    private double open = Double.NEGATIVE_INFINITY;
    private double rootBound;
    private long nodes;

    Search(StrategyProblem problem, Progress.Task task) {
      this.problem = problem;
      this.task = task;
      this.state = new byte[problem.options().size()];
    }

    StrategyPlan run() {
      visit();
      double bound = Math.min(rootBound, Math.max(best.value(), open));
      return new StrategyPlan(best.chosen(), best.value(), best.cost(), bound, best.price(), nodes);
    }

    private void visit() {
      StrategyRelaxation node = new StrategyRelaxation(problem, state);
      node.solve();
      nodes++;
      task.at(Math.min(nodes, MAX_NODES));
      if (!node.possible) {
        return;
      }
      StrategyPlan found = plan(problem, node, filled(problem, node), node.bound, nodes);
      if (best == null || found.value() > best.value()) {
        best = found;
      }
      if (nodes == 1) {
        rootBound = node.bound;
      }
      if (node.bound <= best.value() + 1e-12 * (1 + Math.abs(best.value()))) {
        return;
      }
      if (nodes >= MAX_NODES) {
        open = Math.max(open, node.bound);
        return;
      }
      int split = differing(node);
      if (split < 0) {
        open = Math.max(open, node.bound);
        return;
      }
      state[split] = StrategyRelaxation.IN;
      visit();
      state[split] = StrategyRelaxation.OUT;
      visit();
      state[split] = StrategyRelaxation.FREE;
    }

    /**
     * The free option with the largest cost in one of the two choices alone; −1 if there is none.
     */
    private int differing(StrategyRelaxation node) {
      if (node.dear == null) {
        return -1;
      }
      int split = -1;
      for (int u = 0; u < node.cheap.length; u++) {
        for (int[][] pair :
            new int[][][] {{node.dear[u], node.cheap[u]}, {node.cheap[u], node.dear[u]}}) {
          for (int option : pair[0]) {
            boolean alone = Arrays.stream(pair[1]).noneMatch(other -> other == option);
            if (alone
                && state[option] == StrategyRelaxation.FREE
                && (split < 0
                    || problem.options().get(option).cost()
                        > problem.options().get(split).cost())) {
              split = option;
            }
          }
        }
      }
      return split;
    }
  }
}
