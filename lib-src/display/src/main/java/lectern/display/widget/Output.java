package lectern.display.widget;

import java.util.List;
import lectern.display.Screen;

/**
 * A place of its own, among other widgets, for what code prints and shows.
 *
 * <pre>{@code
 * var log = output();
 * column(button("go").onClick(() -> log.run(() -> System.out.println("pressed"))), log)
 * }</pre>
 */
public final class Output extends Widget {
  Output() {
    super("@jupyter-widgets/output", "1.0.0", "Output", "Output");
    set("layout", new Widget(BASE, "2.0.0", "Layout", "Layout"));
    set("msg_id", "");
    set("outputs", List.of());
  }

  /** Runs it; what it prints and shows takes the place of what was there. */
  public void run(Runnable work) {
    WidgetHost.current().capture(this, false, work);
  }

  /** Runs it; what it prints and shows comes after what is there. */
  public void append(Runnable work) {
    WidgetHost.current().capture(this, true, work);
  }

  /** Shows a value in the place of what was there. */
  public void show(Object value) {
    run(() -> Screen.current().show(WidgetHost.current().bundle(value)));
  }

  /** Takes away what is there. */
  public void clear() {
    set("outputs", List.of());
  }

  @Override
  String plain() {
    return "";
  }

  @Override
  String still() {
    return "";
  }
}
