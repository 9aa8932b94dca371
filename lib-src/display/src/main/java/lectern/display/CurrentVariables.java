package lectern.display;

import java.util.Map;
import java.util.Objects;

/** Holds the variables in force; before any session there are none. */
final class CurrentVariables {
  private static volatile Variables current = new None();

  private CurrentVariables() {}

  static Variables get() {
    return current;
  }

  static void set(Variables variables) {
    current = Objects.requireNonNull(variables, "variables");
  }

  private static final class None implements Variables {
    @Override
    public Map<String, Object> all() {
      return Map.of();
    }

    @Override
    public void define(String name, Class<?> type, Object value) {
      throw new UserError("There is no session in which to define " + name + ".");
    }
  }
}
