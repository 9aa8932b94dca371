package lectern.kernel.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.kernel.message.HistoryReply.Entry;
import lectern.kernel.message.HistoryRequest;
import lectern.kernel.wire.Log;

/**
 * The cells of this session, and of those before it where they are kept on disk.
 *
 * <p>A disk that cannot be written to is told of once; the session's own cells are there all the
 * same.
 */
public final class History {
  private static final long LIMIT_BYTES = 16L << 20;
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparingInt(Entry::session).thenComparingInt(Entry::line);

  private final List<Entry> own = new ArrayList<>();
  private final Optional<Path> place;
  private HistoryFile file;
  private int session;

  /** A history in that file; in memory alone where there is none. */
  public History(Optional<Path> place) {
    this.place = place;
    file = place.map(path -> new HistoryFile(path, LIMIT_BYTES)).orElse(null);
  }

  /** The history of a further session, in the same file. */
  History another() {
    return new History(place);
  }

  /** The history of the user who runs this process. */
  public static History ofUser() {
    Path home = Path.of(System.getProperty("user.home"));
    return new History(HistoryPlace.of(System.getenv(), System.getProperty("os.name"), home));
  }

  /**
   * Remembers a cell.
   *
   * @param output the text of its result, or null
   */
  synchronized void add(int line, String code, String output) {
    Entry entry = new Entry(session(), line, code, output);
    own.add(entry);
    if (file != null) {
      try {
        file.add(entry);
      } catch (IOException e) {
        giveUp(e);
      }
    }
  }

  /** The cells that a front end asks for, oldest first. */
  synchronized List<Entry> find(HistoryRequest request) {
    return switch (request.access()) {
      case "range" -> range(request);
      case "search" -> last(request.n(), search(request));
      default -> last(request.n(), all());
    };
  }

  private List<Entry> range(HistoryRequest request) {
    int wanted = request.session() > 0 ? request.session() : session() + request.session();
    List<Entry> from = wanted == session() ? own : all();
    return from.stream()
        .filter(e -> e.session() == wanted)
        .filter(e -> e.line() >= request.start() && e.line() < request.stop())
        .toList();
  }

  private List<Entry> search(HistoryRequest request) {
    Glob glob = new Glob(request.pattern());
    List<Entry> found = all().stream().filter(e -> glob.matches(e.code())).toList();
    if (!request.unique()) {
      return found;
    }
    Map<String, Entry> newest = new LinkedHashMap<>();
    for (Entry entry : found) {
      newest.remove(entry.code());
      newest.put(entry.code(), entry);
    }
    return List.copyOf(newest.values());
  }

  /** The cells of every session, in the order of session and cell. */
  private List<Entry> all() {
    List<Entry> entries = new ArrayList<>(own);
    int mine = session();
    if (file != null) {
      try {
        file.entries().stream().filter(e -> e.session() != mine).forEach(entries::add);
      } catch (IOException e) {
        giveUp(e);
      }
    }
    entries.sort(IN_ORDER);
    return entries;
  }

  /** The number of this session, taken when it is first needed. */
  private int session() {
    if (session == 0) {
      session = 1;
      if (file != null) {
        try {
          session = file.newSession();
        } catch (IOException e) {
          giveUp(e);
        }
      }
    }
    return session;
  }

  private void giveUp(IOException why) {
    Log.say("the history is kept in memory alone from now on: " + why);
    file = null;
  }

  private static List<Entry> last(int n, List<Entry> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size()));
  }
}
