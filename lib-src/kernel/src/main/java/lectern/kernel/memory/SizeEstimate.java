package lectern.kernel.memory;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * About how much memory a value holds, with everything that it refers to.
 *
 * <p>Arrays and the JDK's collections and strings are counted by their length, and their elements
 * by a sample of the first 64; the fields of other classes are followed where Java allows it. What
 * is reached twice counts once. Good to within a factor of two for tables of like rows; a
 * collection whose first elements are small and whose others are large is underrated.
 */
public final class SizeEstimate {
  private static final int SAMPLE = 64;
  private static final int DEPTH = 12;
  private static final int HEADER = 16;
  private static final int REFERENCE = 4;

  /** What a list's or set's or map's entry takes besides its elements. */
  private static final int ENTRY = 40;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SizeEstimate() {}

  /** About how many bytes; 0 for null. Calls none of the user's code. */
  public static long bytes(Object value) {
    return new SizeEstimate().of(value, 0);
  }

  private long of(Object value, int depth) {
    if (value == null || value instanceof Class || depth > DEPTH || !seen.add(value)) {
      return 0;
    }
    boolean ofTheJdk = value.getClass().getClassLoader() == null;
    if (value.getClass().isArray()) {
      return array(value, depth);
    } else if (value instanceof String text) {
      return 2 * HEADER + 8 + (long) text.length() * (isLatin(text) ? 1 : 2);
    } else if (ofTheJdk && value instanceof Collection<?> items) {
      return HEADER + items(items, items.size(), depth);
    } else if (ofTheJdk && value instanceof Map<?, ?> map) {
      return HEADER
          + items(map.keySet(), map.size(), depth)
          + items(map.values(), map.size(), depth);
    }
    return fields(value, depth);
  }

  private static boolean isLatin(String text) {
    return text.chars().limit(SAMPLE).allMatch(c -> c < 256);
  }

  private long array(Object array, int depth) {
    int length = Array.getLength(array);
    Class<?> type = array.getClass().getComponentType();
    if (type.isPrimitive()) {
      return HEADER + (long) length * width(type);
    }
    Object[] items = (Object[]) array;
    long sum = 0;
    int looked = Math.min(length, SAMPLE);
    for (int i = 0; i < looked; i++) {
      sum += of(items[(int) ((long) i * length / looked)], depth + 1);
    }
    return HEADER + (long) length * REFERENCE + scaled(sum, looked, length);
  }

  private long items(Collection<?> items, int size, int depth) {
    long sum = 0;
    int looked = 0;
    try {
      for (Iterator<?> each = items.iterator(); looked < SAMPLE && each.hasNext(); looked++) {
        sum += of(each.next(), depth + 1);
      }
    } catch (RuntimeException e) {
      // Such as one that another thread changes: what was seen so far counts.
    }
    return (long) size * ENTRY + scaled(sum, looked, size);
  }

  private static long scaled(long sum, int looked, int size) {
    return looked == 0 ? 0 : Math.round((double) sum / looked * size);
  }

  private long fields(Object value, int depth) {
    long sum = HEADER;
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          sum += field.getType().isPrimitive() ? width(field.getType()) : REFERENCE;
          sum += field.getType().isPrimitive() ? 0 : of(read(field, value), depth + 1);
        }
      }
    }
    return sum;
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.trySetAccessible() ? field.get(owner) : null;
    } catch (IllegalAccessException | RuntimeException e) {
      return null;
    }
  }

  private static int width(Class<?> primitive) {
    if (primitive == long.class || primitive == double.class) {
      return 8;
    } else if (primitive == int.class || primitive == float.class) {
      return 4;
    }
    return primitive == short.class || primitive == char.class ? 2 : 1;
  }
}
