package lectern.kernel.compile;

import java.util.HashSet;
import java.util.Set;
import lectern.kernel.source.Unit;

/**
 * Finds the earlier declarations that a cell changes the meaning of.
 *
 * <p>They use a variable that gets another type, a type that is defined anew, a method whose result
 * type changes, or one of these dependents; or they do not compile at present and have the name of
 * something new in what does not. A method, which has no state to lose, is also compiled anew when
 * there is a new overload of a method that it calls.
 */
final class Dependents {
  private final Workspace workspace;
  private final Draft draft;

  /** Symbols that mean something else now, see {@link Uses}. */
  private final Set<String> symbols = new HashSet<>();

  private final Set<String> names = new HashSet<>();

  /** Methods that are overloaded now, with the bracket: {@code f(}. */
  private final Set<String> overloaded = new HashSet<>();

  Dependents(Workspace workspace, Draft draft) {
    this.workspace = workspace;
    this.draft = draft;
  }

  /** Adds them to what the draft compiles anew. */
  void find() {
    for (String type : draft.types.keySet()) {
      add(Uses.type(type), type);
    }
    for (NewVariable each : draft.variables) {
      if (each.isNew) {
        add(Uses.variable(each.name), each.name);
      }
    }
    draft.methods.forEach(this::addMethod);
    boolean more = !names.isEmpty();
    while (more) {
      more = false;
      for (Declaration each : workspace.declarations()) {
        if (!isKnown(each) && isTouched(each)) {
          draft.recompiled.add(each);
          add(each.symbol(), each.name());
          more = true;
        }
      }
    }
  }

  private void add(String symbol, String name) {
    symbols.add(symbol);
    names.add(name);
  }

  private void addMethod(String key, Unit unit) {
    Declaration old = workspace.method(key);
    if (old == null) {
      names.add(draft.cell.name(unit));
      overloaded.add(draft.cell.name(unit) + "(");
    } else if (!old.cell().resultType(old.unit()).equals(draft.cell.resultType(unit))) {
      add(key, draft.cell.name(unit));
    }
  }

  private boolean isKnown(Declaration each) {
    return draft.recompiled.contains(each)
        || (each.isType()
            ? draft.types.containsKey(each.name())
            : draft.methods.containsKey(each.key()));
  }

  private boolean isTouched(Declaration each) {
    return each.uses().stream().anyMatch(symbols::contains)
        || each.missing().stream().anyMatch(names::contains)
        || !each.isType() && each.uses().stream().anyMatch(this::isOverloaded);
  }

  private boolean isOverloaded(String symbol) {
    return overloaded.contains(symbol.substring(0, symbol.indexOf('(') + 1));
  }
}
