package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import lectern.data.IdIndex;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.Parallel;
import lectern.recommend.Exclude;
import lectern.recommend.Popularity;
import org.junit.jupiter.api.Test;

/** Novelty, diversity, coverage, exposure, and gaps between groups. */
class BeyondAccuracyTest {
  private static final ItemSet NONE = ItemSet.of();

  /** Four users: all have a, two have b, one has c, nobody d. */
  private static Interactions four() {
    return Interactions.builder()
        .add("1", "a")
        .add("2", "a")
        .add("3", "a")
        .add("4", "a")
        .add("1", "b")
        .add("2", "b")
        .add("3", "c")
        .item("d")
        .build();
  }

  @Test
  void noveltyIsTheInformationOfWhatIsSuggested() {
    var novelty = new NoveltyAt(3, four());
    assertEquals(0, novelty.of(new int[] {0}, NONE), 1e-15);
    assertEquals(1, novelty.of(new int[] {1}, NONE), 1e-15);
    assertEquals(2, novelty.of(new int[] {2}, NONE), 1e-15);
    assertEquals(3, novelty.of(new int[] {3}, NONE), 1e-15, "as if half a user had it");
    assertEquals(1, novelty.of(new int[] {0, 1, 2, 3}, NONE), 1e-15, "only the first three");
    assertTrue(Double.isNaN(novelty.of(new int[0], NONE)));
  }

  @Test
  void diversityIsTheMeanDistanceOfPairs() {
    var fields = ItemDistance.ofCategories(List.of("art", "art", "law", "law"));
    var diversity = new DiversityAt(3, fields);
    assertEquals(0, diversity.of(new int[] {0, 1}, NONE));
    assertEquals(2 / 3.0, diversity.of(new int[] {0, 1, 2}, NONE), 1e-15);
    assertEquals(1, new DiversityAt(2, fields).of(new int[] {0, 2, 3}, NONE));
    assertTrue(Double.isNaN(diversity.of(new int[] {0}, NONE)));
  }

  @Test
  void distances() {
    var sets = ItemDistance.ofSets(List.of(Set.of("x", "y"), Set.of("y", "z"), Set.of(), Set.of()));
    assertEquals(1 - 1 / 3.0, sets.between(0, 1), 1e-15);
    assertEquals(1, sets.between(0, 2));
    assertEquals(0, sets.between(2, 3));
    var rows = DenseMatrix.of(new double[][] {{1, 0}, {0, 2}, {-3, 0}, {0, 0}});
    var angle = ItemDistance.ofFeatures(rows);
    assertEquals(0.5, angle.between(0, 1));
    assertEquals(1, angle.between(0, 2));
    assertEquals(0, angle.between(1, 1));
    assertEquals(0.5, angle.between(0, 3), "nothing known of item 3");
    var broken = DenseMatrix.of(new double[][] {{Double.NaN, 0}});
    assertThrows(UserError.class, () -> ItemDistance.ofFeatures(broken));
  }

  private static SuggestedLists lists(int[]... lists) {
    return SuggestedLists.of("mine", IdIndex.of(List.of("a", "b", "c", "d")), 2, lists);
  }

  @Test
  void overlapIsTheShareOfEachListThatBothHave() {
    var first = lists(new int[] {0, 1}, new int[] {2}, new int[0]);
    var second = lists(new int[] {1, 3}, new int[] {2, 0}, new int[] {1});
    assertEquals((0.5 + 1) / 2, first.overlap(second));
    assertEquals((0.5 + 0.5 + 0) / 3, second.overlap(first), 1e-15);
    assertEquals(1, second.overlap(second));
    assertTrue(Double.isNaN(lists(new int[0]).overlap(lists(new int[] {1}))));
    assertThrows(UserError.class, () -> first.overlap(lists(new int[] {1})));
  }

  @Test
  void coverageAndGini() {
    assertEquals(0.5, lists(new int[] {0, 1}, new int[] {1, 0}).coverage());
    assertEquals(0, lists(new int[] {0, 1}, new int[] {2, 3}).gini(), 1e-15, "all alike");
    assertEquals(0.75, lists(new int[] {0}, new int[] {0}).gini(), 1e-15, "one of four takes all");
    assertTrue(Double.isNaN(lists(new int[0]).gini()));
    assertEquals(0.5, lists(new int[] {0}, new int[] {2, 3}).shortLists());
    assertArrayEquals(new int[] {1, 2}, lists(new int[] {1, 2, 3}).list(0), "cut at k");
    assertThrows(UserError.class, () -> lists(new int[] {4}));
  }

  @Test
  void listsOfAModelAreTheSameOnOneThreadAndOnThree() {
    var data = four();
    Supplier<SuggestedLists> make =
        () -> SuggestedLists.of(Popularity.fit(data), 2, Exclude.seen(data));
    SuggestedLists one = Parallel.withThreads(1, make);
    SuggestedLists three = Parallel.withThreads(3, make);
    for (int user = 0; user < 4; user++) {
      assertArrayEquals(one.list(user), three.list(user));
    }
    assertArrayEquals(new int[] {2, 3}, one.list(0), "a and b were had");
    assertTrue(one.toString().startsWith("popularity: lists of 2 for 4 users"), one.toString());
  }

  @Test
  void exposureOfGroups() {
    var exposure =
        Exposure.of(lists(new int[] {0, 2}, new int[] {1, 3}), List.of("x", "x", "y", "y"), four());
    double second = StrictMath.log(2) / StrictMath.log(3);
    var x = exposure.groups().get(0);
    assertEquals(0.5, x.ofCatalogue());
    assertEquals(6 / 7.0, x.ofDemand(), 1e-15);
    assertEquals(1 / (1 + second), x.exposure(), 1e-15);
    assertEquals(6 / 7.0 - 1 / (1 + second), exposure.largestGap(), 1e-12);
    assertEquals(1, exposure.groups().stream().mapToDouble(Exposure.Group::exposure).sum(), 1e-12);
    var one = lists(new int[] {0});
    assertThrows(UserError.class, () -> Exposure.of(one, List.of("x"), four()));
  }
}
