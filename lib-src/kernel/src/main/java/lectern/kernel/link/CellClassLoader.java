package lectern.kernel.link;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The loader of one cell's classes. It knows the loaders of the cells that its own refers to, and
 * keeps them: what is no longer used by anybody is collected.
 */
final class CellClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /** By this name a stack trace tells the user's frames. */
  static final String NAME = "cells";

  private final Map<String, byte[]> pending;
  private final Set<String> own;
  private final Set<CellClassLoader> used;
  private final MethodSlots slots;

  CellClassLoader(
      ClassLoader parent,
      Map<String, byte[]> classes,
      Set<CellClassLoader> used,
      MethodSlots slots) {
    super(NAME, parent);
    pending = new ConcurrentHashMap<>(classes);
    own = Set.copyOf(classes.keySet());
    this.used = Set.copyOf(used);
    this.slots = slots;
  }

  MethodSlots slots() {
    return slots;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = pending.remove(name);
    if (bytes != null) {
      return defineClass(name, bytes, 0, bytes.length);
    }
    for (CellClassLoader each : used) {
      if (each.own.contains(name)) {
        return each.loadClass(name);
      }
    }
    throw new ClassNotFoundException(name);
  }
}
