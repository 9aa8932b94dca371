package lectern.display;

/**
 * Where things are shown: a notebook, a terminal, or nowhere.
 *
 * <p>The kernel makes its notebook the current screen; elsewhere the current screen is the
 * terminal, which prints the plain text. Safe for use by several threads.
 */
public interface Screen {
  /** Shows a bundle. */
  void show(MimeBundle bundle);

  /** Shows a bundle under a name, so that {@link #update} can replace it later. */
  void show(MimeBundle bundle, String id);

  /** Replaces what was shown under that name. On a screen that cannot, it is shown anew. */
  void update(MimeBundle bundle, String id);

  /** True where {@link #update} changes what is already visible. */
  boolean canUpdate();

  /** The screen in force. */
  static Screen current() {
    return CurrentScreen.get();
  }

  /** Makes this the screen in force, for the whole process. */
  static void use(Screen screen) {
    CurrentScreen.set(screen);
  }
}
