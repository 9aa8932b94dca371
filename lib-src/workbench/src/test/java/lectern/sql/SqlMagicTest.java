package lectern.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import lectern.display.Magic;
import lectern.display.UserError;
import lectern.display.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class SqlMagicTest {
  private final Map<String, Object> session = new LinkedHashMap<>();
  private Variables before;

  @BeforeEach
  void begin() {
    before = Variables.current();
    session.put("numbers", Table.create("t", IntColumn.create("n", 1, 2, 3)));
    Variables.use(
        new Variables() {
          @Override
          public Map<String, Object> all() {
            return session;
          }

          @Override
          public void define(String name, Class<?> type, Object value) {
            assertEquals(Table.class, type);
            session.put(name, value);
          }
        });
  }

  @AfterEach
  void putBack() {
    Variables.use(before);
  }

  private static Magic magic(boolean ofCell) {
    return ServiceLoader.load(Magic.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(magic -> magic.name().equals("sql") && magic.takesBody() == ofCell)
        .findFirst()
        .orElseThrow();
  }

  private static Object value(String arguments, String body) throws Exception {
    return magic(true).run(arguments, body).orElseThrow();
  }

  @Test
  void theResultIsATable() throws Exception {
    Table table = (Table) value("", "SELECT n * 2 AS twice\nFROM numbers -- all\nWHERE n > 1");
    assertEquals(2, table.rowCount());
    assertEquals(1, ((Table) magic(false).run("SELECT 'a'", "").orElseThrow()).rowCount());
  }

  @Test
  void theResultBecomesAVariable() throws Exception {
    assertEquals(
        Optional.empty(), magic(true).run("--out big", "SELECT * FROM numbers WHERE n > 1"));
    assertEquals(2, ((Table) session.get("big")).rowCount());
    assertEquals("big", ((Table) session.get("big")).name());
    assertEquals(Optional.empty(), magic(false).run("最大 << SELECT max(n) FROM big", ""));
    assertEquals(3, ((Table) session.get("最大")).intColumn(0).get(0));
    UserError none =
        assertThrows(
            UserError.class, () -> magic(true).run("--out x", "CREATE TABLE made (a INT)"));
    assertTrue(none.getMessage().startsWith("The statement gives no table for x."));
    assertThrows(UserError.class, () -> magic(true).run("--out", "")).getMessage();
  }
}
