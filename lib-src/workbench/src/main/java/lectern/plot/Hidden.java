package lectern.plot;

import java.lang.reflect.Field;

/** Settings of jsplot's objects that have no public way to read them. */
final class Hidden {
  private Hidden() {}

  /** The value of a field of an object or of what its class extends; null where there is none. */
  static Object value(Object owner, String name) {
    Class<?> type = owner == null ? null : owner.getClass();
    while (type != null) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name) && field.trySetAccessible()) {
          return read(field, owner);
        }
      }
      type = type.getSuperclass();
    }
    return null;
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }
}
