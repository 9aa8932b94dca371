package lectern.kernel.compile;

import java.util.SortedMap;
import java.util.TreeMap;
import lectern.kernel.source.Unit;

/** A variable that a cell declares. Positions are those of the cell. */
final class NewVariable {
  /** The class that takes the place of an anonymous one, so that its members stay visible. */
  record Lifted(String head, String constructor, int arguments, int bodyStart, int bodyEnd) {}

  final String name;
  final Unit unit;

  /** Where the type is written; for {@code var} that word. */
  int typeStart;

  int typeEnd;

  /** Brackets behind the name. */
  String dimensions = "";

  /** For {@code var} a type that can be written; else null. */
  String inferred;

  /** As the compiler writes it, where it had to be asked; else null. */
  String attributed;

  int start = -1;
  int initialiserStart = -1;
  int initialiserEnd = -1;

  /** The array type of an initialiser in braces, or null. */
  String arrayType;

  boolean constant;

  /** Whether it has a field of its own; else an earlier one of the same type is assigned. */
  boolean isNew = true;

  Lifted lifted;

  /** Where its initialiser reads the variable that it replaces: that variable's field. */
  final SortedMap<Integer, String> oldUses = new TreeMap<>();

  NewVariable(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
  }
}
