package lectern.clean;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * The rows that a {@link CleaningStep} looks at, and what it decides on each. A row can be dropped,
 * given another value, or flagged, which changes nothing but is shown; the first decision on a row
 * counts.
 */
public final class CleaningRows {
  /** What became of a row. */
  enum Fate {
    KEPT,
    DROPPED,
    MENDED,
    FLAGGED
  }

  private final EventLog log;
  private final Fate[] fates;
  private final String[] reasons;
  private final double[] values;

  CleaningRows(EventLog log) {
    this.log = log;
    this.fates = new Fate[log.size()];
    Arrays.fill(fates, Fate.KEPT);
    this.reasons = new String[log.size()];
    this.values = IntStream.range(0, log.size()).mapToDouble(log::value).toArray();
  }

  /** The log as the steps before left it. */
  public EventLog log() {
    return log;
  }

  /** Leaves a row out. */
  public void drop(int row, String reason) {
    decide(row, Fate.DROPPED, reason);
  }

  /** Gives a row another value. */
  public void mend(int row, double value, String reason) {
    if (!Double.isFinite(value)) {
      throw new UserError("A row can only be mended by a finite value, not " + value + ".");
    }
    if (decide(row, Fate.MENDED, reason)) {
      values[row] = value;
    }
  }

  /** Points at a row. */
  public void flag(int row, String reason) {
    decide(row, Fate.FLAGGED, reason);
  }

  private boolean decide(int row, Fate fate, String reason) {
    boolean first = fates[row] == Fate.KEPT;
    if (first) {
      fates[row] = fate;
      reasons[row] = reason;
    }
    return first;
  }

  Fate fate(int row) {
    return fates[row];
  }

  String reason(int row) {
    return reasons[row];
  }

  double value(int row) {
    return values[row];
  }

  /** Numbers of the rows that stay. */
  int[] staying() {
    return IntStream.range(0, fates.length).filter(row -> fates[row] != Fate.DROPPED).toArray();
  }

  /** The log after this step. */
  EventLog after() {
    boolean mended = Arrays.asList(fates).contains(Fate.MENDED);
    return (mended ? log.withValues(values) : log).rows(staying());
  }
}
