package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class GroupsTest {
  private static final List<String> IDS = List.of("b", "z", "a", "c");

  private static Table table() {
    return Table.create(
        "people",
        StringColumn.create("user", "a", "b", "c"),
        StringColumn.create("city", "Bonn", "", "Ulm"),
        DoubleColumn.create("age", 24.0, 25.0, 61.5));
  }

  @Test
  void theHeadMakesUpHalfOfWhatIsTaken() {
    var rows = Interactions.builder().item("d").item("e");
    int[] times = {3, 2, 5};
    for (int i = 0; i < 3; i++) {
      for (int u = 0; u < times[i]; u++) {
        rows.add("u" + u, List.of("a", "b", "c").get(i), 1);
      }
    }
    // Taken 10 times: c 5 (head), a 3 (begins at 0.5), b 2 (begins at 0.8), d and e never.
    assertEquals(
        List.of("2 middle", "3 tail", "1 head", "3 tail", "3 tail"),
        Groups.byPopularity(rows.build()));
    assertEquals(List.of("3 tail"), Groups.byPopularity(Interactions.builder().item("a").build()));
  }

  @Test
  void columnsGiveTextsAndBands() {
    assertEquals(
        List.of("unknown", "unknown", "Bonn", "Ulm"), Groups.byColumn(IDS, table(), "city"));
    assertEquals(
        List.of("25 to under 61.5", "unknown", "under 25", "from 61.5"),
        Groups.byBands(IDS, table(), "age", 25, 61.5));
    assertEquals(List.of("from 5"), Groups.byBands(List.of("a"), table(), "age", 5));
  }

  @Test
  void bandsMustRise() {
    assertThrows(UserError.class, () -> Groups.byBands(IDS, table(), "age"));
    assertThrows(UserError.class, () -> Groups.byBands(IDS, table(), "age", 40, 25));
    assertThrows(UserError.class, () -> Groups.byBands(IDS, table(), "age", Double.NaN, 25));
  }
}
