package lectern.display.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

/** Widgets as values, without a notebook. */
class WidgetsTest {
  @Test
  void aControlFollowsTheFrontEndAndTellsItsListeners() {
    List<Integer> heard = new ArrayList<>();
    Control<Integer> k = Widgets.slider("k", 2, 10, 4).onChange(heard::add);
    k.received(Map.of("value", 7));
    assertEquals(7, k.value());
    k.value(8).value(8);
    assertEquals(List.of(7, 8), heard, "the same value again is no change");
    assertEquals("k: 8", k.toString());
  }

  @Test
  void modelsHaveTheNamesOfIpywidgets() {
    assertEquals("IntSliderModel", Widgets.slider("k", 2, 10).attribute("_model_name"));
    assertEquals("ProgressView", Widgets.progress("p", 5).attribute("_view_name"));
    assertEquals("HBoxView", Widgets.row().attribute("_view_name"));
    Widget style = (Widget) Widgets.toggleButtons("t", List.of("a")).attribute("style");
    assertEquals("ToggleButtonsStyleModel", style.attribute("_model_name"));
    assertNull(Widgets.link(Widgets.play(0, 5), Widgets.slider("k", 0, 5)).attribute("_view_name"));
  }

  @Test
  void choicesTravelAsTheirPlaces() {
    Control<String> model = Widgets.dropdown("model", List.of("als", "knn", "popular"));
    assertEquals("als", model.value());
    model.received(Map.of("index", 2));
    assertEquals("popular", model.value());
    assertThrows(UserError.class, () -> model.value("bpr"));
    Control<List<String>> some = Widgets.selectMultiple("some", List.of("a", "b", "c"));
    some.received(Map.of("index", List.of(0, 2)));
    assertEquals(List.of("a", "c"), some.value());
    assertEquals(List.of("b"), some.value(List.of("b")).value());
  }

  @Test
  void rangesAndDaysComeBackAsTheyWere() {
    Control<Span<Integer>> years = Widgets.rangeSlider("years", 2000, 2020, 2005, 2010);
    assertEquals(new Span<>(2005, 2010), years.value());
    years.received(Map.of("value", List.of(2001, 2002)));
    assertEquals("years: 2001 to 2002", years.toString());
    LocalDate day = LocalDate.of(2024, 2, 29);
    Control<LocalDate> date = Widgets.date("day", day);
    assertEquals(1, ((Map<?, ?>) date.attribute("value")).get("month"), "months count from 0");
    assertEquals(day, date.value());
  }

  @Test
  void aPropertyAndItsControlsAgree() {
    Property<Integer> k = new Property<>(3);
    Control<Integer> one = Widgets.slider("k", 2, 10).bind(k);
    Control<Integer> other = Widgets.number("k", 9).bind(k);
    one.received(Map.of("value", 5));
    assertEquals(List.of(5, 5, 5), List.of(k.get(), one.value(), other.value()));
    k.set(6);
    assertEquals(List.of(6, 6), List.of(one.value(), other.value()));
  }

  @Test
  void aButtonRunsWhatWasAsked() {
    int[] pressed = {0};
    Button button = Widgets.button("again").onClick(() -> pressed[0]++);
    button.custom(Map.of("event", "click"));
    button.custom(Map.of("event", "hover"));
    assertEquals(1, pressed[0]);
  }

  @Test
  void aPictureKnowsItsFormat() {
    assertEquals("jpeg", Widgets.image(bytes(0xff, 0xd8, 0xff, 0xe0)).attribute("format"));
    assertEquals("gif", Widgets.image(bytes('G', 'I', 'F', '8', '9')).attribute("format"));
    assertEquals("5 bytes", Widgets.image(bytes(0x89, 'P', 'N', 'G', 1)).toString());
    UserError none = assertThrows(UserError.class, () -> Widgets.image(bytes(0x89, 'P')));
    assertTrue(none.getMessage().contains("2 bytes are no picture"), none.getMessage());
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void mistakesNameTheRule() {
    UserError turned = assertThrows(UserError.class, () -> Widgets.slider("k", 10, 2));
    assertTrue(turned.getMessage().contains("min = 10, max = 2"), turned.getMessage());
    assertThrows(UserError.class, () -> Widgets.slider("x", 0.0, 1.0, Double.NaN));
    assertThrows(UserError.class, () -> Widgets.logSlider("x", 0, 2, 1000));
    assertThrows(UserError.class, () -> Widgets.dropdown("none", List.of()));
    assertThrows(UserError.class, () -> new Span<>(2, 1));
    assertThrows(UserError.class, () -> Widgets.grid(0));
  }

  @Test
  void aPageWithoutWidgetsShowsTheValues() {
    Box box = Widgets.column(Widgets.slider("k", 2, 10), Widgets.button("go"));
    assertEquals("k: 2\n[go]", box.bundle().plain());
    assertEquals(
        "<div style=\"display:flex;flex-direction:column;gap:4px\"><div>k <input type=\"range\""
            + " min=\"2\" max=\"10\" step=\"any\" value=\"2\" disabled/> <b>2</b></div><button"
            + " disabled>go</button></div>",
        box.bundle().data().get(MimeBundle.HTML));
    String menu =
        (String) Widgets.dropdown("<m>", List.of("a<b")).bundle().data().get(MimeBundle.HTML);
    assertEquals("<div>&lt;m&gt; <b>a&lt;b</b></div>", menu);
    assertTrue(box.bundle().data().get(Widget.VIEW).toString().contains(box.id()));
  }
}
