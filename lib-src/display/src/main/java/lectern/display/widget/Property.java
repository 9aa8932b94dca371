package lectern.display.widget;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A variable that tells when it changes, so that controls can be bound to it both ways.
 *
 * <pre>{@code
 * var k = new Property<>(4);
 * slider("k", 2, 10).bind(k);    // k.get() follows the slider, the slider follows k.set(6)
 * }</pre>
 *
 * @param <T> of its value
 */
public final class Property<T> {
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
  private T value;

  /** A variable with this value. */
  public Property(T value) {
    this.value = value;
  }

  /** Its value now. */
  public synchronized T get() {
    return value;
  }

  /** Sets it; listeners hear of a value that differs, on the thread that sets it. */
  public void set(T newValue) {
    synchronized (this) {
      if (Objects.deepEquals(value, newValue)) {
        return;
      }
      value = newValue;
    }
    listeners.forEach(each -> each.accept(newValue));
  }

  /** Hears of every new value. */
  public void onChange(Consumer<? super T> listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
