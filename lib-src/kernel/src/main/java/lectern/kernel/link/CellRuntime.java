package lectern.kernel.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What compiled cells call. Their names begin with a dollar sign: users do not write such names.
 */
public final class CellRuntime {
  /** Stands for no value. */
  public static final Object $NOTHING = new Object();

  private CellRuntime() {}

  /** An expression with a value. */
  @FunctionalInterface
  public interface Value {
    Object get() throws Throwable;
  }

  /** An expression without one. */
  @FunctionalInterface
  public interface Action {
    void run() throws Throwable;
  }

  /** The value of a call; the compiler chooses by whether it has one. */
  public static Object $v(Value expression) throws Throwable {
    return expression.get();
  }

  /** No value of a call. */
  public static Object $v(Action expression) throws Throwable {
    expression.run();
    return $NOTHING;
  }

  /** Takes a value that nobody wants. */
  public static void $unused(Object value) {}

  /** What a method throws that cannot be used yet. */
  public static Error $undefined(String why) {
    return new NotReady(why);
  }

  /** Stands for the initial value of a field that cannot be computed yet. */
  public static <T> T $waiting(String why) {
    throw new NotReady(why);
  }

  /** Links a call of a notebook's method; called by the JVM. */
  public static CallSite slot(MethodHandles.Lookup caller, String name, MethodType type) {
    return ((CellClassLoader) caller.lookupClass().getClassLoader()).slots().slot(name, type);
  }
}
