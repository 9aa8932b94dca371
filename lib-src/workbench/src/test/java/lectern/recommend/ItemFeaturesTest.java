package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.data.IdIndex;
import lectern.display.UserError;
import lectern.math.DenseMatrix;
import lectern.math.SparseMatrix;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ItemFeaturesTest {
  @Test
  void labelsComeFromATable() {
    Table films =
        Table.create(
            StringColumn.create("film", "7", "3", "5"),
            StringColumn.create("genres", "War, Drama", "", "Drama"));
    ItemFeatures genres = ItemFeatures.ofTable(films, "film", "genres", ", ");
    assertEquals(List.of("3", "5", "7"), genres.items().ids());
    assertEquals(List.of("Drama", "War"), genres.names().ids());
    assertEquals(DenseMatrix.wrap(3, 2, new double[] {0, 0, 1, 0, 1, 1}), genres.rows().toDense());
    assertEquals("3 items with 2 features", genres.toString());
    SparseMatrix wanted = genres.rowsOf(IdIndex.inThisOrder(List.of("7", "9", "5")));
    assertEquals(DenseMatrix.wrap(3, 2, new double[] {1, 1, 0, 0, 1, 0}), wanted.toDense());
    assertEquals(
        List.of("a, b"),
        ItemFeatures.ofTable(
                Table.create(StringColumn.create("i", "1"), StringColumn.create("l", "a, b")),
                "i",
                "l",
                "")
            .names()
            .ids());
  }

  @Test
  void featuresAreAskedForBothWays() {
    ItemFeatures genres =
        ItemFeatures.ofLabels(
            Map.of("7", List.of("War", "Drama"), "3", List.of(), "5", List.of("Drama")));
    assertEquals(List.of("5", "7"), genres.itemsWith("Drama"));
    assertEquals(List.of("7"), genres.itemsWith("War"));
    assertEquals(
        List.of(Set.of("War", "Drama"), Set.of(), Set.of()),
        genres.namesOf(IdIndex.inThisOrder(List.of("7", "9", "3"))));
    String said = assertThrows(UserError.class, () -> genres.itemsWith("Comedy")).getMessage();
    assertEquals("There is no feature \"Comedy\"; there are [Drama, War].", said);
  }

  @Test
  void theChecksumKnowsIdsNamesAndNumbers() {
    ItemFeatures one = ItemFeatures.ofLabels(Map.of("a", List.of("x")));
    assertEquals(one.checksum(), ItemFeatures.ofLabels(Map.of("a", List.of("x"))).checksum());
    assertNotEquals(one.checksum(), ItemFeatures.ofLabels(Map.of("b", List.of("x"))).checksum());
    assertNotEquals(one.checksum(), ItemFeatures.ofLabels(Map.of("a", List.of("y"))).checksum());
    var two = ItemFeatures.of(List.of("a"), List.of("x"), DenseMatrix.wrap(1, 1, new double[] {2}));
    assertNotEquals(one.checksum(), two.checksum());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    IdIndex one = IdIndex.of(List.of("a"));
    var wide = SparseMatrix.ofNonZero(DenseMatrix.wrap(1, 2, new double[] {1, 2}));
    assertThrows(UserError.class, () -> new ItemFeatures(one, one, wide));
    var wrong = DenseMatrix.wrap(1, 1, new double[] {Double.NaN});
    assertThrows(UserError.class, () -> ItemFeatures.of(List.of("a"), List.of("x"), wrong));
  }
}
