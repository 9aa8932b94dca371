package lectern.kernel.cell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;
import lectern.kernel.memory.Reserve;

/**
 * Runs what JShell has compiled on the thread that evaluates, and keeps the value and the exception
 * themselves where JShell would keep their texts.
 */
final class CellControl extends DirectExecutionControl {
  private Object value;
  private Throwable thrown;

  CellControl(CellClasses classes) {
    super(classes);
  }

  @Override
  protected String invoke(Method cell) throws Exception {
    try {
      value = cell.invoke(null);
      return "";
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      Reserve.releaseAfter(thrown);
      throw e;
    } catch (OutOfMemoryError e) {
      thrown = e; // there was no room to wrap it in
      Reserve.releaseAfter(e);
      throw new InvocationTargetException(e);
    }
  }

  /** Forgets the last value and exception. */
  void forget() {
    value = null;
    thrown = null;
  }

  /** What the last piece came to, or null. */
  Object value() {
    return value;
  }

  /** What the last piece threw, or null. */
  Throwable thrown() {
    return thrown;
  }
}
