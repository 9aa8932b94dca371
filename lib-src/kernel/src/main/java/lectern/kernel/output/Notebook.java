package lectern.kernel.output;

import java.util.UUID;
import lectern.display.Display;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import lectern.display.UserError;

/**
 * What every cell can call without an import: {@code display}, {@code updateDisplay}, {@code
 * render}, {@code clearOutput}, {@code Out}.
 */
public final class Notebook {
  private static volatile Display display = Display.of(Notebook.class.getClassLoader());
  private static final ThreadLocal<String> LAST_ID = new ThreadLocal<>();

  private static final Results RESULTS = new Results(20);

  /**
   * The values of earlier cells: {@code Out.get(3)} is what {@code Out[3]} is in IPython.
   *
   * <p>The last 20 are kept; an older one as long as a variable of yours holds it. A cell that ends
   * with a semicolon, or with null, has no value.
   */
  public static final class Out {
    private Out() {}

    /**
     * The value of the cell with that number, as the type that you give it to: {@code List<String>
     * names = Out.get(3);}.
     *
     * @throws UserError where it had none, or it is no longer kept
     */
    @SuppressWarnings("unchecked")
    public static <T> T get(int cell) {
      return (T) RESULTS.get(cell);
    }

    /** The newest value. */
    @SuppressWarnings("unchecked")
    public static <T> T last() {
      return (T) RESULTS.newest();
    }

    /** Keeps none of the values any longer, so that their memory becomes free. */
    public static void clear() {
      RESULTS.forget();
    }
  }

  private Notebook() {}

  /** The cell of that number has come to that value. */
  public static void remember(int cell, Object value) {
    RESULTS.add(cell, value);
  }

  /** Shows a value now; the id that comes back is for {@link #updateDisplay}. */
  public static String display(Object value) {
    String id = newId();
    Screen.current().show(bundle(value), id);
    return id;
  }

  /** Shows a value now, in these MIME types only. */
  public static String display(Object value, String... mimes) {
    String id = newId();
    Screen.current().show(select(bundle(value), mimes), id);
    return id;
  }

  /** Replaces what was shown under that id. */
  public static void updateDisplay(String id, Object value) {
    Screen.current().update(bundle(value), id);
  }

  /** Replaces what was shown under that id, in these MIME types only. */
  public static void updateDisplay(String id, Object value, String... mimes) {
    Screen.current().update(select(bundle(value), mimes), id);
  }

  /** The looks of a value, not shown but at the end of a cell. */
  public static MimeBundle render(Object value) {
    return bundle(value);
  }

  /** The looks of a value in these MIME types, not shown but at the end of a cell. */
  public static MimeBundle render(Object value, String... mimes) {
    return select(bundle(value), mimes);
  }

  /** Removes what this cell has shown so far. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /**
   * Removes what this cell has shown so far.
   *
   * @param wait only when something new is shown: redrawing does not flicker
   */
  public static void clearOutput(boolean wait) {
    CurrentOutput.get().ifPresent(cell -> cell.clear(wait));
  }

  /** The looks of a value, as the notebook shows them. */
  public static MimeBundle bundle(Object value) {
    return RegisteredLooks.on(display.bundle(value), value);
  }

  /** Looks for display providers anew: the class path has grown. */
  public static void lookAgain(ClassLoader loader) {
    display = Display.of(loader);
  }

  /** Whether this is the very id that this thread's last {@code display} gave back. */
  public static boolean isLastId(Object value) {
    return value != null && value == LAST_ID.get();
  }

  private static String newId() {
    LAST_ID.set(UUID.randomUUID().toString());
    return LAST_ID.get();
  }

  /**
   * The bundle with these types only. A text that has no such form is given as that type: {@code
   * display("<b>x</b>", "text/html")} shows the string as HTML.
   */
  private static MimeBundle select(MimeBundle bundle, String... mimes) {
    if (mimes.length == 0) {
      return bundle;
    }
    MimeBundle selected =
        bundle.plain().isEmpty() ? MimeBundle.empty() : MimeBundle.text(bundle.plain());
    for (String mime : mimes) {
      Object data = bundle.data().get(mime);
      if (data == null && isText(mime)) {
        data = bundle.plain();
        if (mime.equals(MimeBundle.HTML)) {
          selected = selected.withPlain(Html.words(bundle.plain()));
        }
      }
      if (data == null) {
        throw new UserError(
            "the value cannot be shown as " + mime + ", only as " + bundle.data().keySet());
      }
      MimeBundle.PictureSize size = bundle.sizes().get(mime);
      selected =
          size == null
              ? RegisteredLooks.with(selected, mime, data)
              : selected.withPng((byte[]) data, size);
    }
    return selected;
  }

  private static boolean isText(String mime) {
    return mime.startsWith("text/")
        || mime.equals(MimeBundle.SVG)
        || mime.equals("application/javascript");
  }
}
