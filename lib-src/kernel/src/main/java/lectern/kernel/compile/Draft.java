package lectern.kernel.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.kernel.source.CellText;
import lectern.kernel.source.Overloads;
import lectern.kernel.source.SplitCell;
import lectern.kernel.source.Unit;

/** A cell on its way to a compilation unit. */
final class Draft {
  final SplitCell cell;

  /** The simple name of the class around it. */
  final String main;

  final Map<String, Unit> types = new LinkedHashMap<>();
  final Map<String, Unit> methods = new LinkedHashMap<>();
  final List<String> imports = new ArrayList<>();

  /** Classes that the cell uses without having imported them. */
  final List<String> added = new ArrayList<>();

  final List<NewVariable> variables = new ArrayList<>();

  /** Earlier declarations that are compiled anew. */
  final List<Declaration> recompiled = new ArrayList<>();

  /** Earlier ones that should be but cannot, with the reason: they stay as they are. */
  final Map<Declaration, String> left = new LinkedHashMap<>();

  /** Bodies that do not compile, of the cell or of what is compiled anew. */
  final List<Gap> gaps = new ArrayList<>();

  /** What the user should know although the cell compiles. */
  final List<String> notes = new ArrayList<>();

  /** Names that must be seen although no text uses them: for completion. */
  final Set<String> extraNames = new LinkedHashSet<>();

  Draft(SplitCell cell, String main) throws DoesNotCompile {
    this.cell = cell;
    this.main = main;
    for (Unit unit : cell.units()) {
      switch (unit.kind()) {
        case IMPORT -> addImport(unit);
        case TYPE -> addOnce(types, cell.name(unit), "type " + cell.name(unit), unit);
        case METHOD -> addOnce(methods, Overloads.key(cell, unit), "this method", unit);
        default -> {}
      }
    }
  }

  private void addImport(Unit unit) throws DoesNotCompile {
    if (!unit.closed()) {
      throw refuse(unit.end(), unit.end(), "';' expected");
    }
    imports.add(cell.importedName(unit));
  }

  private void addOnce(Map<String, Unit> known, String key, String what, Unit unit)
      throws DoesNotCompile {
    if (known.put(key, unit) != null) {
      var name = cell.tokens().at(unit.name());
      throw refuse(name.start(), name.end(), what + " is declared twice in this cell");
    }
  }

  DoesNotCompile refuse(int start, int end, String message) {
    return new DoesNotCompile(
        List.of(new Problem(text(), start, end, message, "lectern.err.cell")));
  }

  CellText text() {
    return cell.text();
  }

  boolean hasVariables() {
    return !cell.units(Unit.Kind.VARIABLES).isEmpty();
  }

  List<NewVariable> variablesOf(Unit unit) {
    return variables.stream().filter(each -> each.unit.equals(unit)).toList();
  }

  /** The class in which the recompiled declarations of a cell stand. */
  String owner(Declaration declaration) {
    return main + "_r" + (texts().indexOf(declaration.cell().text()) + 1);
  }

  /** The cells whose declarations are recompiled. */
  List<CellText> texts() {
    return recompiled.stream().map(each -> each.cell().text()).distinct().toList();
  }

  /** The outermost gaps of a unit in the order of its text. */
  List<Gap> gaps(CellText cell, Unit unit) {
    return gaps.stream()
        .filter(each -> each.isIn(cell, unit.start(), unit.end()))
        .filter(each -> gaps.stream().noneMatch(other -> other.contains(each)))
        .sorted(Comparator.comparingInt(each -> each.body().from()))
        .toList();
  }

  /** Every name that some text of the unit uses. */
  Set<String> usedNames() {
    Set<String> names = cell.tokens().names(0, cell.tokens().size());
    names.addAll(extraNames);
    recompiled.forEach(each -> names.addAll(each.names()));
    return names;
  }
}
