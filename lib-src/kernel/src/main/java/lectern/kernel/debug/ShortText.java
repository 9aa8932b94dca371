package lectern.kernel.debug;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** A value on one line, never long: a number itself, a text in quotes, a collection's size. */
final class ShortText {
  private static final int LONG = 200;

  private ShortText() {}

  /** Whether the line says all there is. */
  static boolean isPlain(Object value) {
    return value instanceof Number && value.getClass().getName().startsWith("java.")
        || value instanceof CharSequence
        || value instanceof Character
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Class<?>;
  }

  /** What a {@code toString} of the user's throws is said in its place. */
  static String of(Object value) {
    try {
      return cut(text(value));
    } catch (VirtualMachineError e) {
      return "(toString() failed: " + e.getClass().getSimpleName() + ")";
    } catch (Throwable e) {
      return "(toString() failed: " + e.getClass().getName() + ")";
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence text) {
      return '"' + text.subSequence(0, Math.min(LONG, text.length())).toString() + '"';
    } else if (value instanceof Character letter) {
      return "'" + letter + "'";
    } else if (value.getClass().isArray()) {
      return "length " + Array.getLength(value);
    } else if (value instanceof Collection<?> collection) {
      return "size " + collection.size();
    } else if (value instanceof Map<?, ?> map) {
      return "size " + map.size();
    }
    return String.valueOf(value.toString());
  }

  private static String cut(String text) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= LONG + 2 ? line : line.substring(0, LONG) + "…";
  }
}
