package lectern.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A value as plain text: arrays and collections by their values, long ones cut with their size
 * said.
 */
public final class PlainText {
  /** How many elements of an array or a collection are written. */
  private static final int ELEMENTS = 100;

  /** How many characters of the whole are written. */
  private static final int CHARACTERS = 20_000;

  private final StringBuilder out = new StringBuilder();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private PlainText() {}

  /** The text of a value. A {@code toString} that throws is told, not passed on. */
  public static String of(Object value) {
    if (value instanceof String text) {
      return cut(text);
    }
    PlainText plain = new PlainText();
    plain.append(value);
    return cut(plain.out.toString());
  }

  private static String cut(String text) {
    if (text.length() <= CHARACTERS) {
      return text;
    }
    return text.substring(0, CHARACTERS) + "… (" + text.length() + " characters)";
  }

  private void append(Object value) {
    if (out.length() > CHARACTERS) {
      return;
    }
    if (value == null) {
      out.append("null");
    } else if (value.getClass().isArray() || value instanceof Collection || value instanceof Map) {
      if (open.add(value)) {
        appendElements(value);
        open.remove(value);
      } else {
        out.append("(itself)");
      }
    } else if (value instanceof String text) {
      out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    } else {
      out.append(toStringOf(value));
    }
  }

  private void appendElements(Object value) {
    if (value instanceof Map<?, ?> map) {
      appendMap(map);
    } else if (value instanceof Collection<?> collection) {
      appendAll(collection.iterator(), collection.size());
    } else {
      appendAll(new ArrayIterator(value), Array.getLength(value));
    }
  }

  private void appendAll(Iterator<?> elements, int size) {
    out.append('[');
    for (int i = 0; i < ELEMENTS && elements.hasNext(); i++) {
      out.append(i == 0 ? "" : ", ");
      append(elements.next());
    }
    out.append(size > ELEMENTS ? ", … (" + size + " elements)]" : "]");
  }

  private void appendMap(Map<?, ?> map) {
    out.append('{');
    int written = 0;
    for (var entry : map.entrySet()) {
      if (written == ELEMENTS) {
        break;
      }
      out.append(written++ == 0 ? "" : ", ");
      append(entry.getKey());
      out.append('=');
      append(entry.getValue());
    }
    out.append(map.size() > ELEMENTS ? ", … (" + map.size() + " entries)}" : "}");
  }

  private static String toStringOf(Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException e) {
      return value.getClass().getName() + " (its toString threw " + e + ")";
    }
  }

  private static final class ArrayIterator implements Iterator<Object> {
    private final Object array;
    private int next;

    ArrayIterator(Object array) {
      this.array = array;
    }

    @Override
    public boolean hasNext() {
      return next < Array.getLength(array);
    }

    @Override
    public Object next() {
      return Array.get(array, next++);
    }
  }
}
