package lectern.display.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value that follows its controls. */
class InteractTest implements Screen {
  private final List<String> seen = new ArrayList<>();
  private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
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

  @Test
  void aFigureIsItsPictureWhileItMovesAndWholeAtRest() throws InterruptedException {
    Control<Integer> k = Widgets.slider("k", 2, 10, 3);
    Interact.of(k, n -> figure(n)).bundle();
    k.value(4).value(5);
    assertEquals("whole 5", whole.poll(30, TimeUnit.SECONDS), "and never 4");
    assertEquals(List.of("again 4", "again 5"), seen.subList(2, 4), "pictures before");
  }

  private static MimeBundle figure(int n) {
    return MimeBundle.text("" + n).with(MimeBundle.PLOTLY, new MimeBundle.Json("{}"));
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
    if (bundle.data().containsKey(MimeBundle.PLOTLY)) {
      whole.add("whole " + bundle.plain());
    } else {
      seen.add("again " + bundle.plain());
    }
  }

  @Override
  public boolean canUpdate() {
    return true;
  }
}
