package lectern.basket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class ShuffleCheckTest {
  private static final RuleOptions OPTIONS = RuleOptions.of(0.03).minConfidence(0.6);

  /** Bread and butter go together, everything else does not. */
  private static Baskets bread(long seed) {
    RandomStream random = RandomStream.of(seed, "bread");
    List<List<String>> lists = new ArrayList<>();
    for (int b = 0; b < 300; b++) {
      List<String> list = new ArrayList<>();
      if (random.nextDouble() < 0.2) {
        list.add("bread");
        list.addAll(random.nextDouble() < 0.9 ? List.of("butter") : List.of());
      }
      for (int i = 0; i < 8; i++) {
        list.addAll(random.nextDouble() < 0.15 ? List.of("i" + i) : List.of());
      }
      lists.add(list);
    }
    return Baskets.of(lists);
  }

  @Test
  void aRuleThatIsThereIsFoundAndSurvivesShuffling() {
    for (long seed = 1; seed <= 5; seed++) {
      Baskets baskets = bread(seed);
      List<Rule> significant = AssociationRules.of(baskets, OPTIONS).significant();
      String all = significant.toString();
      assertTrue(all.contains("{bread} → {butter}") && all.contains("{butter} → {bread}"), all);
      ShuffleCheck check = ShuffleCheck.of(baskets, OPTIONS, 19, seed);
      assertEquals(0.05, check.pValue(), 1e-12, "no shuffle has as many rules; seed " + seed);
    }
  }

  @Test
  void shufflingKeepsSizesAndPopularityAndBreaksWhatBelongsTogether() {
    Baskets baskets = bread(1);
    Baskets shuffled = ShuffledBaskets.of(baskets, 7, 0);
    assertArrayEquals(baskets.counts(), shuffled.counts());
    int moved = 0;
    for (int b = 0; b < baskets.size(); b++) {
      assertEquals(baskets.basket(b).length, Arrays.stream(shuffled.basket(b)).distinct().count());
      moved += Arrays.equals(baskets.basket(b), shuffled.basket(b)) ? 0 : 1;
    }
    assertTrue(moved > baskets.size() / 2, "moved " + moved);
  }

  @Test
  void wrongAlarmsInBasketsOfChanceAreRarerThanTheLevelSays() {
    int alarms = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Baskets chance = Nine.independent(seed, 200, 10);
      alarms +=
          AssociationRules.of(chance, OPTIONS.minConfidence(0)).significant().isEmpty() ? 0 : 1;
    }
    assertTrue(alarms <= 10, alarms + " of 100 at a level of 0.05");
    ShuffleCheck check = ShuffleCheck.of(bread(2), OPTIONS.minConfidence(0), 60, 3);
    assertTrue(check.falseAlarms() <= 0.15, check.toString());
    assertTrue(check.bundle().plain().contains("shuffled, most"));
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    ShuffleCheck one = Parallel.withThreads(1, () -> ShuffleCheck.of(bread(1), OPTIONS, 20, 5));
    ShuffleCheck three = Parallel.withThreads(3, () -> ShuffleCheck.of(bread(1), OPTIONS, 20, 5));
    assertArrayEquals(one.shuffledRules(), three.shuffledRules());
    assertArrayEquals(one.shuffledSignificant(), three.shuffledSignificant());
    Baskets other = ShuffledBaskets.of(bread(1), 6, 0);
    assertNotEquals(
        Arrays.deepToString(ShuffledBaskets.of(bread(1), 5, 0).array()),
        Arrays.deepToString(other.array()));
    assertThrows(UserError.class, () -> ShuffleCheck.of(bread(1), OPTIONS, 0, 1));
  }
}
