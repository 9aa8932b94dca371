package lectern.kernel;

import java.lang.reflect.Proxy;

/** Signals of the operating system, where this Java and this system know them. */
final class Signals {
  private Signals() {}

  /**
   * Runs that instead of ending the process. Java offers it in an unsupported class only.
   *
   * @param name such as {@code INT}
   * @return false where it cannot be had
   */
  static boolean on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object handling =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                  return null;
                }
                return method.getName().equals("hashCode") ? (Object) 1 : "lectern " + name;
              });
      Object wanted = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, wanted, handling);
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }
}
