package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class IdIndexTest {
  @Test
  void wholeNumbersAreOrderedByValueOthersAsText() {
    assertEquals(List.of("-3", "2", "10"), IdIndex.of(List.of("10", "2", "-3", "2")).ids());
    assertEquals(List.of("10", "2", "b"), IdIndex.of(List.of("b", "2", "10")).ids());
    assertEquals(List.of("007", "10", "2"), IdIndex.of(List.of("2", "10", "007")).ids());
    assertEquals(List.of("0", "课程"), IdIndex.of(List.of("课程", "0")).ids());
    String large = "9999999999999999999999";
    assertEquals(List.of("10", "2", large), IdIndex.of(List.of(large, "2", "10")).ids());
  }

  @Test
  void numbersAndIdsBothWays() {
    IdIndex ids = IdIndex.of(List.of("5", "3"));
    assertEquals(1, ids.number("5"));
    assertEquals(0, ids.number(3));
    assertEquals(-1, ids.number(4));
    assertEquals(-1, ids.number("x"));
    assertEquals("5", ids.id(1));
    assertEquals(5, ids.idAsLong(1));
    IdIndex names = IdIndex.of(List.of("ann", "-"));
    assertThrows(UserError.class, () -> names.idAsLong(0));
    assertThrows(UserError.class, () -> names.idAsLong(1));
    assertEquals(IdIndex.of(List.of("3", "5")), ids);
    assertEquals(IdIndex.of(List.of("3", "5")).hashCode(), ids.hashCode());
    assertNotEquals(IdIndex.inThisOrder(List.of("5", "3")), ids);
    assertThrows(UserError.class, () -> IdIndex.inThisOrder(List.of("a", "a")));
  }
}
