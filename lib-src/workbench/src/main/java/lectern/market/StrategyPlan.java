package lectern.market;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which contacts to make, what they are worth and cost, and how far from the best they can be at
 * most.
 *
 * @param chosen the contacts, in the order of the problem's options
 * @param value what they are worth together
 * @param cost what they cost together
 * @param bound no choice is worth more
 * @param price what the last unit of money brings (the multiplier of the budget); 0 when money is
 *     left over
 * @param nodes how many parts the search looked at; 1 without a search
 */
public record StrategyPlan(
    List<StrategyProblem.Option> chosen,
    double value,
    double cost,
    double bound,
    double price,
    long nodes)
    implements Displayable {
  public StrategyPlan {
    chosen = List.copyOf(chosen);
  }

  /** How much is missing at most, as a share of the bound; 0 when it is proven best. */
  public double gap() {
    return bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
  }

  /** True when no choice is better, but for the last bits. */
  public boolean proven() {
    return gap() <= 1e-9;
  }

  /** One line for each contact. */
  public Table table() {
    return Table.create(
        "plan",
        StringColumn.create("user", chosen.stream().map(StrategyProblem.Option::user).toList()),
        StringColumn.create(
            "content", chosen.stream().map(StrategyProblem.Option::content).toList()),
        StringColumn.create(
            "strategy", chosen.stream().map(StrategyProblem.Option::strategy).toList()),
        DoubleColumn.create("value", chosen.stream().mapToDouble(StrategyProblem.Option::value)),
        DoubleColumn.create("cost", chosen.stream().mapToDouble(StrategyProblem.Option::cost)));
  }

  /** For each strategy how many contacts it gets, what they are worth and cost. */
  public Table byStrategy() {
    Map<String, double[]> sums = new TreeMap<>();
    for (StrategyProblem.Option option : chosen) {
      double[] sum = sums.computeIfAbsent(option.strategy(), s -> new double[3]);
      sum[0]++;
      sum[1] += option.value();
      sum[2] += option.cost();
    }
    return Table.create(
        "plan by strategy",
        StringColumn.create("strategy", sums.keySet().toArray(new String[0])),
        IntColumn.create("contacts", sums.values().stream().mapToInt(s -> (int) s[0])),
        DoubleColumn.create("value", sums.values().stream().mapToDouble(s -> s[1])),
        DoubleColumn.create("cost", sums.values().stream().mapToDouble(s -> s[2])));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d contacts worth %.4f at a cost of %.4f; at most %.4f is possible (%s)",
        chosen.size(),
        value,
        cost,
        bound,
        proven() ? "proven best" : String.format(Locale.ROOT, "gap %.3f %%", 100 * gap()));
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), byStrategy());
  }
}
