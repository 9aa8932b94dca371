package lectern.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {
  private static List<String> words(String sql) {
    return List.copyOf(SqlText.of(sql).words());
  }

  @Test
  void namesOutsideStringsAndComments() {
    assertEquals(
        List.of("SELECT", "a", "FROM", "评分", "my \"own\" table"),
        words("SELECT a, 'it''s b', 1e5 -- c\nFROM 评分, /* d */ \"my \"\"own\"\" table\""));
    assertEquals(List.of("SELECT"), words("SELECT 'never closed"));
    assertEquals(List.of(), words(" -- nothing\n"));
  }

  @Test
  void parametersAreNoCastsSlicesOrStructs() {
    SqlText text =
        SqlText.of("SELECT x::INT, l[a:b], {'k':v}, ':no' FROM t WHERE x >= :limit AND y=:limit");
    assertEquals(List.of("limit", "limit"), text.parameters());
    assertEquals("SELECT x::INT, l[a:b], {'k':v}, ':no' FROM t WHERE x >= ? AND y=?", text.sql());
  }
}
