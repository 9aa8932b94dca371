package lectern.kernel.compile;

import java.util.Set;
import lectern.kernel.source.SplitCell;
import lectern.kernel.source.Unit;

/** A type or method that a cell has declared. */
public final class Declaration {
  private final SplitCell cell;
  private final Unit unit;
  private final String key;
  private final Set<String> names;
  private String owner;
  private MethodHeader header;
  private String broken;

  Declaration(SplitCell cell, Unit unit, String key) {
    this.cell = cell;
    this.unit = unit;
    this.key = key;
    names = cell.tokens().names(unit.from(), unit.to());
  }

  /** Where it stands now: the class around it, its header, and why it cannot be used, or null. */
  void place(String newOwner, MethodHeader newHeader, String whyBroken) {
    owner = newOwner;
    header = newHeader;
    broken = whyBroken;
  }

  public SplitCell cell() {
    return cell;
  }

  public Unit unit() {
    return unit;
  }

  /** Tells methods of one name apart; the name of a type. */
  public String key() {
    return key;
  }

  public String name() {
    return cell.name(unit);
  }

  public boolean isType() {
    return unit.kind() == Unit.Kind.TYPE;
  }

  /** The simple names in its text. */
  public Set<String> names() {
    return names;
  }

  /** The class around it. */
  public String owner() {
    return owner;
  }

  /** What the compiler made of a method's head; null for a type. */
  public MethodHeader header() {
    return header;
  }

  /** Why it cannot be used at present, or null. */
  public String broken() {
    return broken;
  }
}
