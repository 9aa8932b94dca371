package lectern.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What was done to a clean log: the answers to a cleaning exercise.
 *
 * @param entries in the order of the dirty log's rows; those of attributes last
 */
public record DirtLog(List<Entry> entries) implements Displayable {

  /**
   * One change.
   *
   * @param kind what was done, named as in {@link Dirt}
   * @param row the row in the dirty log, or −1 for an attribute of a user
   * @param cleanRow the row in the clean log, or −1
   * @param user whose row it is
   * @param field what was changed, such as {@code "value"}; "row" for a row more
   * @param clean what stood there
   * @param dirty what stands there now
   */
  public record Entry(
      String kind, int row, int cleanRow, String user, String field, String clean, String dirty) {}

  public DirtLog {
    entries = List.copyOf(entries);
  }

  public int size() {
    return entries.size();
  }

  /** The rows of the dirty log to which this was done. */
  public int[] rows(String kind) {
    return entries.stream()
        .filter(e -> e.kind().equals(kind) && e.row() >= 0)
        .mapToInt(Entry::row)
        .toArray();
  }

  /** The rows of each kind, kinds by name; changes of attributes have no row. */
  public Map<String, int[]> rowsByKind() {
    Map<String, int[]> out = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.row() >= 0) {
        out.computeIfAbsent(entry.kind(), this::rows);
      }
    }
    return out;
  }

  /** How often each thing was done. */
  public Table summary() {
    List<String> kinds = entries.stream().map(Entry::kind).distinct().sorted().toList();
    IntColumn counts = IntColumn.create("changes");
    for (String kind : kinds) {
      counts.append((int) entries.stream().filter(e -> e.kind().equals(kind)).count());
    }
    return Table.create("dirt", StringColumn.create("kind", kinds), counts);
  }

  /** One row for each change. */
  public Table table() {
    return Table.create(
        "dirt log",
        column("kind", Entry::kind),
        IntColumn.create("row", entries.stream().mapToInt(Entry::row).toArray()),
        IntColumn.create("clean row", entries.stream().mapToInt(Entry::cleanRow).toArray()),
        column("user", Entry::user),
        column("field", Entry::field),
        column("clean", Entry::clean),
        column("dirty", Entry::dirty));
  }

  private StringColumn column(String name, java.util.function.Function<Entry, String> of) {
    return StringColumn.create(name, new ArrayList<>(entries.stream().map(of).toList()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d changes to the clean log", size());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), summary());
  }
}
