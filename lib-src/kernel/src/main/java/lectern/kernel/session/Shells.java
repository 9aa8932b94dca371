package lectern.kernel.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import lectern.display.UserError;

/**
 * The shells of a kernel: the first, which is the notebook's, and those that front ends have made
 * beside it. Safe for use by several threads.
 */
final class Shells {
  /** Each has two threads. */
  private static final int MOST = 64;

  private final Map<String, Shell> others = new LinkedHashMap<>();
  private final BiFunction<String, History, Shell> maker;
  private final History history;
  private final Shell first;
  private int made;

  /**
   * The first shell alone.
   *
   * @param history of the first; each other has one like it
   * @param maker makes a shell of a name and a history
   */
  Shells(History history, BiFunction<String, History, Shell> maker) {
    this.history = history;
    this.maker = maker;
    this.first = maker.apply("", history);
  }

  Shell first() {
    return first;
  }

  /** The shell of that id, "" for the first; empty where there is none. */
  synchronized Optional<Shell> find(String id) {
    return Optional.ofNullable(id.isEmpty() ? first : others.get(id));
  }

  /** Makes one more; its id. */
  synchronized String create() {
    if (others.size() >= MOST) {
      throw new UserError("there are " + MOST + " subshells already: delete one that is not used");
    }
    String id = UUID.randomUUID().toString();
    Shell shell = maker.apply("subshell " + ++made, history.another());
    shell.start();
    others.put(id, shell);
    return id;
  }

  /** Ends one. */
  void delete(String id) {
    Shell shell;
    synchronized (this) {
      shell = others.remove(id);
    }
    if (shell == null) {
      throw new UserError(unknown(id));
    }
    shell.end();
  }

  /** The ids of all but the first, oldest first. */
  synchronized List<String> ids() {
    return List.copyOf(others.keySet());
  }

  /** Stops the cells that run in any of them. */
  void interrupt() {
    first.cells().interrupt();
    List<Shell> all;
    synchronized (this) {
      all = List.copyOf(others.values());
    }
    all.forEach(shell -> shell.cells().interrupt());
  }

  /** What is said where there is no such shell. */
  static String unknown(String id) {
    return "there is no subshell " + id + ": it was never made, or it was deleted";
  }
}
