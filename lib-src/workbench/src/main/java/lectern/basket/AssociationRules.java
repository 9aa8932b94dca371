package lectern.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lectern.data.IdIndex;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The rules that a set of baskets holds, with support, confidence, lift and whether they are more
 * than chance. Immutable.
 *
 * <pre>{@code
 * var rules = AssociationRules.of(Baskets.ofUsers(log, Events.PURCHASE), RuleOptions.of(0.01));
 * rules.significant();
 * }</pre>
 *
 * <p>Every frequent set is cut into a left and a right side in all ways that the options allow;
 * each cut is one test, and p-values are corrected for all of them, before confidence and lift
 * choose: choosing first would hide how many were tried. What the support alone leaves out is not
 * counted; {@link ShuffleCheck} shows what that is worth. The exact test takes baskets as
 * independent of each other, which several baskets of one user are not.
 *
 * <p>Order: highest confidence first, then lift, then baskets, then by the items. Smile has
 * association rules too; it has no test, limit, conviction or order, so only our tests use it.
 */
public final class AssociationRules implements Displayable {
  private final List<Rule> rules;
  private final int tests;
  private final int baskets;
  private final RuleOptions options;

  private AssociationRules(List<Rule> rules, int tests, int baskets, RuleOptions options) {
    this.rules = rules;
    this.tests = tests;
    this.baskets = baskets;
    this.options = options;
  }

  /** Finds them; silent. */
  public static AssociationRules of(Baskets baskets, RuleOptions options) {
    return of(baskets, options, Progress.silent());
  }

  /**
   * Finds them.
   *
   * @throws lectern.display.UserError if there are no baskets, or too many frequent sets
   */
  public static AssociationRules of(Baskets baskets, RuleOptions options, Progress progress) {
    return of(FrequentSets.of(baskets, options.sets(), progress), options);
  }

  /** The rules of these sets; what the options say of sets does not matter. */
  public static AssociationRules of(FrequentSets sets, RuleOptions options) {
    List<Rule> tried = new Cuts(sets, options.maxConsequent()).all();
    double[] adjusted =
        options.correction().adjust(tried.stream().mapToDouble(Rule::pValue).toArray());
    List<Rule> kept = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Rule rule = adjusted(tried.get(i), adjusted[i]);
      if (rule.confidence() >= options.minConfidence()
          && rule.lift() >= options.minLift()
          && (!options.onlySignificant() || rule.adjusted() < options.level())) {
        kept.add(rule);
      }
    }
    kept.sort(order(sets.allItems()));
    return new AssociationRules(List.copyOf(kept), tried.size(), sets.baskets(), options);
  }

  private static Rule adjusted(Rule rule, double adjusted) {
    return new Rule(
        rule.left(),
        rule.right(),
        rule.both(),
        rule.withLeft(),
        rule.withRight(),
        rule.baskets(),
        rule.pValue(),
        adjusted);
  }

  private static Comparator<Rule> order(IdIndex items) {
    return Comparator.comparingDouble((Rule rule) -> -rule.confidence())
        .thenComparingDouble(rule -> -rule.lift())
        .thenComparingInt(rule -> -rule.both())
        .thenComparing(rule -> numbers(items, rule.left()), Arrays::compare)
        .thenComparing(rule -> numbers(items, rule.right()), Arrays::compare);
  }

  private static int[] numbers(IdIndex items, List<String> ids) {
    return ids.stream().mapToInt(items::number).toArray();
  }

  /** How many rules there are. */
  public int size() {
    return rules.size();
  }

  /** The rules in their order. */
  public List<Rule> rules() {
    return rules;
  }

  /** How many cuts of frequent sets were tested. */
  public int tests() {
    return tests;
  }

  /** The rules whose adjusted p-value is below the level. */
  public List<Rule> significant() {
    return rules.stream().filter(rule -> rule.adjusted() < options.level()).toList();
  }

  /**
   * What the rules suggest to somebody who has these items: right sides of rules whose left side is
   * among them, the highest confidence first, items already there left out.
   */
  public Map<String, Rule> suggest(Collection<String> has, int k) {
    Map<String, Rule> out = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (has.containsAll(rule.left())) {
        for (String item : rule.right()) {
          if (!has.contains(item) && out.size() < k) {
            out.putIfAbsent(item, rule);
          }
        }
      }
    }
    return out;
  }

  /** One row for each rule: its sides and all its measures. */
  public Table table() {
    Table table =
        Table.create(
            "association rules",
            StringColumn.create("left", rules.stream().map(r -> String.join(", ", r.left()))),
            StringColumn.create("right", rules.stream().map(r -> String.join(", ", r.right()))),
            IntColumn.create("baskets", rules.stream().mapToInt(Rule::both).toArray()));
    Map<String, ToDoubleFunction<Rule>> measures = new LinkedHashMap<>();
    measures.put("support", Rule::support);
    measures.put("confidence", Rule::confidence);
    measures.put("lift", Rule::lift);
    measures.put("leverage", Rule::leverage);
    measures.put("conviction", Rule::conviction);
    measures.put("p", Rule::pValue);
    measures.put("adjusted p", Rule::adjusted);
    measures.forEach(
        (name, measure) ->
            table.addColumns(
                DoubleColumn.create(name, rules.stream().mapToDouble(measure).toArray())));
    return table;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rules in %,d baskets, %,d of them significant at %s (Fisher's exact test, %s over %,d"
            + " tests)",
        size(),
        baskets,
        significant().size(),
        options.level(),
        options.correction(),
        tests);
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
