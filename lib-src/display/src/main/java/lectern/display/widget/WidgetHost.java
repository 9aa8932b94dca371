package lectern.display.widget;

import java.util.Map;
import java.util.Objects;
import lectern.display.MimeBundle;

/** Draws widgets and runs what listens to them. Safe for use by several threads. */
public interface WidgetHost {
  /** Where work runs that a widget has asked for. */
  @FunctionalInterface
  interface Runner {
    /** Runs it, at once or in its turn. */
    void run(Runnable work);
  }

  /**
   * A widget is to be seen: the host makes its twin in the front end. Once for each widget, those
   * that it holds first.
   *
   * @return the name by which both sides know it
   */
  String open(Widget widget);

  /** Some attributes of a widget that was opened have new values. */
  void changed(Widget widget, Map<String, Object> attributes);

  /** A widget is not needed any more. */
  void close(Widget widget);

  /**
   * Where listeners run that are added now; what they print belongs to the cell that adds them.
   *
   * @param newestOnly new work takes the place of work that waits, and stops work that runs
   * @param whileBusy beside a cell that runs, on another thread; else after it, on the cells' own
   */
  Runner runner(boolean newestOnly, boolean whileBusy);

  /**
   * Runs something on this thread; what it prints and shows meanwhile goes to that place.
   *
   * @param append after what is there; else in its place
   */
  void capture(Output place, boolean append, Runnable work);

  /** The looks of a value. */
  MimeBundle bundle(Object value);

  /** The looks of what went wrong, the user's own lines among them. */
  MimeBundle error(Throwable thrown);

  /** The host in force. */
  static WidgetHost current() {
    return CurrentHost.get();
  }

  /** Makes this the host in force, for the whole process. */
  static void use(WidgetHost host) {
    CurrentHost.set(Objects.requireNonNull(host, "host"));
  }
}
