package lectern.display.widget;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A button that runs something when it is pressed. */
public final class Button extends Widget {
  private final String label;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Button(String label) {
    super(CONTROLS, "2.0.0", "Button", "Button");
    this.label = label;
    Widget style = new Widget(CONTROLS, "2.0.0", "ButtonStyle", null);
    style.set("_view_module", BASE);
    style.set("_view_name", "StyleView");
    set("description", label);
    set("layout", new Widget(BASE, "2.0.0", "Layout", "Layout"));
    set("style", style);
  }

  /** Runs that at each press, on the thread of the cells. */
  public Button onClick(Runnable action) {
    WidgetHost.Runner runner = WidgetHost.current().runner(false, false);
    listeners.add(() -> runner.run(action));
    return this;
  }

  /** Sets any attribute by the name that ipywidgets gave it, such as {@code "button_style"}. */
  public Button with(String attribute, Object value) {
    set(attribute, value);
    return this;
  }

  /** Presses it. */
  public void click() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public void custom(Map<String, Object> content) {
    if ("click".equals(content.get("event"))) {
      click();
    }
  }

  @Override
  String plain() {
    return "[" + label + "]";
  }

  @Override
  String still() {
    return Still.button(label);
  }
}
