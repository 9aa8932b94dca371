package lectern.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;

/**
 * Ids and their numbers 0 to size − 1, both ways.
 *
 * <p>Ids are text. When every id is a whole number (as {@code 42} is, but not {@code 042} or {@code
 * +42}) they are numbered by value, otherwise in the order of {@link String#compareTo}. So the same
 * ids get the same numbers in whatever order they were met.
 */
public final class IdIndex {
  private final List<String> ids;
  private final Map<String, Integer> numbers;

  private IdIndex(List<String> ids) {
    this.ids = ids;
    this.numbers = new HashMap<>(ids.size() * 2);
    for (int i = 0; i < ids.size(); i++) {
      if (numbers.put(ids.get(i), i) != null) {
        throw new UserError("The id \"" + ids.get(i) + "\" stands twice in an index of ids.");
      }
    }
  }

  /** The different ids of this collection in their order (see above). */
  public static IdIndex of(Collection<String> ids) {
    String[] all = ids.stream().distinct().toArray(String[]::new);
    if (Arrays.stream(all).allMatch(IdIndex::isNumber)) {
      Arrays.sort(all, (a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
    } else {
      Arrays.sort(all);
    }
    return new IdIndex(List.of(all));
  }

  /** These ids numbered as they stand; used when a saved index is read again. */
  public static IdIndex inThisOrder(List<String> ids) {
    return new IdIndex(List.copyOf(ids));
  }

  public int size() {
    return ids.size();
  }

  /** The id with this number. */
  public String id(int number) {
    return ids.get(number);
  }

  /**
   * The id with this number as a whole number.
   *
   * @throws UserError if the id is not one
   */
  public long idAsLong(int number) {
    String id = ids.get(number);
    if (!isNumber(id)) {
      throw new UserError("The id \"" + id + "\" is not a whole number; read it with id(number).");
    }
    return Long.parseLong(id);
  }

  /** The number of this id, or −1 where it is unknown. */
  public int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /** The number of this id, or −1 where it is unknown. */
  public int number(long id) {
    return number(Long.toString(id));
  }

  /** All ids in the order of their numbers. */
  public List<String> ids() {
    return ids;
  }

  static boolean isNumber(String id) {
    int digits = id.startsWith("-") ? 1 : 0;
    int length = id.length() - digits;
    if (length < 1 || length > 18 || (id.charAt(digits) == '0' && id.length() > 1)) {
      return false;
    }
    return id.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdIndex that && (this == that || ids.equals(that.ids));
  }

  @Override
  public int hashCode() {
    return ids.hashCode();
  }

  @Override
  public String toString() {
    return ids.size() + " ids";
  }
}
