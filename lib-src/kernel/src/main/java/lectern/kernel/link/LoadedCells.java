package lectern.kernel.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CompiledUnit;
import lectern.kernel.compile.MethodHeader;
import lectern.kernel.source.CellText;

/** The classes of the cells, in memory and loaded; what nothing refers to any more is dropped. */
public final class LoadedCells {
  private static final Pattern REFERENCE = Pattern.compile("c\\$/([\\p{L}\\p{N}_]+)");

  /** An outermost class with what is nested in it. */
  private record Entry(CellClassLoader loader, Set<String> references) {}

  private record Origin(WeakReference<CellClassLoader> loader, CellText text) {}

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Origin> origins = new ConcurrentHashMap<>();
  private final MethodSlots slots = new MethodSlots();
  private final ClassPathLoader parent;

  public LoadedCells(ClassPathLoader parent) {
    this.parent = parent;
  }

  /** Class files as the compiler wrote them, by binary name; changes as cells come and go. */
  public Map<String, byte[]> known() {
    return known;
  }

  /**
   * Loads the classes of a cell and leads calls to its methods.
   *
   * @return the class that runs
   */
  public synchronized Class<?> define(CompiledUnit unit) throws ReflectiveOperationException {
    Map<String, byte[]> prepared = new LinkedHashMap<>();
    Map<String, Set<String>> references = new LinkedHashMap<>();
    unit.classes()
        .forEach(
            (name, bytes) -> {
              String outermost = CellNames.outermost(name);
              CellText text = unit.texts().get(outermost);
              prepared.put(
                  name,
                  text == null // an annotation processor made it
                      ? ClassPass.prepare(bytes, outermost, new int[0])
                      : ClassPass.prepare(bytes, text.name(), unit.lines()));
              references
                  .computeIfAbsent(outermost, each -> new LinkedHashSet<>())
                  .addAll(referencesOf(bytes));
            });
    references.keySet().stream() // what an annotation processor made lives as long as the cell
        .filter(each -> !unit.texts().containsKey(each))
        .forEach(references.get(unit.main())::add);
    Set<CellClassLoader> used = new LinkedHashSet<>();
    for (Set<String> each : references.values()) {
      each.stream()
          .filter(entries::containsKey)
          .forEach(name -> used.add(entries.get(name).loader));
    }
    CellClassLoader loader = new CellClassLoader(parent, prepared, used, slots);
    Class<?> main = Class.forName(CellNames.PACKAGE + "." + unit.main(), false, loader);
    linkMethods(unit, loader);
    known.putAll(unit.classes());
    references.forEach((name, names) -> entries.put(name, new Entry(loader, names)));
    unit.texts()
        .forEach((name, text) -> origins.put(name, new Origin(new WeakReference<>(loader), text)));
    return main;
  }

  private static Set<String> referencesOf(byte[] classFile) {
    Set<String> found = new LinkedHashSet<>();
    Matcher reference = REFERENCE.matcher(new String(classFile, StandardCharsets.ISO_8859_1));
    while (reference.find()) {
      found.add(reference.group(1));
    }
    return found;
  }

  private void linkMethods(CompiledUnit unit, CellClassLoader loader)
      throws ReflectiveOperationException {
    Map<String, MethodHandle> targets = new LinkedHashMap<>();
    for (MethodHeader each : unit.methods()) {
      Class<?> owner = loader.loadClass(CellNames.PACKAGE + "." + each.owner());
      MethodType type = MethodType.fromMethodDescriptorString(each.descriptor(), loader);
      targets.put(
          each.name() + each.descriptor(),
          MethodHandles.publicLookup().findStatic(owner, each.name(), type));
    }
    for (MethodHeader each : unit.superseded()) {
      if (!targets.containsKey(each.name() + each.descriptor())) {
        slots.undefine(each.name(), each.descriptor());
      }
    }
    for (MethodHeader each : unit.methods()) {
      slots.define(each.name(), targets.get(each.name() + each.descriptor()));
    }
  }

  /** Drops what neither stands in one of these classes nor is referred to by them. */
  public synchronized void retain(Set<String> owners) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(owners);
    while (!next.isEmpty()) {
      String name = next.pop();
      Entry entry = entries.get(name);
      if (entry != null && reached.add(name)) {
        next.addAll(entry.references);
      }
    }
    entries.keySet().retainAll(reached);
    known.keySet().removeIf(name -> !reached.contains(CellNames.outermost(name)));
    origins.values().removeIf(origin -> origin.loader.get() == null);
  }

  /** The class of that simple name. */
  public synchronized Class<?> outermost(String name) throws ClassNotFoundException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    return entry.loader.loadClass(CellNames.PACKAGE + "." + name);
  }

  /** The code that a class of cells came from, or null. */
  public CellText textOf(String className) {
    Origin origin = origins.get(CellNames.outermost(className));
    return origin == null ? null : origin.text;
  }

  /** How many classes are kept for the compiler. */
  public int size() {
    return known.size();
  }

  /** How many methods of the notebook something may still call. */
  public int slots() {
    return slots.size();
  }
}
