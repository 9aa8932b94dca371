package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ColdInDomainTest {
  private static final List<String> ART = List.of("a", "b");

  private static Interactions data() {
    var rows = Interactions.builder().add("only art", "a", 1).add("no art", "x", 1);
    for (int u = 0; u < 10; u++) {
      rows.add("both " + u, "a", 1).add("both " + u, "x", 1).add("both " + u, "b", 1);
    }
    return rows.build();
  }

  @Test
  void coldUsersLoseTheDomainWholeAndNothingElse() {
    Split split = ColdInDomain.of(data(), ART, 0.3, 1);
    assertEquals(3, split.testUsers());
    for (int u = 0; u < split.test().userCount(); u++) {
      if (split.test().sizeOf(u) > 0) {
        assertTrue(split.test().users().id(u).startsWith("both"));
        assertEquals(2, split.test().sizeOf(u));
        assertEquals(1, split.train().sizeOf(u));
        assertEquals("x", split.train().items().id(split.train().item(split.train().start(u))));
      }
    }
    assertEquals(10, ColdInDomain.of(data(), ART, 1, 1).testUsers());
    assertEquals(1, ColdInDomain.of(data(), ART, 0.001, 1).testUsers());
    assertTrue(split.how().contains("3 users, of 10"));
  }

  @Test
  void whatCannotBeTestedIsRefused() {
    assertThrows(UserError.class, () -> ColdInDomain.of(data(), ART, 0, 1));
    assertThrows(UserError.class, () -> ColdInDomain.of(data(), ART, Double.NaN, 1));
    assertThrows(UserError.class, () -> ColdInDomain.of(data(), List.of("q"), 0.5, 1));
  }
}
