package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionsTest {
  private static Interactions small() {
    return Interactions.builder()
        .add("bob", "java", 3)
        .add("ann", "sql", 5)
        .add("ann", "java", 0)
        .build();
  }

  @Test
  void rowsByUserAndItem() {
    Interactions log = small();
    assertEquals(3, log.size());
    assertEquals("ann", log.users().id(0));
    assertEquals(2, log.sizeOf(0));
    assertArrayEquals(new int[] {0, 1}, log.itemsOf(0));
    assertEquals(OptionalDouble.of(0), log.value("ann", "java"));
    assertEquals(OptionalDouble.empty(), log.value("bob", "sql"));
    assertEquals(OptionalDouble.empty(), log.value("bob", "c"));
    assertEquals(OptionalDouble.empty(), log.value("eve", "sql"));
    assertEquals(5, log.row(0).value(1));
    assertEquals(1, log.row(0).item(1));
    assertEquals(2, log.row(0).size());
    assertThrows(IndexOutOfBoundsException.class, () -> log.row(1).value(1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.row(2));
    assertEquals(8 / 3.0, log.meanValue());
    assertEquals(0.75, log.density());
    assertFalse(log.hasTimes());
    assertThrows(IllegalStateException.class, () -> log.time(0));
    assertEquals(DenseMatrix.of(new double[][] {{0, 5}, {3, 0}}), log.toDense());
    assertEquals(2, log.byItem().rowSize(0));
    assertEquals("3 interactions of 2 users with 2 items (75.00 % of all pairs)", log.toString());
  }

  @Test
  void theOrderOfRowsChangesNothing() {
    for (long seed = 1; seed <= 20; seed++) {
      RandomStream random = RandomStream.of(seed, "order");
      int[] order = random.permutation(60);
      InteractionsBuilder straight = Interactions.builder();
      InteractionsBuilder mixed = Interactions.builder();
      for (int i = 0; i < 60; i++) {
        straight.add(i % 13, i % 17, i, 1000 + i);
        mixed.add(order[i] % 13, order[i] % 17, order[i], 1000 + order[i]);
      }
      Interactions one = straight.build();
      assertEquals(one, mixed.build(), "seed " + seed);
      assertEquals(one.hashCode(), mixed.build().hashCode(), "seed " + seed);
      assertEquals(one.checksum(), mixed.build().checksum(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP_LAST, 7, 30",
    "KEEP_FIRST, 2, 10",
    "SUM, 13, 30",
    "MEAN, 4.333333333333333, 30",
    "MAX, 7, 30",
  })
  void duplicatesAreJoinedByTheRuleAndCounted(DuplicateRule rule, double value, long time) {
    Interactions log =
        Interactions.builder()
            .duplicates(rule)
            .add(1, 1, 4, 20)
            .add(1, 1, 7, 30)
            .add(1, 1, 2, 10)
            .add(1, 2, 9, 5)
            .build();
    assertEquals(value, log.value(0));
    assertEquals(time, log.time(0));
    assertEquals(9, log.row(0).value(1));
    assertEquals(5, log.row(0).time(1));
    assertEquals(new Interactions.Duplicates(rule, 4, 2), log.duplicates());
  }

  @Test
  void withoutTimesTheOrderAddedDecides() {
    InteractionsBuilder rows = Interactions.builder().add(1, 1, 4).add(1, 1, 7).add(1, 1, 2);
    assertEquals(2, rows.build().value(0));
    assertEquals(4, rows.duplicates(DuplicateRule.KEEP_FIRST).build().value(0));
    rows.duplicates(DuplicateRule.REFUSE);
    assertTrue(
        assertThrows(UserError.class, rows::build)
            .getMessage()
            .startsWith("User \"1\" and item \"1\" stand in 3 rows."));
  }

  @Test
  void usersAndItemsWithoutRowsAreKept() {
    Interactions log =
        Interactions.builder().user("zoe").user("amy").item("none").add("bob", "java").build();
    assertEquals(3, log.userCount());
    assertEquals(0, log.sizeOf(0));
    assertEquals(1, log.sizeOf(1));
    assertEquals(0, log.sizeOf(2));
    assertEquals(1, log.value(0));
    Interactions empty = Interactions.builder().build();
    assertEquals(0, empty.size());
    assertEquals(0, empty.toDense().rows());
    assertTrue(Double.isNaN(empty.meanValue()));
  }

  @Test
  void partsKeepTheirNumbers() {
    Interactions log =
        Interactions.builder().add(1, 1, 4, 9).add(1, 2, 5, 8).add(2, 1, 6, 7).build();
    Interactions part = log.keep(new boolean[] {false, true, true});
    assertEquals(log.users(), part.users());
    assertEquals(2, part.size());
    assertArrayEquals(new int[] {1}, part.itemsOf(0));
    assertEquals(8, part.time(0));
    assertEquals(6, part.value(1));
    assertThrows(IllegalArgumentException.class, () -> log.keep(new boolean[2]));
  }

  @Test
  void theChecksumMovesWithEveryPart() {
    String base = Interactions.builder().add(1, 2, 3, 4).build().checksum();
    assertEquals(64, base.length());
    assertEquals(base, Interactions.builder().add(1, 2, 3, 4).build().checksum());
    for (Interactions other :
        new Interactions[] {
          Interactions.builder().add(9, 2, 3, 4).build(),
          Interactions.builder().add(1, 9, 3, 4).build(),
          Interactions.builder().add(1, 2, 9, 4).build(),
          Interactions.builder().add(1, 2, 3, 9).build(),
          Interactions.builder().add(1, 2, 3).build(),
          Interactions.builder().add(1, 2, 3, 4).item("9").build(),
        }) {
      assertNotEquals(base, other.checksum());
      assertNotEquals(Interactions.builder().add(1, 2, 3, 4).build(), other);
    }
  }

  /** Golden: hashlib over the bytes that the documentation of checksum() describes. */
  @Test
  void theChecksumIsTheDocumentedOne() {
    assertEquals(
        "0f9bda691416ee9b221782671631adfdd855f4256b19afba672e041ec4b9a12d",
        Interactions.builder().add("ann", "课", 2.5, 7).build().checksum());
  }

  @Test
  void wrongRowsAreRefused() {
    InteractionsBuilder rows = Interactions.builder().add("a", "b");
    assertThrows(UserError.class, () -> rows.add("", "b"));
    assertThrows(UserError.class, () -> rows.add("a", null));
    assertEquals(
        "The value of user \"a\" and item \"b\" must be a finite number between -1e15 and 1e15,"
            + " not NaN: models score in single precision. Drop or cap it first.",
        assertThrows(UserError.class, () -> rows.add("a", "b", Double.NaN)).getMessage());
    rows.add("a", "c", 1, 5);
    assertEquals(
        "1 of 2 rows have a time: give every row one, or none.",
        assertThrows(UserError.class, rows::build).getMessage());
  }

  @Test
  void theArticlesTableInBothReadings() {
    OmnichannelRatings ratings = Datasets.omnichannelRatings();
    assertEquals(
        DenseMatrix.of(
            new double[][] {
              {1, 0, 5, 0, 3}, {0, 5, 0, 4, 0}, {3, 0, 0, 3, 4}, {0, 0, 4, 0, 3}, {5, 4, 0, 3, 1}
            }),
        ratings.matrix());
    assertEquals(14, ratings.interactions().size());
    assertEquals(ratings.matrix(), ratings.interactions().toDense());
    assertEquals(OptionalDouble.of(5), ratings.interactions().value("1", "3"));
  }

  @Test
  void onesKeepPairsAndTimesAndForgetValues() {
    Interactions ones =
        Interactions.builder().add("a", "x", 4, 7).add("b", "y", 2, 9).build().ones();
    assertEquals(1, ones.value("a", "x").orElseThrow());
    assertEquals(1, ones.value("b", "y").orElseThrow());
    assertEquals(9, ones.time(1));
    assertTrue(ones.value("a", "y").isEmpty());
  }

  /** Rows of the file: c at 5, b at 3, a at 5. So b, c, a. */
  @Test
  void placesFollowTimeAndThenTheFile() {
    Interactions all =
        Interactions.builder().add("u", "a", 1, 5).add("u", "b", 1, 3).add("u", "c", 1, 5).build();
    Interactions places = new RatingsInFileOrder(all, new int[] {2, 1, 0}).placesAsTimes();
    assertEquals(2, places.time(0));
    assertEquals(0, places.time(1));
    assertEquals(1, places.time(2));
    Interactions timeless = Interactions.builder().add("u", "a", 1).build();
    assertThrows(
        UserError.class, () -> new RatingsInFileOrder(timeless, new int[1]).placesAsTimes());
  }
}
