package lectern.display;

import java.util.Map;

/**
 * The variables of the session, for magics that read and define them by name.
 *
 * <p>The kernel makes its own the ones in force; elsewhere there are none. On the cell's thread
 * only.
 */
public interface Variables {
  /** Names and current values, in the order of definition. Values may be null. */
  Map<String, Object> all();

  /**
   * Defines a variable, or gives a new value to one of that name.
   *
   * @param type public, and visible to code
   * @throws UserError where the name is none in Java
   */
  void define(String name, Class<?> type, Object value) throws Exception;

  /** The variables in force. */
  static Variables current() {
    return CurrentVariables.get();
  }

  /** Makes these the variables in force, for the whole process. */
  static void use(Variables variables) {
    CurrentVariables.set(variables);
  }
}
