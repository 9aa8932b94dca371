package lectern.kernel.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cells have declared so far. */
public final class Workspace {
  private final Map<String, Declaration> declarations = new LinkedHashMap<>();
  private final Map<String, SessionVariable> variables = new LinkedHashMap<>();
  private final List<String> imports = new ArrayList<>();
  private int counter;

  /** A name for the class around the next unit. */
  public synchronized String nextUnit() {
    return CellNames.unit(++counter);
  }

  public synchronized List<Declaration> declarations() {
    return List.copyOf(declarations.values());
  }

  /** The variables in the order in which they were first declared. */
  public synchronized List<SessionVariable> variables() {
    return List.copyOf(variables.values());
  }

  synchronized SessionVariable variable(String name) {
    return variables.get(name);
  }

  synchronized Declaration method(String key) {
    return declarations.get(key);
  }

  synchronized List<String> imports() {
    return List.copyOf(imports);
  }

  /** All names that code may use without saying where they come from. */
  synchronized Set<String> names() {
    Set<String> names = new LinkedHashSet<>(variables.keySet());
    declarations.values().forEach(each -> names.add(each.name()));
    return names;
  }

  /** The classes in which something stands that code may use. */
  public synchronized Set<String> owners() {
    Set<String> owners = new LinkedHashSet<>();
    declarations.values().forEach(each -> owners.add(each.owner()));
    variables.values().forEach(each -> owners.add(each.owner()));
    return owners;
  }

  synchronized void put(Declaration declaration) {
    declarations.put(mapKey(declaration), declaration);
    if (declaration.isType()) {
      imports.removeIf(each -> !isStatic(each) && last(each).equals(declaration.name()));
    }
  }

  private static String mapKey(Declaration declaration) {
    return declaration.isType() ? "type " + declaration.name() : declaration.key();
  }

  synchronized void put(SessionVariable variable) {
    variables.put(variable.name(), variable);
  }

  /** An import takes the place of another import, or of a type, of the same simple name. */
  synchronized void addImport(String imported) {
    if (isSingleType(imported)) {
      imports.removeIf(each -> isSingleType(each) && last(each).equals(last(imported)));
      declarations.remove("type " + last(imported));
    }
    if (!imports.contains(imported)) {
      imports.add(imported);
    }
  }

  static boolean isStatic(String imported) {
    return imported.startsWith("static ");
  }

  static boolean isSingleType(String imported) {
    return !isStatic(imported) && !imported.endsWith("*");
  }

  static String last(String imported) {
    return imported.substring(imported.lastIndexOf('.') + 1);
  }
}
