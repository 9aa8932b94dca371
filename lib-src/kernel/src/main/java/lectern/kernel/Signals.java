package lectern.kernel;

import java.lang.reflect.Proxy;
import lectern.kernel.wire.Log;

/** SIGINT as "stop the cell", where this Java and this system know it. */
final class Signals {
  private Signals() {}

  /** Runs that instead of ending the process. Java offers it in an unsupported class only. */
  static void onInterrupt(Runnable action) {
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
                return method.getName().equals("hashCode") ? (Object) 1 : "interrupt";
              });
      Object sigint = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, sigint, handling);
    } catch (ReflectiveOperationException | RuntimeException e) {
      Log.say("SIGINT ends this process; use the interrupt button");
    }
  }
}
