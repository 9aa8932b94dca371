package lectern.clean;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import lectern.clean.CleaningRows.Fate;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much of the dirt a cleaning found, where it is known which rows are dirty and how: for each
 * kind of dirt what became of its rows, and what became of the rows that nothing is wrong with.
 *
 * <pre>{@code
 * CleaningQuality.of(report, platform.dirtLog().rowsByKind())   // of a simulated platform
 * }</pre>
 *
 * <p>A row that several steps looked at is counted once: as dropped, else mended, else flagged.
 * Found means touched at all, and not that a mended value is right. Precision = dirty rows among
 * the rows touched, recall = touched rows among the dirty ones; nothing to divide by: NaN.
 *
 * @param kinds each kind of dirt
 * @param clean the rows that are of no kind: what was touched of them are false alarms
 */
public record CleaningQuality(List<Kind> kinds, Kind clean) implements Displayable {

  /**
   * What became of the rows of one kind.
   *
   * @param name the kind
   * @param rows how many there are
   */
  public record Kind(String name, int rows, int dropped, int mended, int flagged) {
    /** Dropped, mended or flagged. */
    public int found() {
      return dropped + mended + flagged;
    }

    /** Left as they were, without a word. */
    public int missed() {
      return rows - found();
    }

    private static Kind of(String name, int[] rows, Fate[] fates) {
      int[] count = new int[Fate.values().length];
      for (int row : rows) {
        count[fates[row].ordinal()]++;
      }
      return new Kind(
          name,
          rows.length,
          count[Fate.DROPPED.ordinal()],
          count[Fate.MENDED.ordinal()],
          count[Fate.FLAGGED.ordinal()]);
    }
  }

  public CleaningQuality {
    kinds = List.copyOf(kinds);
  }

  /**
   * Compares a report with what is known.
   *
   * @param dirty for each kind of dirt its rows, numbered as in the log that was cleaned; a row has
   *     one kind
   */
  public static CleaningQuality of(CleaningReport report, Map<String, int[]> dirty) {
    Fate[] fates = report.fates();
    BitSet known = new BitSet(fates.length);
    List<Kind> kinds = new ArrayList<>();
    for (Map.Entry<String, int[]> kind : dirty.entrySet()) {
      for (int row : kind.getValue()) {
        check(row, fates.length, known.get(Math.max(0, row)), kind.getKey());
        known.set(row);
      }
      kinds.add(Kind.of(kind.getKey(), kind.getValue(), fates));
    }
    int[] others = IntStream.range(0, fates.length).filter(row -> !known.get(row)).toArray();
    return new CleaningQuality(kinds, Kind.of("nothing wrong", others, fates));
  }

  private static void check(int row, int rows, boolean known, String kind) {
    if (row < 0 || row >= rows || known) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "Row %,d of the kind \"%s\" %s: the rows must be those of the log that was cleaned.",
              row,
              kind,
              known ? "stands twice" : "is not among the " + rows + " rows"));
    }
  }

  /** The kind of this name. */
  public Kind of(String kind) {
    return kinds.stream()
        .filter(k -> k.name().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "There is no kind \""
                        + kind
                        + "\", only "
                        + kinds.stream().map(Kind::name).toList()
                        + "."));
  }

  public double precision() {
    int found = sum(Kind::found);
    return (double) found / (found + clean.found());
  }

  public double recall() {
    return (double) sum(Kind::found) / sum(Kind::rows);
  }

  private int sum(ToIntFunction<Kind> count) {
    return kinds.stream().mapToInt(count).sum();
  }

  /** Kind, rows, dropped, mended, flagged, missed, share found; false alarms last. */
  public Table table() {
    List<Kind> all = new ArrayList<>(kinds);
    all.add(clean);
    return Table.create(
        "found and missed",
        StringColumn.create("kind", all.stream().map(Kind::name).toList()),
        counts(all, "rows", Kind::rows),
        counts(all, "dropped", Kind::dropped),
        counts(all, "mended", Kind::mended),
        counts(all, "flagged", Kind::flagged),
        counts(all, "untouched", Kind::missed),
        DoubleColumn.create(
            "share touched",
            all.stream().mapToDouble(k -> (double) k.found() / k.rows()).toArray()));
  }

  private static IntColumn counts(List<Kind> all, String name, ToIntFunction<Kind> count) {
    return IntColumn.create(name, all.stream().mapToInt(count).toArray());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d dirty rows were found (recall %.3f); of %,d rows touched %,d are dirty"
            + " (precision %.3f)",
        sum(Kind::found),
        sum(Kind::rows),
        recall(),
        sum(Kind::found) + clean.found(),
        sum(Kind::found),
        precision());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
