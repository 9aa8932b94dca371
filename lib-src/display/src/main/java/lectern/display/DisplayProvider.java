package lectern.display;

/**
 * Gives looks to values of a class that cannot implement {@link Displayable} itself.
 *
 * <p>Found by {@link java.util.ServiceLoader}: name the implementation in {@code
 * META-INF/services/lectern.display.DisplayProvider}. Where several providers fit a value, the one
 * with the most specific {@link #type()} speaks.
 *
 * @param <T> the class it shows
 */
public interface DisplayProvider<T> {
  /** The class, with its subclasses, that this provider shows. */
  Class<T> type();

  /** The looks of one value of that class, {@code text/plain} among them. */
  MimeBundle bundle(T value);
}
