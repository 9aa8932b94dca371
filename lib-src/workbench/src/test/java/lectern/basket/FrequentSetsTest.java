package lectern.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import smile.association.FPGrowth;
import smile.association.FPTree;

class FrequentSetsTest {
  private static Map<String, Integer> map(FrequentSets sets) {
    Map<String, Integer> out = new TreeMap<>();
    for (int i = 0; i < sets.size(); i++) {
      out.put(String.join("", sets.items(i)), sets.count(i));
    }
    return out;
  }

  @Test
  void nineBasketsByHand() {
    FrequentSets sets = FrequentSets.of(Nine.BASKETS, new SetOptions(2 / 9.0));
    Map<String, Integer> wanted = new TreeMap<>();
    List.of("1 6", "2 7", "3 6", "4 2", "5 2", "12 4", "13 4", "15 2", "23 4", "24 2", "25 2")
        .forEach(line -> wanted.put(line.split(" ")[0], Integer.valueOf(line.split(" ")[1])));
    wanted.put("123", 2);
    wanted.put("125", 2);
    assertEquals(wanted, map(sets));
    assertEquals(List.of("2"), sets.items(0), "the most frequent first");
    assertEquals(7 / 9.0, sets.support(0));
    assertEquals(2, sets.count(List.of("5", "1", "2")));
    assertEquals(-1, sets.count(List.of("3", "4")));
  }

  @Test
  void theSameSetsAsSmilesFpGrowth() {
    for (long seed = 1; seed <= 10; seed++) {
      Baskets baskets = Nine.independent(seed, 150, 12);
      int least = 9;
      Map<List<Integer>, Integer> smile = new TreeMap<>(FrequentSetsTest::compare);
      int[][] rows = new int[baskets.size()][];
      Arrays.setAll(rows, baskets::basket);
      FPGrowth.apply(FPTree.of(least, rows))
          .forEach(
              set ->
                  smile.put(
                      FrequentSets.key(Arrays.stream(set.items).sorted().toArray()), set.support));
      Map<List<Integer>, Integer> ours = new TreeMap<>(FrequentSetsTest::compare);
      FrequentSets.of(baskets, new SetOptions(least / (double) baskets.size(), 12, 100_000))
          .found()
          .forEach(set -> ours.put(FrequentSets.key(set.items()), set.count()));
      assertEquals(smile, ours, "seed " + seed);
      assertTrue(ours.size() > 30, "seed " + seed + ": " + ours.size());
    }
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return a.toString().compareTo(b.toString());
  }

  @Test
  void aLargerSetIsInNoMoreBaskets() {
    for (long seed = 1; seed <= 20; seed++) {
      FrequentSets sets = FrequentSets.of(Nine.independent(seed, 100, 10), new SetOptions(0.05));
      for (int i = 0; i < sets.size(); i++) {
        List<String> items = sets.items(i);
        for (String dropped : items.size() > 1 ? items : List.<String>of()) {
          List<String> part = new ArrayList<>(items);
          part.remove(dropped);
          assertTrue(sets.count(part) >= sets.count(i), "seed " + seed + ": " + items);
        }
      }
    }
  }

  @Test
  void eachSettingChangesSomething() {
    Baskets baskets = Nine.BASKETS;
    assertEquals(13, FrequentSets.of(baskets, new SetOptions(2 / 9.0)).size());
    assertEquals(11, FrequentSets.of(baskets, new SetOptions(2 / 9.0, 2, 100)).size());
    assertEquals(3, FrequentSets.of(baskets, new SetOptions(0.5)).size());
    assertThrows(UserError.class, () -> new SetOptions(0));
    assertThrows(UserError.class, () -> new SetOptions(1.1));
    assertThrows(UserError.class, () -> new SetOptions(0.1, 0, 1));
  }

  @Test
  void tooManySetsAreRefusedBeforeTheyFillTheMemory() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add("i" + i);
    }
    Baskets same = Baskets.of(List.of(many, many));
    String said =
        assertThrows(UserError.class, () -> FrequentSets.of(same, new SetOptions(1, 100, 1000)))
            .getMessage();
    assertEquals(
        "More than 1000 sets of up to 100 items are in at least 2 of the 2 baskets: raise"
            + " minSupport above 1.0, or lower maxSize. Nothing was kept.",
        said);
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> FrequentSets.of(Nine.BASKETS, new SetOptions(2 / 9.0)));
    Thread.interrupted();
  }
}
