package lectern.display.widget;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets in a row, a column, a grid, tabs or an accordion. */
public final class Box extends Widget {
  private final List<Widget> children;
  private final Widget layout = new Widget(BASE, "2.0.0", "Layout", "Layout");

  Box(String name, List<? extends Widget> children) {
    super(CONTROLS, "2.0.0", name, name);
    this.children = List.copyOf(children);
    set("children", this.children);
    set("layout", layout);
  }

  /** The titles of tabs or of an accordion's parts, in the order of its widgets. */
  public Box titles(String... titles) {
    set("titles", List.of(titles));
    return this;
  }

  /** Sets a rule of the layout by its name in CSS with underscores, such as {@code "grid_gap"}. */
  public Box layout(String rule, String value) {
    layout.set(rule, value);
    return this;
  }

  /** Sets any attribute by the name that ipywidgets gave it, such as {@code "selected_index"}. */
  public Box with(String attribute, Object value) {
    set(attribute, value);
    return this;
  }

  @Override
  String plain() {
    return children.stream()
        .map(Widget::plain)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  @Override
  String still() {
    List<?> titles = attribute("titles") instanceof List<?> given ? given : List.of();
    return Still.box(String.valueOf(attribute("_model_name")), children, titles);
  }
}
