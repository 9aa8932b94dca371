package lectern.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.Progress;

/**
 * Steps that clean a log one after the other and count what they do.
 *
 * <pre>{@code
 * CleaningReport report = Cleaning.of(log)
 *     .step(PlatformNames.usual())
 *     .step(new ExactDuplicates())
 *     .step(DoubleFired.within(3))
 *     .step(ImpossibleValues.usual(now).without(Events.RATING, Events.PURCHASE))
 *     .step(MissingValues.fillMedian().of(Events.PURCHASE))
 *     .step(Outliers.mad(Outliers.Action.CAP).of(Events.VIEW).onLogScale())
 *     .run();
 * report.log();       // the clean events
 * report.dropped();   // every row that was left out, with its number and why
 * }</pre>
 *
 * <p>The order matters: each step sees what the steps before have left. Names first, since they
 * hide duplicates; then duplicates, since they shift medians; impossible values before outliers and
 * gaps, for the same reason. Immutable: each call gives a further pipeline. Article crossplatform
 * 3.1 and 9.1, omnichannel 3.1.
 */
public final class Cleaning {
  private final EventLog log;
  private final List<CleaningStep> steps;

  private Cleaning(EventLog log, List<CleaningStep> steps) {
    this.log = log;
    this.steps = List.copyOf(steps);
  }

  /** Nothing to do yet. */
  public static Cleaning of(EventLog log) {
    return new Cleaning(log, List.of());
  }

  /**
   * What nearly every log needs: exact duplicates, events fired twice within 3 seconds, and {@link
   * ImpossibleValues#usual}.
   *
   * @param now no event can be later; seconds since 1970
   */
  public static Cleaning usual(EventLog log, long now) {
    return of(log)
        .step(new ExactDuplicates())
        .step(DoubleFired.within(3))
        .step(ImpossibleValues.usual(now));
  }

  /** Adds a step behind the others. */
  public Cleaning step(CleaningStep step) {
    List<CleaningStep> more = new ArrayList<>(steps);
    more.add(step);
    return new Cleaning(log, more);
  }

  /** Cleans. */
  public CleaningReport run() {
    return run(Progress.silent());
  }

  /** Cleans, and shows how far it has come. */
  public CleaningReport run(Progress progress) {
    EventLog now = log;
    int[] origin = IntStream.range(0, log.size()).toArray();
    List<StepCount> counts = new ArrayList<>();
    List<TouchedRow> touched = new ArrayList<>();
    try (var task = progress.begin("cleaning", Math.max(1, steps.size()))) {
      for (CleaningStep step : steps) {
        CleaningRows rows = new CleaningRows(now);
        step.look(rows);
        List<TouchedRow> here = touched(step, rows, origin);
        counts.add(StepCount.of(step.label(), now.size(), here));
        touched.addAll(here);
        now = rows.after();
        int[] before = origin;
        origin = IntStream.of(rows.staying()).map(row -> before[row]).toArray();
        task.at(counts.size(), step.label());
      }
    }
    return new CleaningReport(log, now, origin, counts, touched);
  }

  private static List<TouchedRow> touched(CleaningStep step, CleaningRows rows, int[] origin) {
    List<TouchedRow> out = new ArrayList<>();
    for (int row = 0; row < origin.length; row++) {
      if (rows.fate(row) != CleaningRows.Fate.KEPT) {
        out.add(
            new TouchedRow(
                step.label(),
                rows.fate(row),
                origin[row],
                rows.reason(row),
                rows.field(row),
                rows.was(row),
                rows.now(row)));
      }
    }
    return out;
  }
}
