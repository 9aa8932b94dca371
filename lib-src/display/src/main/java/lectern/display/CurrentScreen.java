package lectern.display;

import java.util.Objects;

/** Holds the one screen in force. */
final class CurrentScreen {
  private static volatile Screen current = new TerminalScreen(System.out, System.console() != null);

  private CurrentScreen() {}

  static Screen get() {
    return current;
  }

  static void set(Screen screen) {
    current = Objects.requireNonNull(screen, "screen");
  }
}
