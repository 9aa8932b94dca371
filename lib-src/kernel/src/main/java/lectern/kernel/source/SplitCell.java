package lectern.kernel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lectern.kernel.source.Unit.Kind;

/**
 * A cell split into imports, types, methods, variables, statements and its value.
 *
 * @param units in the cell's order
 */
public record SplitCell(CellText text, JavaTokens tokens, Shapes shapes, List<Unit> units) {
  public SplitCell {
    units = List.copyOf(units);
  }

  /**
   * Splits a cell.
   *
   * @throws BrokenText where it cannot be read
   */
  public static SplitCell of(CellText text) {
    JavaTokens tokens = JavaTokens.of(text.code());
    Shapes shapes = new Shapes(tokens);
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      if (tokens.is(i, ";")) {
        i++;
        continue;
      }
      Unit unit = unit(tokens, shapes, i);
      units.add(unit);
      i = unit.to();
    }
    return new SplitCell(text, tokens, shapes, units);
  }

  private static Unit unit(JavaTokens tokens, Shapes shapes, int from) {
    int type = shapes.typeName(from);
    int method = type < 0 ? shapes.methodName(from) : -1;
    if (tokens.is(from, "import")) {
      return unit(tokens, Kind.IMPORT, from, shapes.semicolonEnd(from), -1);
    }
    if (type >= 0) {
      return unit(tokens, Kind.TYPE, from, shapes.statementEnd(from), type);
    }
    if (method >= 0) {
      int end = tokens.partner(shapes.methodBody(method)) + 1;
      return unit(tokens, Kind.METHOD, from, end, method);
    }
    int end = Math.min(tokens.size(), Math.max(shapes.statementEnd(from), from + 1));
    if (shapes.declaresVariables(from)) {
      return unit(tokens, Kind.VARIABLES, from, end, -1);
    }
    boolean isValue =
        end >= tokens.size() && !tokens.is(end - 1, ";") && !shapes.beginsStatement(from);
    return unit(tokens, isValue ? Kind.VALUE : Kind.STATEMENT, from, end, -1);
  }

  private static Unit unit(JavaTokens tokens, Kind kind, int from, int to, int name) {
    int end = tokens.at(to - 1).end();
    return new Unit(kind, from, to, tokens.at(from).start(), end, name, tokens.is(to - 1, ";"));
  }

  /** The same cell with some units read as something else. */
  public SplitCell withUnits(UnaryOperator<Unit> change) {
    return new SplitCell(text, tokens, shapes, units.stream().map(change).toList());
  }

  public List<Unit> units(Kind kind) {
    return units.stream().filter(unit -> unit.kind() == kind).toList();
  }

  /** The name of a type or method. */
  public String name(Unit unit) {
    return tokens.at(unit.name()).text();
  }

  /** The unit at that position, or null. */
  public Unit unitAt(int offset) {
    for (Unit unit : units) {
      if (offset >= unit.start() && offset < Math.max(unit.end(), unit.start() + 1)) {
        return unit;
      }
    }
    return null;
  }

  /** What an import unit names: {@code java.util.List}, {@code static java.lang.Math.*}. */
  public String importedName(Unit unit) {
    StringBuilder name = new StringBuilder();
    for (int i = unit.from() + 1; i < unit.to() && !tokens.is(i, ";"); i++) {
      name.append(tokens.at(i).text()).append(tokens.is(i, "static") ? " " : "");
    }
    return name.toString();
  }

  /** The words of a method's result type, without spaces. */
  public String resultType(Unit unit) {
    StringBuilder type = new StringBuilder();
    int from = shapes.modifiersEnd(unit.from());
    for (int i = tokens.is(from, "<") ? shapes.anglesEnd(from) : from; i < unit.name(); i++) {
      type.append(tokens.at(i).text());
    }
    return type.toString();
  }
}
