package lectern.display.widget;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A widget with a value that the user or the program changes.
 *
 * <p>The value follows the user at once, also while a cell runs. Listeners run on the thread of the
 * cells: between cells at once, behind a running cell when it has ended.
 *
 * @param <T> of the value
 */
public final class Control<T> extends Widget {
  private final String label;
  private final Codec<T> codec;
  private final Widget layout = new Widget(BASE, "2.0.0", "Layout", "Layout");
  private final Widget style;
  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

  Control(String name, String view, String style, String label, Codec<T> codec, T value) {
    super(CONTROLS, "2.0.0", name, view);
    this.label = label;
    this.codec = codec;
    this.style = new Widget(CONTROLS, "2.0.0", style + "Style", null);
    this.style.set("_view_module", BASE);
    this.style.set("_view_name", "StyleView");
    set("description", label);
    set("layout", layout);
    set("style", this.style);
    set(codec.attribute(), codec.write().apply(value));
  }

  /** The value now. */
  public T value() {
    return codec.read().apply(attribute(codec.attribute()));
  }

  /** Sets the value; listeners hear of it as if the user had done it. */
  public Control<T> value(T value) {
    Object wire = codec.write().apply(value);
    if (!Objects.deepEquals(wire, attribute(codec.attribute()))) {
      set(codec.attribute(), wire);
      tell();
    }
    return this;
  }

  /** Its words beside it. */
  public String label() {
    return label;
  }

  /** Sets any attribute by the name that ipywidgets gave it, such as {@code "readout_format"}. */
  public Control<T> with(String attribute, Object value) {
    set(attribute, value);
    return this;
  }

  /** Sets a rule of the layout by its name in CSS with underscores, such as {@code "width"}. */
  public Control<T> layout(String rule, String value) {
    layout.set(rule, value);
    return this;
  }

  /** Sets an attribute of the style, such as {@code "description_width"}. */
  public Control<T> style(String attribute, String value) {
    style.set(attribute, value);
    return this;
  }

  /** Hears of every new value, in order. */
  public Control<T> onChange(Consumer<? super T> listener) {
    WidgetHost.Runner runner = WidgetHost.current().runner(false, false);
    listeners.add(value -> runner.run(() -> listener.accept(value)));
    return this;
  }

  /** As {@link #onChange}, beside a cell that runs: the listener must be safe for that. */
  public Control<T> onChangeWhileBusy(Consumer<? super T> listener) {
    WidgetHost.Runner runner = WidgetHost.current().runner(false, true);
    listeners.add(value -> runner.run(() -> listener.accept(value)));
    return this;
  }

  /** Binds it both ways: it takes the property's value now, and each follows the other. */
  public Control<T> bind(Property<T> property) {
    value(property.get());
    listeners.add(property::set);
    property.onChange(this::value);
    return this;
  }

  /** For those who run their own work: called at once, on whatever thread. */
  void follow(Runnable listener) {
    listeners.add(value -> listener.run());
  }

  @Override
  void heard(Map<String, Object> changes) {
    if (changes.containsKey(codec.attribute())) {
      tell();
    }
  }

  private void tell() {
    T now = value();
    listeners.forEach(each -> each.accept(now));
  }

  @Override
  String plain() {
    String text = value() instanceof byte[] bytes ? bytes.length + " bytes" : "" + value();
    return label.isEmpty() ? text : label + ": " + text;
  }

  @Override
  String still() {
    return Still.of(this);
  }
}
