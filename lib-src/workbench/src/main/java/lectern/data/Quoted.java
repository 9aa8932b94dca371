package lectern.data;

/** A field in quotes, as messages show it: cut short where it is long. */
final class Quoted {
  private static final int MOST = 60;

  private Quoted() {}

  static String of(String text) {
    return '"' + cut(text) + '"';
  }

  /** The text, or its beginning and how long it is. */
  static String cut(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST / 2))
            + "… ("
            + text.length()
            + " characters)";
  }
}
