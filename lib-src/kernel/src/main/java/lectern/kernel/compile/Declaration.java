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
  private Set<String> uses = Set.of();
  private Set<String> missing = Set.of();

  Declaration(SplitCell cell, Unit unit, String key) {
    this.cell = cell;
    this.unit = unit;
    this.key = key;
    names = cell.tokens().names(unit.from(), unit.to());
  }

  /**
   * Where it stands now.
   *
   * @param newOwner the class around it
   * @param newUses the symbols that it uses, see {@link Uses}
   * @param newMissing the names in what of it does not compile at present
   */
  void place(String newOwner, MethodHeader newHeader, Set<String> newUses, Set<String> newMissing) {
    owner = newOwner;
    header = newHeader;
    uses = newUses;
    missing = newMissing;
  }

  /** It stays where it is although it does not compile any more. */
  void leave() {
    missing = names;
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

  /** How others use it, see {@link Uses}. */
  String symbol() {
    return isType() ? Uses.type(name()) : key;
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

  /** The symbols that it uses. */
  Set<String> uses() {
    return uses;
  }

  /** The names in what of it does not compile at present. */
  Set<String> missing() {
    return missing;
  }
}
