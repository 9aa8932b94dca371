package lectern.kernel.output;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import lectern.display.UserError;

/**
 * The values of cells by their number: the last ones are kept, the others as long as somebody else
 * holds them. Safe for use by several threads.
 */
final class Results {
  private final int kept;
  private final LinkedHashMap<Integer, Object> last = new LinkedHashMap<>();
  private final TreeMap<Integer, WeakReference<Object>> older = new TreeMap<>();

  /**
   * No values yet.
   *
   * @param kept how many are held
   */
  Results(int kept) {
    this.kept = kept;
  }

  /** The value of a cell; null, which is shown as nothing, is no value. */
  synchronized void add(int cell, Object value) {
    older.values().removeIf(reference -> reference.refersTo(null));
    if (value == null) {
      return;
    }
    older.remove(cell);
    last.remove(cell);
    last.put(cell, value);
    if (last.size() > kept) {
      Map.Entry<Integer, Object> oldest = last.entrySet().iterator().next();
      older.put(oldest.getKey(), new WeakReference<>(oldest.getValue()));
      last.remove(oldest.getKey());
    }
  }

  /**
   * The value of a cell.
   *
   * @throws UserError where it had none, or it was given back to memory
   */
  synchronized Object get(int cell) {
    Object value = last.get(cell);
    WeakReference<Object> old = older.get(cell);
    if (value == null && old != null) {
      value = old.get();
    }
    if (value == null) {
      throw new UserError(
          "there is no value of cell "
              + cell
              + ": either it had none, or it is no longer kept, as only the last "
              + kept
              + " are. Give a value that you need later to a variable.");
    }
    return value;
  }

  /** The newest value. */
  synchronized Object newest() {
    return get(last.keySet().stream().reduce((first, second) -> second).orElse(0));
  }

  /** Holds none of them any longer. */
  synchronized void forget() {
    last.clear();
    older.clear();
  }
}
