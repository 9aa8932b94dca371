package lectern.display;

/**
 * A value as plain text: arrays of every depth, collections, maps, records and optionals by their
 * values, long ones cut with their size said.
 *
 * <p>Text alone is shown as it is, text inside something else as Java writes it, in quotes: {@code
 * ["a", 'b', null]}. What does not fit on a line stands one element below the other. An exception
 * is shown with the first lines of its stack trace; {@link ObjectText} tells of streams, futures
 * and their like.
 */
public final class PlainText {
  /** How many characters of the whole are written. */
  private static final int CHARACTERS = 20_000;

  private PlainText() {}

  /** The text of a value. A {@code toString} that throws is told, not passed on. */
  public static String of(Object value) {
    return CutText.of(whole(value), CHARACTERS);
  }

  /** The text of a value where it stands inside another: text in quotes. */
  static String inside(Object value) {
    return CutText.of(PieceLayout.of(Pieces.of(value)), CHARACTERS);
  }

  private static String whole(Object value) {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Character c) {
      return c.toString();
    } else if (value instanceof Throwable thrown) {
      return ThrowableText.of(thrown);
    }
    return PieceLayout.of(Pieces.of(value));
  }
}
