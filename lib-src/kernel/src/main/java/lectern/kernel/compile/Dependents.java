package lectern.kernel.compile;

import java.util.HashSet;
import java.util.Set;
import lectern.kernel.source.Unit;

/**
 * Finds the earlier declarations that a cell changes the meaning of.
 *
 * <p>They use the name of a variable that gets another type, of a type that is defined anew, of a
 * method whose result type changes or that was missing; or they use one of these dependents.
 */
final class Dependents {
  private final Workspace workspace;
  private final Draft draft;

  Dependents(Workspace workspace, Draft draft) {
    this.workspace = workspace;
    this.draft = draft;
  }

  /** Adds them to what the draft compiles anew. */
  void find() {
    Set<String> names = new HashSet<>(draft.types.keySet());
    draft.variables.stream().filter(each -> each.isNew).forEach(each -> names.add(each.name));
    Set<String> methods = changedMethods();
    if (names.isEmpty() && methods.isEmpty()) {
      return;
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Declaration each : workspace.declarations()) {
        if (!isKnown(each) && isTouched(each, names, methods)) {
          draft.recompiled.add(each);
          more |= each.isType() ? names.add(each.name()) : true;
        }
      }
    }
  }

  private Set<String> changedMethods() {
    Set<String> changed = new HashSet<>();
    for (var each : draft.methods.entrySet()) {
      Declaration old = workspace.method(each.getKey());
      Unit unit = each.getValue();
      if (old == null || !old.cell().resultType(old.unit()).equals(draft.cell.resultType(unit))) {
        changed.add(draft.cell.name(unit));
      }
    }
    return changed;
  }

  private boolean isKnown(Declaration each) {
    return draft.recompiled.contains(each)
        || (each.isType()
            ? draft.types.containsKey(each.name())
            : draft.methods.containsKey(each.key()));
  }

  private boolean isTouched(Declaration each, Set<String> names, Set<String> methods) {
    for (String used : each.names()) {
      if (names.contains(used)) {
        return true;
      }
      if (methods.contains(used) && (each.broken() != null || replacesOne(used))) {
        return true;
      }
    }
    return false;
  }

  private boolean replacesOne(String method) {
    return workspace.declarations().stream()
        .anyMatch(
            each ->
                !each.isType()
                    && each.name().equals(method)
                    && draft.methods.containsKey(each.key()));
  }
}
