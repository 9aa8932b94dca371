package lectern.kernel.magic;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.SourceVersion;
import lectern.display.UserError;
import lectern.display.Variables;
import lectern.kernel.cell.CellEngine;
import lectern.kernel.cell.CellSource;

/** The engine's variables. */
public final class SessionVariables implements Variables {
  /** A value on its way into a variable; the code that defines that takes it. */
  private static final ThreadLocal<Object> HANDED = new ThreadLocal<>();

  private final CellEngine engine;

  SessionVariables(CellEngine engine) {
    this.engine = engine;
  }

  @Override
  public Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    engine.variables().forEach(variable -> all.put(variable.name(), variable.value()));
    return all;
  }

  @Override
  public void define(String name, Class<?> type, Object value) throws Exception {
    if (!SourceVersion.isName(name) || name.contains(".")) {
      throw new UserError("Not a name for a variable: " + name + ". Use letters and digits.");
    }
    HANDED.set(value);
    try {
      String typeName = type.getCanonicalName();
      String taken = "(" + typeName + ") " + SessionVariables.class.getName() + ".handed()";
      engine.evaluate(
          new CellSource(typeName + " " + name + " = " + taken + ";", "variable " + name, 1));
    } finally {
      HANDED.remove();
    }
  }

  /** For the line that defines a variable, and nobody else. */
  public static Object handed() {
    return HANDED.get();
  }
}
