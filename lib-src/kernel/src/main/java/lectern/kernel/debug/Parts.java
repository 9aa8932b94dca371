package lectern.kernel.debug;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a value opens into: the elements of an array or collection, the entries of a map, the fields
 * of an object. Never more than the first hundred; one more part tells how many are left out.
 */
final class Parts {
  static final int SHOWN = 100;

  private Parts() {}

  /** Whether there is anything to open; asks no method of the user's. */
  static boolean canOpen(Object value) {
    return value != null && !ShortText.isPlain(value);
  }

  static List<Part> of(Object value) {
    List<Part> parts = new ArrayList<>();
    if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      for (int i = 0; i < Math.min(SHOWN, length); i++) {
        parts.add(new Part("[" + i + "]", Array.get(value, i)));
      }
      tellRest(parts, length);
    } else if (value instanceof Collection<?> collection) {
      for (Object each : collection) {
        if (parts.size() == SHOWN) {
          break;
        }
        parts.add(new Part("[" + parts.size() + "]", each));
      }
      tellRest(parts, collection.size());
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (parts.size() == SHOWN) {
          break;
        }
        parts.add(new Part(ShortText.of(each.getKey()), each.getValue()));
      }
      tellRest(parts, map.size());
    } else {
      addFields(parts, value);
    }
    return parts;
  }

  /** The fields that this Java lets us see, those of the superclass first. */
  private static void addFields(List<Part> parts, Object value) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      types.add(0, type);
    }
    for (Class<?> type : types) {
      for (Field field : type.getDeclaredFields()) {
        boolean seen = !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
        if (seen && field.trySetAccessible()) {
          try {
            parts.add(new Part(field.getName(), field.get(value)));
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }

  private static void tellRest(List<Part> parts, int size) {
    if (size > parts.size()) {
      parts.add(new Part("… " + (size - parts.size()) + " more", null));
    }
  }
}
