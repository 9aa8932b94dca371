package lectern.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import smile.association.ARM;
import smile.association.FPTree;

class AssociationRulesTest {
  private static final RuleOptions TWO_OF_NINE = RuleOptions.of(2 / 9.0);

  @Test
  void nineBasketsByHand() {
    AssociationRules rules = AssociationRules.of(Nine.BASKETS, TWO_OF_NINE.minConfidence(0.7));
    assertEquals(
        List.of("{1, 5} → {2}", "{4} → {2}", "{5} → {2}", "{2, 5} → {1}", "{5} → {1}"),
        rules.rules().stream().map(Rule::toString).sorted(order()).toList());
    Rule rule =
        rules.rules().stream()
            .filter(r -> r.toString().equals("{1, 5} → {2}"))
            .findAny()
            .orElseThrow();
    assertEquals(2 / 9.0, rule.support());
    assertEquals(1, rule.confidence());
    assertEquals(9 / 7.0, rule.lift());
    assertEquals(4 / 81.0, rule.leverage(), 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, rule.conviction());
    assertEquals(21 / 36.0, rule.pValue(), 1e-12, "2 of 9 baskets drawn among the 7 with item 2");
    assertEquals(18, rules.tests(), "6 pairs in two ways, 2 triples in three");
  }

  private static java.util.Comparator<String> order() {
    return java.util.Comparator.comparing((String rule) -> rule.split("→")[1])
        .reversed()
        .thenComparing(java.util.Comparator.naturalOrder());
  }

  @Test
  void measuresOfARuleWithExceptions() {
    Rule rule =
        AssociationRules.of(Nine.BASKETS, TWO_OF_NINE.minConfidence(0)).rules().stream()
            .filter(r -> r.toString().equals("{1} → {2}"))
            .findAny()
            .orElseThrow();
    assertEquals(4 / 6.0, rule.confidence());
    assertEquals(4 * 9 / 42.0, rule.lift(), 1e-15);
    assertEquals(4 / 9.0 - 42 / 81.0, rule.leverage(), 1e-15);
    assertEquals((2 / 9.0) / (1 / 3.0), rule.conviction(), 1e-15);
  }

  @Test
  void theSameRulesAsSmile() {
    for (long seed = 1; seed <= 5; seed++) {
      Baskets baskets = Nine.independent(seed, 150, 8);
      int[][] rows =
          IntStream.range(0, baskets.size()).mapToObj(baskets::basket).toArray(int[][]::new);
      Map<String, Double> smile = new TreeMap<>();
      ARM.apply(0.4, FPTree.of(9, rows))
          .forEach(rule -> smile.put(key(rule.antecedent) + ">" + key(rule.consequent), rule.lift));
      RuleOptions options =
          RuleOptions.of(new SetOptions(9 / (double) baskets.size(), 8, 10_000))
              .minConfidence(0.4)
              .maxConsequent(8);
      Map<String, Double> ours = new TreeMap<>();
      for (Rule rule : AssociationRules.of(baskets, options).rules()) {
        ours.put(key(baskets, rule.left()) + ">" + key(baskets, rule.right()), rule.lift());
      }
      assertEquals(smile.keySet(), ours.keySet(), "seed " + seed);
      assertTrue(ours.size() > 10, "seed " + seed);
      smile.forEach((rule, lift) -> assertEquals(lift, ours.get(rule), 1e-12, rule));
    }
  }

  private static String key(int[] items) {
    return IntStream.of(items).sorted().boxed().toList().toString();
  }

  private static String key(Baskets baskets, List<String> ids) {
    return key(ids.stream().mapToInt(baskets.items()::number).toArray());
  }

  @Test
  void theOrderOfBasketsDoesNotMatter() {
    Baskets baskets = Nine.independent(3, 200, 10);
    int[] order = RandomStream.of(1, "order").permutation(baskets.size());
    Baskets turned =
        new Baskets(
            baskets.items(),
            IntStream.of(order).mapToObj(baskets::basket).toArray(int[][]::new),
            0);
    RuleOptions options = RuleOptions.of(0.02).minConfidence(0.2);
    assertEquals(
        AssociationRules.of(baskets, options).rules(),
        AssociationRules.of(turned, options).rules());
  }

  @Test
  void eachSettingChangesSomething() {
    RuleOptions all = TWO_OF_NINE.minConfidence(0);
    assertEquals(18, AssociationRules.of(Nine.BASKETS, all).size());
    assertEquals(24, AssociationRules.of(Nine.BASKETS, all.maxConsequent(2)).size());
    assertTrue(AssociationRules.of(Nine.BASKETS, all.minLift(1.1)).size() < 18);
    assertEquals(0, AssociationRules.of(Nine.BASKETS, all.onlySignificant(true)).size());
    assertTrue(
        AssociationRules.of(
                    Nine.BASKETS, all.level(0.6).correction(Correction.NONE).onlySignificant(true))
                .size()
            > 0);
    assertThrows(UserError.class, () -> all.minConfidence(1.1));
    assertThrows(UserError.class, () -> all.level(0));
    assertThrows(UserError.class, () -> all.maxConsequent(0));
    assertThrows(UserError.class, () -> all.minLift(Double.NaN));
  }

  @Test
  void suggestsWhatTheRulesSay() {
    AssociationRules rules = AssociationRules.of(Nine.BASKETS, TWO_OF_NINE.minConfidence(0.6));
    assertEquals(List.of("1", "2"), List.copyOf(rules.suggest(List.of("5"), 2).keySet()));
    assertEquals(Map.of(), rules.suggest(List.of(), 5));
    assertTrue(rules.bundle().plain().contains("conviction"), rules.bundle().plain());
    assertTrue(rules.toString().contains("Holm's correction over 18 tests"), rules.toString());
  }
}
