package lectern.display.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Screen;

/**
 * A value that is drawn anew, in its place, whenever a control moves.
 *
 * <pre>{@code
 * Interact.of(slider("k", 2, 10), k -> plot(kmeans(k)))
 * }</pre>
 *
 * <p>The newest values win: they take the place of those that wait and stop the run under way. What
 * goes wrong is shown in the value's place, and the next move tries again; what is printed stands
 * below the controls until the next move. Drawn below the controls as an output of its own, so that
 * a page without widgets shows it as it was last.
 */
public final class Interact implements Displayable {
  private final List<Control<?>> controls;
  private final Supplier<?> value;
  private boolean whileBusy;

  private Interact(List<Control<?>> controls, Supplier<?> value) {
    this.controls = controls;
    this.value = value;
  }

  /** Follows one control. */
  public static <A> Interact of(Control<A> a, Function<? super A, ?> value) {
    return new Interact(List.of(a), () -> value.apply(a.value()));
  }

  /** Follows two controls. */
  public static <A, B> Interact of(
      Control<A> a, Control<B> b, BiFunction<? super A, ? super B, ?> value) {
    return new Interact(List.of(a, b), () -> value.apply(a.value(), b.value()));
  }

  /** Follows any number of controls; the value reads them itself. */
  public static Interact of(List<? extends Control<?>> controls, Supplier<?> value) {
    return new Interact(List.copyOf(controls), value);
  }

  /** Redraws also while a cell runs, beside it: the value must be safe for that. */
  public Interact whileBusy() {
    whileBusy = true;
    return this;
  }

  /** Shows the controls and, below them, the value; there is nothing more to show. */
  @Override
  public MimeBundle bundle() {
    WidgetHost host = WidgetHost.current();
    Screen screen = Screen.current();
    Output printed = new Output();
    List<Widget> widgets = new ArrayList<>(controls);
    widgets.add(printed);
    screen.show(new Box("VBox", widgets).bundle());
    MimeBundle first = looks(host, printed);
    Canvas canvas = new Canvas(screen, first, host.runner(false, whileBusy));
    WidgetHost.Runner runner = host.runner(true, whileBusy);
    controls.forEach(each -> each.follow(() -> runner.run(() -> redraw(host, printed, canvas))));
    return MimeBundle.empty();
  }

  private MimeBundle looks(WidgetHost host, Output printed) {
    MimeBundle[] looks = new MimeBundle[1];
    printed.run(() -> looks[0] = host.bundle(value.get()));
    return looks[0];
  }

  private void redraw(WidgetHost host, Output printed, Canvas canvas) {
    MimeBundle looks;
    try {
      looks = looks(host, printed);
    } catch (Exception | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      looks = host.error(e);
    }
    canvas.draw(looks);
  }
}
