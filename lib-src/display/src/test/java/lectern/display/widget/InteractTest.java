package lectern.display.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value that follows its controls. */
class InteractTest implements Screen {
  private final List<String> seen = new ArrayList<>();
  private final Screen before = Screen.current();

  @BeforeEach
  void watch() {
    Screen.use(this);
  }

  @AfterEach
  void giveBack() {
    Screen.use(before);
  }

  @Test
  void theValueIsRedrawnInItsPlace() {
    Control<Integer> k = Widgets.slider("k", 2, 10, 3);
    assertTrue(Interact.of(k, n -> n * n).bundle().isEmpty());
    k.received(Map.of("value", 5));
    assertEquals(List.of("show k: 3", "name 9", "again 25"), seen);
  }

  @Test
  void severalControlsAndOneThatFails() {
    Control<Integer> a = Widgets.slider("a", 0, 10, 6);
    Control<Integer> b = Widgets.slider("b", 0, 10, 3);
    Interact.of(a, b, (x, y) -> x / y).bundle();
    b.value(0);
    b.value(2);
    assertEquals("again java.lang.ArithmeticException: / by zero", seen.get(2));
    assertEquals("again 3", seen.get(3), "the next move tries again");
  }

  @Override
  public void show(MimeBundle bundle) {
    seen.add("show " + bundle.plain());
  }

  @Override
  public void show(MimeBundle bundle, String id) {
    seen.add("name " + bundle.plain());
  }

  @Override
  public void update(MimeBundle bundle, String id) {
    seen.add("again " + bundle.plain());
  }

  @Override
  public boolean canUpdate() {
    return true;
  }
}
