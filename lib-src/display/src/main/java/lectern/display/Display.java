package lectern.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;

/**
 * Turns any value into what a notebook shows of it.
 *
 * <p>A {@link MimeBundle} is itself; a {@link Displayable} speaks for itself; then the provider
 * with the most specific type; everything else is plain text ({@link PlainText}). Providers are
 * looked up once for each class loader that asks.
 */
public final class Display {
  private final List<DisplayProvider<?>> providers;

  private Display(List<DisplayProvider<?>> providers) {
    this.providers = providers;
  }

  /** With the providers that this class loader finds. */
  public static Display of(ClassLoader loader) {
    List<DisplayProvider<?>> found = new ArrayList<>();
    ServiceLoader.load(DisplayProvider.class, loader).forEach(found::add);
    return new Display(List.copyOf(found));
  }

  /** With these providers. */
  public static Display of(List<DisplayProvider<?>> providers) {
    return new Display(List.copyOf(providers));
  }

  /** The looks of a value; {@code null} is shown as the word. Never null. */
  public MimeBundle bundle(Object value) {
    if (value instanceof MimeBundle bundle) {
      return bundle;
    }
    if (value instanceof Displayable displayable) {
      return Objects.requireNonNull(
          displayable.bundle(), () -> value.getClass().getName() + ".bundle() returned null");
    }
    DisplayProvider<?> provider = value == null ? null : providerFor(value.getClass());
    return provider == null ? MimeBundle.text(PlainText.of(value)) : ask(provider, value);
  }

  private DisplayProvider<?> providerFor(Class<?> type) {
    DisplayProvider<?> best = null;
    for (DisplayProvider<?> candidate : providers) {
      if (candidate.type().isAssignableFrom(type)
          && (best == null || best.type().isAssignableFrom(candidate.type()))) {
        best = candidate;
      }
    }
    return best;
  }

  private static <T> MimeBundle ask(DisplayProvider<T> provider, Object value) {
    return Objects.requireNonNull(
        provider.bundle(provider.type().cast(value)),
        () -> provider.getClass().getName() + " returned null");
  }
}
