package lectern.display;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Takes a value apart: arrays, collections, maps, records and optionals into their elements, all
 * else into its text.
 *
 * <p>A collection or a record whose class writes itself in its own way is left to do so.
 */
final class Pieces {
  /** How many elements of one array or collection are written, and of all together. */
  private static final int ELEMENTS = 100;

  private static final int ALL_ELEMENTS = 2_000;
  private static final int TEXT = 2_000;
  private static final int DEPTH = 50;

  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int written;

  private Pieces() {}

  static Piece of(Object value) {
    return new Pieces().piece(value);
  }

  private Piece piece(Object value) {
    if (value == null) {
      return new Piece.Leaf("null", false);
    } else if (value instanceof String text) {
      return new Piece.Leaf(Quoted.of(CutText.of(text, TEXT)), false);
    } else if (value instanceof Character c) {
      return new Piece.Leaf(Quoted.of(c), false);
    } else if (!hasParts(value)) {
      return new Piece.Leaf(ObjectText.of(value), value instanceof Number);
    } else if (open.size() == DEPTH) {
      return new Piece.Leaf("…", false);
    } else if (!open.add(value)) {
      return new Piece.Leaf("(itself)", false);
    }
    try {
      return parts(value);
    } finally {
      open.remove(value);
    }
  }

  private static boolean hasParts(Object value) {
    return value.getClass().isArray()
        || value instanceof Optional
        || value instanceof Record
        || (value instanceof Collection || value instanceof Map || value instanceof Map.Entry)
            && isWrittenByJava(value);
  }

  private static boolean isWrittenByJava(Object value) {
    try {
      Class<?> writer = value.getClass().getMethod("toString").getDeclaringClass();
      return writer.getName().startsWith("java.");
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private Piece parts(Object value) {
    if (value.getClass().isArray()) {
      return elements(() -> new ArrayElements(value), Array.getLength(value), "[", "]");
    } else if (value instanceof Record record) {
      return record(record);
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? new Piece.Leaf("Optional.empty", false)
          : Piece.Group.of("Optional[", List.of(piece(optional.get())), "]");
    } else if (value instanceof Map.Entry<?, ?> entry) {
      return entry(entry);
    } else if (value instanceof Map<?, ?> map) {
      return elements(map.entrySet(), map.size(), "{", "}");
    }
    Collection<?> collection = (Collection<?>) value;
    return elements(collection, collection.size(), "[", "]");
  }

  private Piece entry(Map.Entry<?, ?> entry) {
    return new Piece.Named(PieceLayout.of(piece(entry.getKey())) + "=", piece(entry.getValue()));
  }

  private Piece elements(Iterable<?> all, int size, String before, String after) {
    List<Piece> items = new ArrayList<>();
    try {
      Iterator<?> elements = all.iterator();
      while (items.size() < ELEMENTS && written < ALL_ELEMENTS && elements.hasNext()) {
        Object next = elements.next();
        written++;
        items.add(next instanceof Map.Entry<?, ?> entry ? entry(entry) : piece(next));
      }
      int left = size - items.size();
      if (left > 0) {
        items.add(
            new Piece.Leaf(String.format(Locale.ROOT, "… %,d more of %,d", left, size), false));
      }
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      items.add(new Piece.Leaf("… the rest cannot be read: " + e, false));
    }
    return Piece.Group.of(before, items, after);
  }

  /** A record of the usual form by its components, so that arrays in it show their values. */
  private Piece record(Record record) {
    String own = ObjectText.of(record);
    String name = record.getClass().getSimpleName() + "[";
    StringBuilder usual = new StringBuilder(name);
    List<Piece> items = new ArrayList<>();
    try {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        Object value = accessor.invoke(record);
        usual.append(items.isEmpty() ? "" : ", ").append(component.getName());
        usual.append('=').append(value);
        items.add(new Piece.Named(component.getName() + "=", piece(value)));
      }
    } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
      return new Piece.Leaf(own, false);
    }
    return usual.append(']').toString().equals(own)
        ? Piece.Group.of(name, items, "]")
        : new Piece.Leaf(own, false);
  }

  /** The elements of an array of any type. */
  private static final class ArrayElements implements Iterator<Object> {
    private final Object array;
    private int next;

    ArrayElements(Object array) {
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
