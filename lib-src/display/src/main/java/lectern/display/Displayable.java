package lectern.display;

/**
 * A value that knows how it looks in a notebook.
 *
 * <p>Always give {@code text/plain} beside richer forms: terminals, logs and comparisons read it.
 */
public interface Displayable {
  /** The looks of this value, richest form and plain text together. */
  MimeBundle bundle();
}
