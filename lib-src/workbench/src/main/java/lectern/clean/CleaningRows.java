package lectern.clean;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;

/**
 * The rows that a {@link CleaningStep} looks at, and what it decides on each. A row can be dropped,
 * given another value or platform, or flagged, which changes nothing but is shown; the first
 * decision on a row counts.
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
  private final String[] platforms;

  CleaningRows(EventLog log) {
    this.log = log;
    this.fates = new Fate[log.size()];
    Arrays.fill(fates, Fate.KEPT);
    this.reasons = new String[log.size()];
    this.values = IntStream.range(0, log.size()).mapToDouble(log::value).toArray();
    this.platforms = new String[log.size()];
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

  /** Puts a row on another platform. */
  public void mendPlatform(int row, String platform, String reason) {
    if (platform.isBlank()) {
      throw new UserError(
          "A row can only be mended by the name of a platform, not by an empty one.");
    }
    if (decide(row, Fate.MENDED, reason)) {
      platforms[row] = platform;
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

  /** What of a mended row was changed, "" of others. */
  String field(int row) {
    return fates[row] != Fate.MENDED ? "" : platforms[row] == null ? "value" : "platform";
  }

  /** What stood in that field. */
  String was(int row) {
    return switch (field(row)) {
      case "value" -> text(log.value(row));
      case "platform" -> log.platformId(row);
      default -> "";
    };
  }

  /** What stands in that field. */
  String now(int row) {
    return switch (field(row)) {
      case "value" -> text(values[row]);
      case "platform" -> platforms[row];
      default -> "";
    };
  }

  private static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return Double.isNaN(value) ? "" : whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** Numbers of the rows that stay. */
  int[] staying() {
    return IntStream.range(0, fates.length).filter(row -> fates[row] != Fate.DROPPED).toArray();
  }

  /** The log after this step. */
  EventLog after() {
    EventLog mended = log;
    if (Arrays.asList(fates).contains(Fate.MENDED)) {
      mended = mended.withValues(values);
    }
    if (Arrays.stream(platforms).anyMatch(Objects::nonNull)) {
      mended =
          mended.withPlatforms(
              IntStream.range(0, platforms.length)
                  .mapToObj(row -> platforms[row] == null ? log.platformId(row) : platforms[row])
                  .toArray(String[]::new));
    }
    return mended.rows(staying());
  }
}
