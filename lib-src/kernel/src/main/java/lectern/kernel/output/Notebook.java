package lectern.kernel.output;

import java.util.UUID;
import lectern.display.Display;
import lectern.display.MimeBundle;
import lectern.display.Screen;
import lectern.display.UserError;

/**
 * What every cell can call without an import: {@code display}, {@code updateDisplay}, {@code
 * render}, {@code clearOutput}.
 */
public final class Notebook {
  private static volatile Display display = Display.of(Notebook.class.getClassLoader());
  private static volatile String lastId;

  private Notebook() {}

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

  /** Whether this is the very id that the last call of {@code display} gave back. */
  public static boolean isLastId(Object value) {
    return value != null && value == lastId;
  }

  private static String newId() {
    lastId = UUID.randomUUID().toString();
    return lastId;
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
