package lectern.display.widget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lectern.display.Displayable;
import lectern.display.Html;
import lectern.display.MimeBundle;

/**
 * One widget: a model of named attributes that a front end draws.
 *
 * <p>An attribute is a string, number, truth, {@code byte[]}, another widget, a list or map of
 * such, or null. What is not set has the default of ipywidgets' model. The twin in the front end is
 * made when the widget is first shown. Safe for use by several threads.
 */
public class Widget implements Displayable {
  /** The MIME type by which an output points at a widget. */
  public static final String VIEW = "application/vnd.jupyter.widget-view+json";

  static final String CONTROLS = "@jupyter-widgets/controls";
  static final String BASE = "@jupyter-widgets/base";

  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private boolean open;
  private volatile String id;

  /**
   * A widget.
   *
   * @param module the JavaScript module, such as {@code @jupyter-widgets/controls}
   * @param version of that module
   * @param name of the model without its ending, such as {@code IntSlider}
   * @param view of the view without its ending, or null for a model that is not drawn
   */
  protected Widget(String module, String version, String name, String view) {
    attributes.put("_model_module", module);
    attributes.put("_model_module_version", version);
    attributes.put("_model_name", name + "Model");
    attributes.put("_view_module", module);
    attributes.put("_view_module_version", version);
    attributes.put("_view_name", view == null ? null : view + "View");
  }

  /** Its name between kernel and front end; opens it. */
  public final String id() {
    open();
    return id;
  }

  /** The attributes that are set, as they are now. */
  public final Map<String, Object> attributes() {
    synchronized (attributes) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /** One attribute, or null where it is not set. */
  public final Object attribute(String name) {
    synchronized (attributes) {
      return attributes.get(name);
    }
  }

  /** Sets an attribute by the name that ipywidgets gave it; a change is drawn at once. */
  public final void set(String name, Object value) {
    boolean tell;
    synchronized (attributes) {
      Object before = attributes.put(name, value);
      tell = open && !Objects.deepEquals(before, value);
    }
    if (tell) {
      WidgetHost.current().changed(this, Collections.singletonMap(name, value));
    }
  }

  /** The user has changed attributes in the front end; for hosts. */
  public final void received(Map<String, Object> changes) {
    synchronized (attributes) {
      attributes.putAll(changes);
    }
    heard(changes);
  }

  /** The front end has sent a message of this widget's own, such as a click; for hosts. */
  public void custom(Map<String, Object> content) {}

  /** Attributes have come from the front end. */
  void heard(Map<String, Object> changes) {}

  /** Opens it and those that it holds, where that has not been done yet. */
  public final void open() {
    synchronized (attributes) {
      if (!open) {
        open = true;
        attributes.values().forEach(Widget::openAll);
        id = WidgetHost.current().open(this);
      }
    }
  }

  static void openAll(Object value) {
    if (value instanceof Widget widget) {
      widget.open();
    } else if (value instanceof Iterable<?> values) {
      values.forEach(Widget::openAll);
    }
  }

  /** Takes it out of every page that shows it. */
  public final void close() {
    WidgetHost.current().close(this);
  }

  /** What a page without widgets shows of it. */
  String plain() {
    return String.valueOf(attribute("_model_name"));
  }

  /** The same in HTML, as it looks. */
  String still() {
    return "<pre>" + Html.escape(plain()) + "</pre>";
  }

  @Override
  public MimeBundle bundle() {
    String view = "{\"model_id\":\"" + id() + "\",\"version_major\":2,\"version_minor\":0}";
    return MimeBundle.text(plain())
        .with(VIEW, new MimeBundle.Json(view))
        .with(MimeBundle.HTML, still());
  }

  @Override
  public String toString() {
    return plain();
  }
}
