package lectern.kernel.compile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lectern.kernel.source.CellText;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.Shapes;
import lectern.kernel.source.SplitCell;
import lectern.kernel.source.Token;
import lectern.kernel.source.Unit;

/**
 * Writes the compilation unit of a cell: imports, then one class with its types, methods and
 * variables as static members and its statements in {@code $run}; behind it a class for each
 * earlier cell of which something is compiled anew.
 */
final class UnitBuilder {
  private static final String RUNTIME = "lectern.kernel.link.CellRuntime";

  /** Statements of a long cell are spread over methods, which Java limits to 64 KB. */
  private static final int LONG = 400;

  private static final int CHUNK = 200;

  private final Workspace workspace;
  private final Draft draft;
  private final SplitCell cell;

  /** Whether variables are written as local ones, to be looked at. */
  private final boolean locals;

  private final MappedSource source = new MappedSource();

  private UnitBuilder(Workspace workspace, Draft draft, boolean locals) {
    this.workspace = workspace;
    this.draft = draft;
    this.cell = draft.cell;
    this.locals = locals;
  }

  /** The unit as it runs: variables are fields. */
  static MappedSource withFields(Workspace workspace, Draft draft) {
    return new UnitBuilder(workspace, draft, false).build();
  }

  /** The unit as it is looked at: variables are local. */
  static MappedSource withLocals(Workspace workspace, Draft draft) {
    return new UnitBuilder(workspace, draft, true).build();
  }

  private MappedSource build() {
    writeImports();
    source.add("public class " + draft.main + "{public static Object $value=$NOTHING;");
    Set<String> called = draft.usedNames();
    draft.methods.values().forEach(unit -> called.add(cell.name(unit)));
    writeStandIns(called, draft.methods.keySet());
    for (Unit unit : cell.units()) {
      if (unit.kind() == Unit.Kind.TYPE || unit.kind() == Unit.Kind.METHOD) {
        writeMember(cell, unit);
      }
    }
    if (!locals) {
      draft.variables.forEach(this::writeLifted);
      draft.variables.stream().filter(each -> each.isNew).forEach(this::writeField);
    }
    writeStatements();
    source.add("}");
    for (CellText text : draft.texts()) {
      writeRecompiled(text, called);
    }
    return source;
  }

  private void writeImports() {
    source.add("package " + CellNames.PACKAGE + ";");
    for (String helper : List.of("$v", "$undefined", "$waiting", "$unused", "$NOTHING")) {
      source.add("import static " + RUNTIME + "." + helper + ";");
    }
    Set<String> single = new HashSet<>();
    draft.added.forEach(each -> single.add(Workspace.last(each)));
    draft.imports.stream()
        .filter(Workspace::isSingleType)
        .map(Workspace::last)
        .forEach(single::add);
    draft.added.forEach(each -> source.add("import " + each + ";"));
    for (String each : workspace.imports()) {
      String last = Workspace.last(each);
      boolean hidden = single.contains(last) || draft.types.containsKey(last);
      if (!Workspace.isSingleType(each) || !hidden) {
        source.add("import " + each + ";");
      }
    }
    Set<String> names = draft.usedNames();
    for (Declaration each : workspace.declarations()) {
      boolean hidden = single.contains(each.name()) || draft.types.containsKey(each.name());
      if (each.isType() && names.contains(each.name()) && !hidden) {
        importMember(
            "", draft.recompiled.contains(each) ? draft.owner(each) : each.owner(), each.name());
      }
    }
    writeImportsOfVariables(names);
    for (Unit unit : cell.units(Unit.Kind.IMPORT)) {
      source.copy(draft.text(), unit.start(), unit.end());
    }
  }

  private void writeImportsOfVariables(Set<String> names) {
    boolean others = !draft.recompiled.isEmpty();
    if (others) {
      draft.types.keySet().forEach(type -> importMember("", draft.main, type));
    }
    Set<String> fresh = new LinkedHashSet<>();
    if (!locals) {
      draft.variables.stream().filter(each -> each.isNew).forEach(each -> fresh.add(each.name));
    }
    for (SessionVariable each : workspace.variables()) {
      if (names.contains(each.name()) && !fresh.contains(each.name())) {
        importMember("static ", each.owner(), each.name());
      }
    }
    if (others) {
      fresh.forEach(name -> importMember("static ", draft.main, name));
    }
  }

  private void importMember(String kind, String owner, String name) {
    source.add("import " + kind + CellNames.PACKAGE + "." + owner + "." + name + ";");
  }

  /** Methods of other cells as the compiler sees them; calls of them are led to the real ones. */
  private void writeStandIns(Set<String> called, Set<String> except) {
    for (Declaration each : workspace.declarations()) {
      boolean replaced =
          except.contains(each.key()) || draft.methods.containsKey(each.key()) || each.isType();
      if (!replaced && called.contains(each.name())) {
        if (draft.recompiled.contains(each)) {
          writeStandIn(each.cell(), each.unit());
        } else {
          source.add(each.header().text() + "{throw null;}\n");
        }
      }
    }
  }

  private void writeStandIn(SplitCell from, Unit method) {
    int start = from.tokens().at(from.shapes().modifiersEnd(method.from())).start();
    int end = from.tokens().at(from.shapes().methodBody(method.name()) - 1).end();
    source.add("public static ").copy(from.text(), start, end).add("{throw null;}\n");
  }

  private void writeRecompiled(CellText text, Set<String> called) {
    List<Declaration> here =
        draft.recompiled.stream().filter(each -> each.cell().text() == text).toList();
    source.add("class " + draft.owner(here.get(0)) + "{");
    Set<String> own = new HashSet<>();
    here.forEach(each -> own.add(each.key()));
    writeStandIns(called, own);
    for (Unit method : draft.methods.values()) {
      writeStandIn(cell, method);
    }
    here.forEach(each -> writeMember(each.cell(), each.unit()));
    source.add("}");
  }

  /** A type or method as a public static member; what does not compile in it throws instead. */
  private void writeMember(SplitCell from, Unit unit) {
    boolean isMethod = unit.kind() == Unit.Kind.METHOD;
    source.add(
        isMethod ? "public static " : "static "); // a public record wants public constructors
    Set<String> dropped =
        isMethod
            ? Set.of("public", "private", "protected", "static", "final", "default")
            : Set.of("private", "protected", "static");
    String text = blank(from, unit, unit.end(), dropped);
    int begin = unit.start();
    for (Gap gap : draft.gaps(from.text(), unit)) {
      Body body = gap.body();
      source.copy(
          from.text(), begin, text.substring(begin - unit.start(), body.from() - unit.start()));
      source.add(body.throwing(gap.reason()), from.text(), gap.at());
      begin = body.to();
    }
    source.copy(from.text(), begin, text.substring(begin - unit.start()));
  }

  /** The text of a unit with some of its modifiers overwritten by spaces. */
  private static String blank(SplitCell from, Unit unit, int end, Set<String> dropped) {
    char[] text = from.text().code().substring(unit.start(), end).toCharArray();
    for (int i = unit.from(); i < from.shapes().modifiersEnd(unit.from()); i++) {
      Token token = from.tokens().at(i);
      if (token.isWord() && dropped.contains(token.text())) {
        Arrays.fill(text, token.start() - unit.start(), token.end() - unit.start(), ' ');
      }
    }
    return new String(text);
  }

  private void writeLifted(NewVariable variable) {
    if (variable.lifted != null) {
      source.add("public static class Anon$" + variable.name + variable.lifted.head());
      source.copy(draft.text(), variable.lifted.bodyStart(), variable.lifted.bodyStart() + 1);
      source.add(variable.lifted.constructor());
      source.copy(draft.text(), variable.lifted.bodyStart() + 1, variable.lifted.bodyEnd());
    }
  }

  private void writeField(NewVariable variable) {
    source.add("public static " + (variable.constant ? "final " : ""));
    if (variable.inferred != null) {
      source.add(variable.inferred);
    } else {
      source.copy(draft.text(), variable.typeStart, variable.typeEnd).add(variable.dimensions);
    }
    source.add(" " + variable.name);
    if (variable.constant) {
      source.add("=").copy(draft.text(), variable.initialiserStart, variable.initialiserEnd);
    }
    source.add(";");
  }

  private void writeStatements() {
    List<Unit> units = cell.units().stream().filter(Unit::runs).toList();
    boolean split = !locals && units.size() > LONG && !cell.tokens().contains("return");
    String head = "public static void ";
    StringBuilder calls = new StringBuilder();
    source.add(head + (split ? "$run0" : "$run") + "()throws Throwable{");
    for (int i = 0; i < units.size(); i++) {
      if (split && i > 0 && i % CHUNK == 0) {
        source.add("}" + head + "$run" + i / CHUNK + "()throws Throwable{");
      }
      if (split && i % CHUNK == 0) {
        calls.append("$run").append(i / CHUNK).append("();");
      }
      writeStatement(units.get(i));
    }
    source.add(split ? "}" + head + "$run()throws Throwable{" + calls + "}" : "}");
  }

  private void writeStatement(Unit unit) {
    switch (unit.kind()) {
      case VALUE -> {
        boolean mayBeVoid = cell.tokens().is(unit.to() - 1, ")");
        source.add(mayBeVoid ? "$value=$v(()->" : "$value=");
        source.copy(draft.text(), unit.start(), unit.end()).add(mayBeVoid ? ");" : ";");
      }
      case UNUSED_VALUE -> {
        int end = unit.closed() ? cell.tokens().at(unit.to() - 2).end() : unit.end();
        source.add("$unused(").copy(draft.text(), unit.start(), end).add(");");
      }
      case VARIABLES -> {
        if (locals) {
          writeLocals(unit);
        } else {
          draft.variablesOf(unit).forEach(this::writeAssignment);
        }
      }
      default -> {
        source.copy(draft.text(), unit.start(), unit.end());
        if (!unit.closed() && !cell.tokens().is(unit.to() - 1, "}")) {
          source.add(";");
        }
      }
    }
  }

  private void writeLocals(Unit unit) {
    Set<String> dropped = new HashSet<>();
    for (int i = unit.from(); i < cell.shapes().modifiersEnd(unit.from()); i++) {
      String word = cell.tokens().at(i).text();
      if (Shapes.isModifier(word) && !word.equals("final")) {
        dropped.add(word);
      }
    }
    SortedMap<Integer, String> oldUses = new TreeMap<>();
    draft.variablesOf(unit).forEach(each -> oldUses.putAll(each.oldUses));
    source.copy(draft.text(), unit.start(), blank(cell, unit, unit.end(), dropped), oldUses);
    source.add(unit.closed() ? "" : ";");
  }

  private void writeAssignment(NewVariable variable) {
    if (variable.constant) {
      return;
    }
    source.add(variable.name + "=");
    if (variable.initialiserStart < 0) {
      source.copy(draft.text(), variable.start, variable.start).add(zero(variable) + ";");
      return;
    }
    if (variable.lifted != null) {
      int end = variable.lifted.arguments();
      source.add("new Anon$" + variable.name);
      copyInitialiser(variable, end, variable.lifted.bodyStart());
      source.add(";");
      return;
    }
    source.add(variable.arrayType == null ? "" : "new " + variable.arrayType);
    copyInitialiser(variable, variable.initialiserStart, variable.initialiserEnd);
    source.add(";");
  }

  private void copyInitialiser(NewVariable variable, int from, int to) {
    Map<Integer, String> oldUses = variable.isNew ? variable.oldUses : Map.of();
    source.copy(draft.text(), from, draft.text().code().substring(from, to), oldUses);
  }

  private String zero(NewVariable variable) {
    String type =
        draft.text().code().substring(variable.typeStart, variable.typeEnd) + variable.dimensions;
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "char", "int", "long", "float", "double" -> "0";
      default -> "null";
    };
  }
}
