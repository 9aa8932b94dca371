package lectern.kernel.stop;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * Turns the checks of {@link StopChecks} on and off; one for the whole process.
 *
 * <p>While there is no order to stop, a check does nothing and costs nothing. While there is one,
 * each check asks it whether it means the thread that runs there, and throws {@link CellStopped}
 * where it does. Turning the switch discards machine code that holds checks: that is for a stop,
 * not for every cell.
 *
 * <p>Safe for use by several threads.
 */
public final class StopSwitch {
  private static final MethodHandle GO_ON = MethodHandles.empty(MethodType.methodType(void.class));
  private static final MethodHandle ASK = own("ask", MethodType.methodType(void.class));
  private static final MethodHandle IS_CURRENT =
      own("isCurrent", MethodType.methodType(boolean.class, Thread.class));

  private static final MutableCallSite EVERY_CHECK = new MutableCallSite(GO_ON);
  private static final List<BooleanSupplier> ORDERS = new CopyOnWriteArrayList<>();
  private static Thread spared;

  private StopSwitch() {}

  /**
   * From now on the checks throw on every thread that the order means.
   *
   * @param meansThisThread is called by the thread in question, at any place in the user's code: it
   *     must be quick, wait for nothing and throw nothing. The same object withdraws the order
   */
  public static synchronized void stop(BooleanSupplier meansThisThread) {
    ORDERS.add(meansThisThread);
    spared = null;
    turn();
  }

  /** That order stands no longer; nothing happens where it did not stand. */
  public static synchronized void withdraw(BooleanSupplier order) {
    if (ORDERS.remove(order)) {
      turn();
    }
  }

  /** Whether some order stands. */
  public static boolean isOn() {
    return !ORDERS.isEmpty();
  }

  /** No order that stands now means that thread: its checks cost next to nothing all the same. */
  public static synchronized void spare(Thread thread) {
    if (isOn() && spared != thread) {
      spared = thread;
      turn();
    }
  }

  /** Links a check; called by the JVM. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
    return EVERY_CHECK;
  }

  private static void turn() {
    EVERY_CHECK.setTarget(isOn() ? asking() : GO_ON);
    MutableCallSite.syncAll(new MutableCallSite[] {EVERY_CHECK});
  }

  private static MethodHandle asking() {
    return spared == null
        ? ASK
        : MethodHandles.guardWithTest(IS_CURRENT.bindTo(spared), GO_ON, ASK);
  }

  private static void ask() {
    for (BooleanSupplier order : ORDERS) {
      if (order.getAsBoolean()) {
        throw new CellStopped();
      }
    }
  }

  private static boolean isCurrent(Thread thread) {
    return Thread.currentThread() == thread;
  }

  private static MethodHandle own(String name, MethodType type) {
    try {
      return MethodHandles.lookup().findStatic(StopSwitch.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }
}
