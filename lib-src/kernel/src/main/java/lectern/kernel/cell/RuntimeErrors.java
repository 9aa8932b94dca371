package lectern.kernel.cell;

import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import lectern.display.UserError;
import lectern.kernel.compile.CellNames;
import lectern.kernel.link.NotReady;
import lectern.kernel.source.CellText;
import lectern.kernel.stop.CellEnd;
import lectern.kernel.stop.CellStopped;

/**
 * What an exception says to the user: its class, its message, the user's own lines, its causes and
 * what was suppressed.
 *
 * <p>A {@link UserError} is its message alone, wherever it stands among the causes; a stopped cell
 * says that it was stopped, and the same exceptions in a cell that nobody stopped are ordinary
 * ones; whatever else is a {@link CellEnd} is its message alone as well.
 */
final class RuntimeErrors {
  private static final int FRAMES = 20;

  private record Place(String cell, int line, String text) {
    String shown() {
      return cell + ", line " + line + ": " + text.strip();
    }
  }

  private final Function<String, CellText> texts;
  private final BooleanSupplier stopping;
  private volatile List<String> lastTrace = List.of();

  /**
   * For the code of some cells.
   *
   * @param texts the code that a class came from, or null
   * @param stopping whether the cell that runs was asked to stop
   */
  RuntimeErrors(Function<String, CellText> texts, BooleanSupplier stopping) {
    this.texts = texts;
    this.stopping = stopping;
  }

  /** All frames of the exception that was described last; empty where there was none. */
  List<String> lastTrace() {
    return lastTrace;
  }

  /** Describes an exception. */
  CellFailure of(Throwable thrown) {
    lastTrace = WholeTrace.of(thrown, this);
    Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && causes.add(cause); cause = cause.getCause()) {
      if (cause instanceof CellEnd end) {
        return ended(end, thrown);
      }
      if (isStop(cause) && stopping.getAsBoolean()) {
        return ended(new CellStopped(), thrown);
      }
      if (cause instanceof UserError mistake) {
        return new CellFailure(CellError.of(mistake), thrown);
      }
    }
    List<String> lines = new ArrayList<>();
    describe(thrown, "", "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
    String text = thrown.getMessage() == null ? "" : CellNames.plain(thrown.getMessage());
    return failure(name(thrown), text, lines, thrown);
  }

  private static CellFailure ended(CellEnd end, Throwable thrown) {
    String line = Ansi.red(end.name()) + ": " + end.getMessage();
    return failure(end.name(), end.getMessage(), List.of(line), thrown);
  }

  private static CellFailure failure(
      String name, String text, List<String> lines, Throwable thrown) {
    return new CellFailure(new CellError(name, text, lines), thrown);
  }

  static String name(Throwable thrown) {
    return thrown instanceof NotReady ? "NotDefined" : CellNames.plain(thrown.getClass().getName());
  }

  private static boolean isStop(Throwable thrown) {
    return thrown instanceof InterruptedException
        || thrown instanceof CancellationException
        || thrown instanceof ClosedByInterruptException
        || thrown instanceof java.io.InterruptedIOException;
  }

  private void describe(
      Throwable thrown, String indent, String head, List<String> lines, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    lines.add(indent + head + Ansi.red(name(thrown)) + message(thrown));
    frames(thrown.getStackTrace(), indent, lines);
    for (Throwable each : thrown.getSuppressed()) {
      describe(each, indent + "    ", "Suppressed: ", lines, seen);
    }
    if (thrown.getCause() != null) {
      describe(thrown.getCause(), indent, "Caused by: ", lines, seen);
    }
  }

  static String message(Throwable thrown) {
    try {
      String message = thrown.getLocalizedMessage();
      return message == null ? "" : ": " + CellNames.plain(message);
    } catch (RuntimeException e) {
      return " (its message cannot be read: " + e.getClass().getName() + ")";
    }
  }

  /** A frame of the user's as cell, line and code; null for any other. */
  String where(StackTraceElement frame) {
    Place place = place(frame);
    return place == null ? null : place.shown();
  }

  private Place place(StackTraceElement frame) {
    boolean ofCells = CellNames.isOfCells(frame.getClassName()) && frame.getLineNumber() > 0;
    CellText text = ofCells ? texts.apply(frame.getClassName()) : null;
    return text == null
        ? null
        : new Place(text.name(), frame.getLineNumber(), text.lineText(frame.getLineNumber()));
  }

  private void frames(StackTraceElement[] trace, String indent, List<String> lines) {
    List<Place> places = new ArrayList<>();
    for (StackTraceElement frame : trace) {
      Place place = place(frame);
      if (place != null) {
        places.add(place);
      }
    }
    int shown = 0;
    for (int i = 0; i < places.size() && shown < FRAMES; shown++) {
      Place place = places.get(i);
      int times = 0;
      while (i < places.size() && places.get(i).equals(place)) {
        i++;
        times++;
      }
      String again = times > 2 ? "  (" + times + " times)" : "";
      lines.add(indent + "    at " + place.shown() + again);
    }
  }
}
