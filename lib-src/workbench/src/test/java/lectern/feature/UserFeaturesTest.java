package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class UserFeaturesTest {
  private static final UserFeatures SOME =
      UserFeatures.of(List.of("b", "a"), List.of("x", "y"), new double[][] {{1, 2}, {3, 4}});

  @Test
  void columnsAreChosenByNameAndUsersById() {
    assertArrayEquals(new double[] {2, 4}, SOME.column("y"));
    assertEquals(3, SOME.get("a", "x"));
    assertEquals(List.of("y", "x"), SOME.select("y", "x").names());
    assertEquals(2, SOME.select("y", "x").get("b", "y"));
    assertEquals(SOME.select("y"), SOME.without("x"));
    assertEquals(List.of("a"), SOME.forUsers(List.of("a")).users().ids());
    assertEquals(3, SOME.forUsers(List.of("a")).get("a", "x"));
  }

  @Test
  void isReadFromATableWithoutTextAndUserColumn() {
    Table table =
        Table.create(
            IntColumn.create("user", new int[] {7, 8}),
            DoubleColumn.create("x", 1.5, Double.NaN),
            StringColumn.create("city", "a", "b"));
    UserFeatures features = UserFeatures.of(table, "user");
    assertEquals(List.of("x"), features.names());
    assertEquals(1.5, features.get("7", "x"));
    assertTrue(Double.isNaN(features.get("8", "x")));
    assertEquals(List.of("user", "x"), features.table().columnNames());
    assertEquals(1, features.summary().doubleColumn("missing").get(0));
  }

  @Test
  void showsItsTableAndSaysWhatItHolds() {
    assertEquals("2 features of 2 users: x, y", SOME.toString());
    assertTrue(SOME.bundle().plain().contains("a"), SOME.bundle().plain());
  }

  @Test
  void mistakesAreNamed() {
    String name = assertThrows(UserError.class, () -> SOME.column("z")).getMessage();
    assertEquals("There is no feature \"z\"; there are: [x, y].", name);
    assertThrows(UserError.class, () -> SOME.get("c", "x"));
    assertThrows(UserError.class, () -> SOME.plus(SOME));
    assertThrows(UserError.class, () -> SOME.plus(SOME.forUsers(List.of("a", "b"))));
    assertThrows(UserError.class, () -> UserFeatures.of(SOME.table(), "id"));
  }
}
