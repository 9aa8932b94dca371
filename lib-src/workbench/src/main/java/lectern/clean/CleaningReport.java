package lectern.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import lectern.clean.CleaningRows.Fate;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The clean log, and what became of every row that is not in it, or not as it was.
 *
 * <p>Rows are numbered as in {@link #original()}, from 0. Nothing is lost: the rows of {@link
 * #log()} and of {@link #dropped()} together are those of the original.
 */
public final class CleaningReport implements Displayable {
  private static final int EXAMPLES = 2;

  private final EventLog original;
  private final EventLog log;
  private final int[] origin;
  private final List<StepCount> steps;
  private final List<TouchedRow> touched;

  CleaningReport(
      EventLog original,
      EventLog log,
      int[] origin,
      List<StepCount> steps,
      List<TouchedRow> touched) {
    this.original = original;
    this.log = log;
    this.origin = origin;
    this.steps = List.copyOf(steps);
    this.touched = List.copyOf(touched);
  }

  /** The clean events, in their order. */
  public EventLog log() {
    return log;
  }

  /** The events as they were. */
  public EventLog original() {
    return original;
  }

  /** For each row of the clean log its number in the original. */
  public int[] originalRows() {
    return origin.clone();
  }

  /** What each step did. */
  public List<StepCount> steps() {
    return steps;
  }

  /** What each step did: step, rows in, dropped, mended, flagged, rows out, reason. */
  public Table table() {
    return Table.create(
        "cleaning",
        StringColumn.create("step", steps.stream().map(StepCount::step).toList()),
        counts("rows in", StepCount::rowsIn),
        counts("dropped", StepCount::dropped),
        counts("mended", StepCount::mended),
        counts("flagged", StepCount::flagged),
        counts("rows out", StepCount::rowsOut),
        StringColumn.create("reason", steps.stream().map(StepCount::why).toList()));
  }

  private IntColumn counts(String name, ToIntFunction<StepCount> count) {
    return IntColumn.create(name, steps.stream().mapToInt(count).toArray());
  }

  /** For each row of the original what became of it in the end: dropped before mended, … */
  Fate[] fates() {
    Fate[] fates = new Fate[original.size()];
    Arrays.fill(fates, Fate.KEPT);
    for (Fate fate : List.of(Fate.FLAGGED, Fate.MENDED, Fate.DROPPED)) {
      of(fate).forEach(row -> fates[row.row()] = fate);
    }
    return fates;
  }

  /** Every row that was left out, as it was in the original, with step and reason. */
  public Table dropped() {
    return rows("rows dropped", of(Fate.DROPPED));
  }

  /** Every row that was changed, by each step that did: field, was, now, as text. */
  public Table mended() {
    List<TouchedRow> these = of(Fate.MENDED);
    return rows("rows mended", these)
        .addColumns(
            StringColumn.create("field", these.stream().map(TouchedRow::field).toList()),
            StringColumn.create("was", these.stream().map(TouchedRow::was).toList()),
            StringColumn.create("now", these.stream().map(TouchedRow::now).toList()));
  }

  /** Every row that a step pointed at without changing it. */
  public Table flagged() {
    return rows("rows flagged", of(Fate.FLAGGED));
  }

  /** The first few rows of each step and reason, with what became of them. */
  public Table examples(int each) {
    Map<List<String>, Integer> seen = new HashMap<>();
    List<TouchedRow> few =
        touched.stream()
            .filter(row -> seen.merge(List.of(row.step(), row.reason()), 1, Integer::sum) <= each)
            .toList();
    Table out = rows("examples", few);
    StringColumn fate = StringColumn.create("what became of it");
    few.forEach(row -> fate.append(row.fate().name().toLowerCase(Locale.ROOT)));
    return out.insertColumn(1, fate);
  }

  private List<TouchedRow> of(Fate fate) {
    return touched.stream().filter(row -> row.fate() == fate).toList();
  }

  private Table rows(String name, List<TouchedRow> these) {
    int[] numbers = these.stream().mapToInt(TouchedRow::row).toArray();
    Table out =
        Table.create(
            name,
            StringColumn.create("step", these.stream().map(TouchedRow::step).toList()),
            IntColumn.create("row", numbers));
    out.addColumns(original.rows(numbers).table().columnArray());
    return out.addColumns(
        StringColumn.create("reason", these.stream().map(TouchedRow::reason).toList()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows in, %,d dropped, %,d mended, %,d flagged, %,d rows out",
        original.size(),
        steps.stream().mapToInt(StepCount::dropped).sum(),
        steps.stream().mapToInt(StepCount::mended).sum(),
        steps.stream().mapToInt(StepCount::flagged).sum(),
        log.size());
  }

  @Override
  public MimeBundle bundle() {
    MimeBundle counts = Titled.bundle(toString(), table());
    if (touched.isEmpty()) {
      return counts;
    }
    MimeBundle examples = Titled.bundle("Some of these rows:", examples(EXAMPLES));
    return MimeBundle.text(counts.plain() + "\n" + examples.plain())
        .with(
            MimeBundle.HTML,
            String.valueOf(counts.data().get(MimeBundle.HTML))
                + examples.data().get(MimeBundle.HTML));
  }
}
