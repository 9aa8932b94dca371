package lectern.display;

import java.lang.reflect.Modifier;
import java.util.Calendar;
import java.util.Enumeration;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.BaseStream;

/**
 * The text of a value that has no parts to show.
 *
 * <p>Nothing is used up or waited for: a stream and an iterator say that they were not read, a
 * future whether it is done. A {@code toString} that throws or never ends is told, not passed on.
 */
final class ObjectText {
  private ObjectText() {}

  static String of(Object value) {
    if (value instanceof BaseStream) {
      return nameOf(value, BaseStream.class) + ", not read (toList() or toArray() reads it)";
    } else if (value instanceof CompletableFuture<?> future) {
      return future(future);
    } else if (value instanceof Class<?> type) {
      return type(type);
    } else if (value instanceof GregorianCalendar calendar) {
      return calendar.toZonedDateTime().toString();
    } else if (value instanceof Calendar calendar) {
      return calendar.toInstant().toString();
    } else if (isPlainObject(value)) {
      return plainObject(value);
    }
    return toStringOf(value);
  }

  private static String toStringOf(Object value) {
    try {
      return String.valueOf(value.toString());
    } catch (CancellationException e) {
      throw e;
    } catch (StackOverflowError e) {
      return name(value.getClass()) + " (its toString never ends)";
    } catch (RuntimeException | AssertionError | LinkageError e) {
      return name(value.getClass()) + " (its toString threw " + thrown(e) + ")";
    }
  }

  private static String thrown(Throwable e) {
    try {
      return e.toString();
    } catch (RuntimeException again) {
      return e.getClass().getName();
    }
  }

  private static String future(CompletableFuture<?> future) {
    if (!future.isDone()) {
      return "CompletableFuture, not completed yet (join() waits for it)";
    }
    try {
      return "CompletableFuture[" + PlainText.inside(future.join()) + "]";
    } catch (CompletionException e) {
      return "CompletableFuture, failed: " + thrown(Objects.requireNonNullElse(e.getCause(), e));
    } catch (CancellationException e) {
      return "CompletableFuture, cancelled";
    }
  }

  private static String type(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "annotation "
            : type.isInterface()
                ? "interface "
                : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    return (type.isPrimitive() ? "" : kind) + name(type);
  }

  private static boolean isPlainObject(Object value) {
    try {
      return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** What would else be a name and a number that changes from run to run. */
  private static String plainObject(Object value) {
    Class<?> type = value.getClass();
    if (value instanceof Iterator) {
      return nameOf(value, Iterator.class) + ", not read";
    } else if (value instanceof Enumeration || value instanceof Spliterator) {
      return type.getInterfaces().length > 0
          ? name(type.getInterfaces()[0]) + ", not read"
          : name(type) + ", not read";
    } else if (type.isSynthetic() && type.getInterfaces().length > 0) {
      return name(type.getInterfaces()[0]) + " (a lambda or method reference)";
    } else if (type.isAnonymousClass()) {
      Class<?>[] interfaces = type.getInterfaces();
      Class<?> base = interfaces.length > 0 ? interfaces[0] : type.getSuperclass();
      return "new " + name(base) + "() {…}";
    }
    return name(type) + "@" + Integer.toHexString(System.identityHashCode(value));
  }

  /** The name of the public interface by which one knows a value: {@code IntStream}. */
  private static String nameOf(Object value, Class<?> base) {
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> known : type.getInterfaces()) {
        if (base.isAssignableFrom(known) && Modifier.isPublic(known.getModifiers())) {
          return known.getSimpleName();
        }
      }
    }
    return base.getSimpleName();
  }

  /** A class as a program calls it: classes of cells, which stand inside others, by simple name. */
  private static String name(Class<?> type) {
    if (type.isArray()) {
      return name(type.getComponentType()) + "[]";
    }
    boolean inner = type.getEnclosingClass() != null && !type.getName().startsWith("java");
    return inner && !type.getSimpleName().isEmpty() ? type.getSimpleName() : type.getName();
  }
}
