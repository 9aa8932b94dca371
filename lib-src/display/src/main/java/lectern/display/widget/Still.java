package lectern.display.widget;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import lectern.display.Html;

/** A widget in HTML that stands still, for pages where nothing draws widgets. */
final class Still {
  private Still() {}

  static String of(Control<?> control) {
    String name = String.valueOf(control.attribute("_model_name"));
    Object value = control.attribute("value");
    return switch (name) {
      case "HTMLModel" -> "<div>" + value + "</div>";
      case "IntSliderModel", "FloatSliderModel" -> line(control, range(control) + shown(control));
      case "CheckboxModel" -> line(control, tick(Boolean.TRUE.equals(value)));
      case "IntProgressModel", "FloatProgressModel" ->
          line(control, "<progress" + number("max", control) + number("value", control) + "/>");
      case "ImageModel" -> picture(control, (byte[]) value);
      default -> line(control, shown(control));
    };
  }

  static String button(String label) {
    return "<button disabled>" + Html.escape(label) + "</button>";
  }

  /** One after the other as the box has them; with titles above what it shows one at a time. */
  static String box(String name, List<? extends Widget> children, List<?> titles) {
    String direction = name.equals("HBoxModel") ? "row" : "column";
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < children.size(); i++) {
      String title = i < titles.size() ? "<b>" + Html.escape("" + titles.get(i)) + "</b>" : "";
      all.append(title).append(children.get(i).still());
    }
    return "<div style=\"display:flex;flex-direction:" + direction + ";gap:4px\">" + all + "</div>";
  }

  private static String line(Control<?> control, String what) {
    String label = control.label().isEmpty() ? "" : Html.escape(control.label()) + " ";
    return "<div>" + label + what + "</div>";
  }

  private static String shown(Control<?> control) {
    Object value = control.value();
    String text =
        value instanceof List<?> chosen
            ? chosen.stream().map(String::valueOf).collect(Collectors.joining(", "))
            : String.valueOf(value);
    return "<b>" + Html.escape(text) + "</b>";
  }

  private static String range(Control<?> control) {
    String attributes = number("min", control) + number("max", control) + " step=\"any\"";
    return "<input type=\"range\"" + attributes + number("value", control) + " disabled/> ";
  }

  private static String tick(boolean ticked) {
    return "<input type=\"checkbox\"" + (ticked ? " checked" : "") + " disabled/>";
  }

  private static String picture(Control<?> control, byte[] bytes) {
    String type = "image/" + control.attribute("format");
    String data = Base64.getEncoder().encodeToString(bytes);
    return "<img src=\"data:" + type + ";base64," + data + "\"/>";
  }

  private static String number(String name, Control<?> control) {
    return " " + name + "=\"" + control.attribute(name) + "\"";
  }
}
