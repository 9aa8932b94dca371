package lectern.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Turns any value into what a notebook shows of it.
 *
 * <p>Who speaks for a value, in this order:
 *
 * <ol>
 *   <li>a {@link MimeBundle} is itself;
 *   <li>what the user has said by {@link #render} in this session, for the most specific type;
 *   <li>a {@link Displayable} itself;
 *   <li>the {@link DisplayProvider} with the most specific type, looked up once for each class
 *       loader that asks;
 *   <li>Lectern: images as pictures, lists of records as tables, everything else as text ({@link
 *       PlainText}).
 * </ol>
 *
 * <p>Text stands beside every richer form, whoever gave it.
 */
public final class Display {
  private static final List<DisplayProvider<?>> RENDERERS = new CopyOnWriteArrayList<>();

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

  /**
   * From now on values of that type look as the function says, in the whole process.
   *
   * <pre>{@code
   * Display.render(Money.class, m -> m.amount() + " €");
   * Display.render(Color.class, c -> MimeBundle.html("<div style=…></div>"));
   * }</pre>
   *
   * @param type the class or interface, with its subclasses; a second call replaces the first
   * @param looks gives a bundle, or any other value, which is then shown instead
   */
  public static <T> void render(Class<T> type, Function<? super T, ?> looks) {
    Renderer<T> renderer = new Renderer<>(type, looks);
    renderAsUsual(type);
    RENDERERS.add(renderer);
  }

  /** Takes back what {@link #render} was told for that type. */
  public static void renderAsUsual(Class<?> type) {
    RENDERERS.removeIf(each -> each.type() == type);
  }

  /** The looks of a value; {@code null} is shown as the word. Never null. */
  public MimeBundle bundle(Object value) {
    DisplayProvider<?> renderer =
        value == null || value instanceof MimeBundle ? null : mostSpecific(RENDERERS, value);
    MimeBundle bundle = renderer == null ? ownLooks(value) : ask(renderer, value);
    return bundle.isEmpty() || bundle.data().containsKey(MimeBundle.PLAIN)
        ? bundle
        : bundle.withPlain(PlainForm.of(value, bundle));
  }

  /** The looks of a value where the user has not said anything else. */
  private MimeBundle ownLooks(Object value) {
    if (value instanceof MimeBundle bundle) {
      return bundle;
    }
    if (value instanceof Displayable displayable) {
      return Objects.requireNonNull(
          displayable.bundle(), () -> value.getClass().getName() + ".bundle() returned null");
    }
    DisplayProvider<?> provider = value == null ? null : mostSpecific(providers, value);
    return provider == null ? StandardLooks.of(value) : ask(provider, value);
  }

  private static DisplayProvider<?> mostSpecific(List<DisplayProvider<?>> all, Object value) {
    DisplayProvider<?> best = null;
    for (DisplayProvider<?> candidate : all) {
      if (candidate.type().isInstance(value)
          && (best == null || best.type().isAssignableFrom(candidate.type()))) {
        best = candidate;
      }
    }
    return best;
  }

  private <T> MimeBundle ask(DisplayProvider<T> provider, Object value) {
    T known = provider.type().cast(value);
    if (provider instanceof Renderer<T> renderer) {
      return ownLooks(renderer.looks.apply(known));
    }
    return Objects.requireNonNull(
        provider.bundle(known), () -> provider.getClass().getName() + " returned null");
  }

  /** What the user has said of a type. */
  private record Renderer<T>(Class<T> type, Function<? super T, ?> looks)
      implements DisplayProvider<T> {
    Renderer {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(looks, "looks");
      if (type.isPrimitive()) {
        throw new UserError(
            "values of a primitive type are shown as objects: write Integer.class for int.class");
      }
    }

    @Override
    public MimeBundle bundle(T value) {
      throw new UnsupportedOperationException("what it gives need not be a bundle");
    }
  }
}
