package lectern.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lectern.kernel.message.HistoryReply.Entry;
import lectern.kernel.message.HistoryRequest;

/** The cells of this session, in memory. */
final class History {
  private static final int SESSION = 1;

  private final List<Entry> entries = new ArrayList<>();

  /**
   * Remembers a cell.
   *
   * @param output the text of its result, or null
   */
  synchronized void add(int line, String code, String output) {
    entries.add(new Entry(SESSION, line, code, output));
  }

  /** The cells that a front end asks for, oldest first. */
  synchronized List<Entry> find(HistoryRequest request) {
    return switch (request.access()) {
      case "range" -> range(request);
      case "search" -> last(request.n(), search(request));
      default -> last(request.n(), entries);
    };
  }

  private List<Entry> range(HistoryRequest request) {
    boolean ours = request.session() == 0 || request.session() == SESSION;
    Stream<Entry> all = ours ? entries.stream() : Stream.empty();
    return all.filter(e -> e.line() >= request.start() && e.line() < request.stop()).toList();
  }

  private List<Entry> search(HistoryRequest request) {
    Pattern pattern = glob(request.pattern());
    List<Entry> found =
        entries.stream().filter(entry -> pattern.matcher(entry.code()).matches()).toList();
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

  private static List<Entry> last(int n, List<Entry> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size()));
  }

  private static Pattern glob(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
