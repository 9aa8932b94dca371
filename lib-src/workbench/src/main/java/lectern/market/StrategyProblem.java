package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lectern.display.UserError;

/**
 * Which (user, content, strategy) to choose: the highest total value, such that
 *
 * <ul>
 *   <li>all chosen together cost at most the budget,
 *   <li>each user is contacted at most so many times,
 *   <li>no content reaches a user by two strategies.
 * </ul>
 *
 * <p>Solved by {@link StrategySolver}. Options whose value is not above 0 are never chosen. The
 * same triple twice is refused.
 */
public final class StrategyProblem {
  /**
   * One contact that could be made.
   *
   * @param value what it is worth
   * @param cost what it costs, at least 0
   */
  public record Option(String user, String content, String strategy, double value, double cost) {}

  private final double budget;
  private final int contacts;
  private final List<Option> options;
  private final int[][] ofUser;
  private final int[] contentOf;

  private StrategyProblem(double budget, int contacts, List<Option> options) {
    this.budget = budget;
    this.contacts = contacts;
    this.options = options;
    Map<String, List<Integer>> byUser = new LinkedHashMap<>();
    Map<String, Integer> contentNumbers = new LinkedHashMap<>();
    contentOf = new int[options.size()];
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      byUser.computeIfAbsent(option.user(), u -> new ArrayList<>()).add(i);
      contentOf[i] = contentNumbers.computeIfAbsent(option.content(), c -> contentNumbers.size());
    }
    ofUser =
        byUser.values().stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    for (int[] some : ofUser) {
      Integer[] sorted = Arrays.stream(some).boxed().toArray(Integer[]::new);
      Arrays.sort(
          sorted, (a, b) -> contentOf[a] != contentOf[b] ? contentOf[a] - contentOf[b] : a - b);
      Arrays.setAll(some, i -> sorted[i]);
    }
  }

  /**
   * Collects options.
   *
   * @param budget at least 0; infinite for no limit
   * @param contacts how many contacts a user gets at most, at least 1
   */
  public static Builder builder(double budget, int contacts) {
    if (!(budget >= 0)) {
      throw new UserError("budget must be at least 0, not " + budget + ".");
    }
    if (contacts < 1) {
      throw new UserError("contacts must be at least 1, not " + contacts + ".");
    }
    return new Builder(budget, contacts);
  }

  /** Collects the options of a problem. */
  public static final class Builder {
    private final double budget;
    private final int contacts;
    private final List<Option> options = new ArrayList<>();
    private final Set<List<String>> known = new LinkedHashSet<>();

    private Builder(double budget, int contacts) {
      this.budget = budget;
      this.contacts = contacts;
    }

    /** Adds a contact that could be made. */
    public Builder option(String user, String content, String strategy, double value, double cost) {
      String where = " (" + user + ", " + content + ", " + strategy + ")";
      if (!Double.isFinite(value)) {
        throw new UserError("The value of an option must be finite, not " + value + where + ".");
      }
      if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
        throw new UserError(
            "The cost of an option must be a finite number of at least 0, not "
                + cost
                + where
                + ".");
      }
      if (!known.add(List.of(user, content, strategy))) {
        throw new UserError("The option" + where + " stands twice.");
      }
      options.add(new Option(user, content, strategy, value, cost));
      return this;
    }

    public StrategyProblem build() {
      return new StrategyProblem(budget, contacts, List.copyOf(options));
    }
  }

  public double budget() {
    return budget;
  }

  /** How many contacts a user gets at most. */
  public int contacts() {
    return contacts;
  }

  public List<Option> options() {
    return options;
  }

  /** The same options under another budget. */
  public StrategyProblem budget(double other) {
    return new StrategyProblem(builder(other, contacts).budget, contacts, options);
  }

  /** For each user the numbers of the user's options, those of one content together. */
  int[][] ofUser() {
    return ofUser;
  }

  int content(int option) {
    return contentOf[option];
  }

  /** True when these options may be chosen together. */
  public boolean allows(List<Option> chosen) {
    Map<String, Integer> perUser = new LinkedHashMap<>();
    Set<List<String>> pairs = new LinkedHashSet<>();
    double cost = 0;
    for (Option option : chosen) {
      cost += option.cost();
      if (perUser.merge(option.user(), 1, Integer::sum) > contacts
          || !pairs.add(List.of(option.user(), option.content()))) {
        return false;
      }
    }
    return cost <= budget * (1 + 1e-12);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d options of %,d users, budget %.4g, at most %d contacts a user",
        options.size(),
        ofUser.length,
        budget,
        contacts);
  }
}
