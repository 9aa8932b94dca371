package lectern.display.widget;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lectern.display.MimeBundle;
import lectern.display.Screen;

/**
 * A place on the screen that is drawn again and again.
 *
 * <p>While it moves a figure is its picture alone, and at rest the whole figure: JupyterLab's
 * extension for Plotly keeps a figure that the mouse has touched as it was, whatever comes after
 * it, but for another kind of output. The picture has the figure's size, so nothing jumps.
 */
final class Canvas {
  private static final Executor AT_REST =
      CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

  private final Screen screen;
  private final String id = "lectern-interact-" + UUID.randomUUID();
  private final WidgetHost.Runner completing;
  private final AtomicLong drawn = new AtomicLong();

  /**
   * A place that is drawn for the first time.
   *
   * @param completing runs what completes a figure at rest
   */
  Canvas(Screen screen, MimeBundle looks, WidgetHost.Runner completing) {
    this.screen = screen;
    this.completing = completing;
    screen.show(looks, id);
  }

  void draw(MimeBundle looks) {
    long number = drawn.incrementAndGet();
    MimeBundle moving = looks.without(MimeBundle.PLOTLY);
    screen.update(moving, id);
    if (!moving.equals(looks)) {
      AT_REST.execute(() -> completing.run(() -> complete(looks, number)));
    }
  }

  private void complete(MimeBundle looks, long number) {
    if (drawn.get() == number) {
      screen.update(looks, id);
    }
  }
}
