package lectern.display.widget;

import java.time.LocalDate;
import java.util.List;
import lectern.display.UserError;

/** Makes every widget: {@code import static lectern.display.widget.Widgets.*;}. */
public final class Widgets {
  private Widgets() {}

  /** A slider over whole numbers, at the lowest. */
  public static Control<Integer> slider(String label, int min, int max) {
    return slider(label, min, max, min);
  }

  /** A slider over whole numbers. */
  public static Control<Integer> slider(String label, int min, int max, int value) {
    return control("IntSlider", "SliderStyle", label, Codec.INT, inside(label, min, max, value))
        .with("min", min)
        .with("max", max);
  }

  /** A slider over numbers, in a hundred steps. */
  public static Control<Double> slider(String label, double min, double max, double value) {
    return control(
            "FloatSlider", "SliderStyle", label, Codec.DOUBLE, inside(label, min, max, value))
        .with("min", min)
        .with("max", max)
        .with("step", (max - min) / 100);
  }

  /** A slider over the powers of ten from {@code 10^min} to {@code 10^max}. */
  public static Control<Double> logSlider(String label, double min, double max, double value) {
    inside(label, StrictMath.pow(10, min), StrictMath.pow(10, max), value);
    return control("FloatLogSlider", "SliderStyle", label, Codec.DOUBLE, value)
        .with("min", min)
        .with("max", max)
        .with("base", 10.0);
  }

  /** A slider with two ends over whole numbers. */
  public static Control<Span<Integer>> rangeSlider(
      String label, int min, int max, int low, int high) {
    inside(label, min, max, low);
    inside(label, min, max, high);
    return control(
            "IntRangeSlider", "SliderStyle", label, Codec.span(Codec.INT), new Span<>(low, high))
        .with("min", min)
        .with("max", max);
  }

  /** A slider with two ends over numbers, in a hundred steps. */
  public static Control<Span<Double>> rangeSlider(
      String label, double min, double max, double low, double high) {
    inside(label, min, max, low);
    inside(label, min, max, high);
    return control(
            "FloatRangeSlider",
            "SliderStyle",
            label,
            Codec.span(Codec.DOUBLE),
            new Span<>(low, high))
        .with("min", min)
        .with("max", max)
        .with("step", (max - min) / 100);
  }

  /** A line of text; a change counts at Enter or when it is left. */
  public static Control<String> text(String label, String value) {
    return control("Text", "TextStyle", label, Codec.TEXT, value).with("continuous_update", false);
  }

  /** Several lines of text; a change counts when it is left. */
  public static Control<String> textArea(String label, String value) {
    return control("Textarea", "TextStyle", label, Codec.TEXT, value)
        .with("continuous_update", false);
  }

  /** A field for a whole number. */
  public static Control<Integer> number(String label, int value) {
    return control("IntText", "DescriptionStyle", label, Codec.INT, value);
  }

  /** A field for a number. */
  public static Control<Double> number(String label, double value) {
    return control("FloatText", "DescriptionStyle", label, Codec.DOUBLE, value);
  }

  /** A menu, at its first option. */
  public static <T> Control<T> dropdown(String label, List<T> options) {
    return choice("Dropdown", "DescriptionStyle", label, options);
  }

  /** A list with one option chosen, the first. */
  public static <T> Control<T> select(String label, List<T> options) {
    return choice("Select", "DescriptionStyle", label, options);
  }

  /** Round buttons with one chosen, the first. */
  public static <T> Control<T> radio(String label, List<T> options) {
    return choice("RadioButtons", "DescriptionStyle", label, options);
  }

  /** Buttons in a row with one chosen, the first. */
  public static <T> Control<T> toggleButtons(String label, List<T> options) {
    return choice("ToggleButtons", "ToggleButtonsStyle", label, options);
  }

  /** A list with any number of options chosen, none at first. */
  public static <T> Control<List<T>> selectMultiple(String label, List<T> options) {
    List<T> all = some(label, options);
    return control("SelectMultiple", "DescriptionStyle", label, Codec.someOf(all), List.<T>of())
        .with("_options_labels", all.stream().map(String::valueOf).toList());
  }

  /** A box to tick. */
  public static Control<Boolean> checkbox(String label, boolean value) {
    return control("Checkbox", "CheckboxStyle", label, Codec.TRUTH, value);
  }

  /** A button that stays down. */
  public static Control<Boolean> toggle(String label, boolean value) {
    return control("ToggleButton", "ToggleButtonStyle", label, Codec.TRUTH, value);
  }

  /** A tick or a cross that the program sets. */
  public static Control<Boolean> valid(String label, boolean value) {
    return control("Valid", "DescriptionStyle", label, Codec.TRUTH, value);
  }

  /** A button. */
  public static Button button(String label) {
    return new Button(label);
  }

  /** A bar from 0 to a whole number. */
  public static Control<Integer> progress(String label, int max) {
    inside(label, 0, max, 0);
    return named("IntProgress", "Progress", "ProgressStyle", label, Codec.INT, 0).with("max", max);
  }

  /** A bar from 0 to 1. */
  public static Control<Double> progress(String label) {
    return named("FloatProgress", "Progress", "ProgressStyle", label, Codec.DOUBLE, 0.0)
        .with("max", 1.0);
  }

  /** Words. */
  public static Control<String> label(String value) {
    return control("Label", "LabelStyle", "", Codec.TEXT, value);
  }

  /** HTML, as it stands. */
  public static Control<String> html(String value) {
    return control("HTML", "HTMLStyle", "", Codec.TEXT, value);
  }

  /**
   * A picture.
   *
   * @param bytes of a file in a format that browsers know: PNG, JPEG, GIF, WebP
   */
  public static Control<byte[]> image(byte[] bytes) {
    return control("Image", "DescriptionStyle", "", Codec.BYTES, bytes.clone())
        .with("format", ImageFormat.of(bytes));
  }

  /** A place for what code prints and shows. */
  public static Output output() {
    return new Output();
  }

  /** A day, or null while none is chosen. */
  public static Control<LocalDate> date(String label, LocalDate value) {
    return control("DatePicker", "DescriptionStyle", label, Codec.DATE, value);
  }

  /** A colour by its name or as {@code #rrggbb}. */
  public static Control<String> colour(String label, String value) {
    return control("ColorPicker", "DescriptionStyle", label, Codec.TEXT, value);
  }

  /** Buttons that count from one number to another, a step each 200 milliseconds. */
  public static Control<Integer> play(int min, int max) {
    inside("play", min, max, min);
    return control("Play", "DescriptionStyle", "", Codec.INT, min)
        .with("min", min)
        .with("max", max)
        .with("interval", 200);
  }

  /** Keeps the values of two controls equal in the front end, without asking Java. */
  public static Widget link(Control<?> one, Control<?> other) {
    Widget link = new Widget(Widget.CONTROLS, "2.0.0", "Link", null);
    link.set("source", List.of(one, "value"));
    link.set("target", List.of(other, "value"));
    link.open();
    return link;
  }

  /** Widgets side by side. */
  public static Box row(Widget... widgets) {
    return new Box("HBox", List.of(widgets));
  }

  /** Widgets one below the other. */
  public static Box column(Widget... widgets) {
    return new Box("VBox", List.of(widgets));
  }

  /** Widgets in a grid of so many columns. */
  public static Box grid(int columns, Widget... widgets) {
    if (columns < 1) {
      throw new UserError("a grid needs at least 1 column, not " + columns + ".");
    }
    return new Box("GridBox", List.of(widgets))
        .layout("grid_template_columns", "repeat(" + columns + ", auto)");
  }

  /** Widgets behind one another, with tabs to turn to them; see {@link Box#titles}. */
  public static Box tabs(Widget... widgets) {
    return new Box("Tab", List.of(widgets)).with("selected_index", 0);
  }

  /** Widgets that fold out one at a time; see {@link Box#titles}. */
  public static Box accordion(Widget... widgets) {
    return new Box("Accordion", List.of(widgets)).with("selected_index", 0);
  }

  private static <T> Control<T> choice(String name, String style, String label, List<T> options) {
    List<T> all = some(label, options);
    return control(name, style, label, Codec.oneOf(all), all.get(0))
        .with("_options_labels", all.stream().map(String::valueOf).toList());
  }

  private static <T> Control<T> control(
      String name, String style, String label, Codec<T> codec, T value) {
    return named(name, name, style, label, codec, value);
  }

  private static <T> Control<T> named(
      String name, String view, String style, String label, Codec<T> codec, T value) {
    return new Control<>(name, view, style.replaceFirst("Style$", ""), label, codec, value);
  }

  private static <T> List<T> some(String label, List<T> options) {
    if (options.isEmpty()) {
      throw new UserError("\"" + label + "\" has no options: give at least one.");
    }
    return List.copyOf(options);
  }

  private static <N extends Number> N inside(String label, N min, N max, N value) {
    if (!(min.doubleValue() < max.doubleValue())) {
      throw new UserError(
          "\"" + label + "\" needs a min below its max: min = " + min + ", max = " + max + ".");
    }
    if (!(min.doubleValue() <= value.doubleValue() && value.doubleValue() <= max.doubleValue())) {
      throw new UserError(
          "\"" + label + "\" must lie between " + min + " and " + max + ", not at " + value + ".");
    }
    return value;
  }
}
