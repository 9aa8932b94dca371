package lectern.display.widget;

/** Holds the one host in force. */
final class CurrentHost {
  private static volatile WidgetHost current = new NoHost();

  private CurrentHost() {}

  static WidgetHost get() {
    return current;
  }

  static void set(WidgetHost host) {
    current = host;
  }
}
