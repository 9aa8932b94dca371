package lectern.kernel.cell;

import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import jdk.jshell.JShellException;
import lectern.display.UserError;
import lectern.kernel.stop.CellEnd;
import lectern.kernel.stop.CellStopped;

/**
 * What an exception says to the user: its class, its message, the user's own lines, its causes.
 *
 * <p>A {@link UserError} is its message alone, wherever it stands among the causes; a stopped cell
 * says that it was stopped, and the same exceptions in a cell that nobody stopped are ordinary
 * ones; whatever else is a {@link CellEnd} is its message alone as well.
 */
final class RuntimeErrors {
  private static final int FRAMES = 20;

  private final SourceLines sources;
  private final BooleanSupplier stopping;

  /**
   * For the pieces of code in {@code sources}.
   *
   * @param stopping whether the cell that runs was asked to stop
   */
  RuntimeErrors(SourceLines sources, BooleanSupplier stopping) {
    this.sources = sources;
    this.stopping = stopping;
  }

  /**
   * Describes an exception.
   *
   * @param told JShell's account of it, with the user's frames, or null where there is none
   */
  CellFailure of(Throwable thrown, JShellException told) {
    for (Throwable cause : causes(thrown)) {
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
    Throwable account = told;
    for (Throwable cause : causes(thrown)) {
      String head = lines.isEmpty() ? "" : "Caused by: ";
      lines.add(head + Ansi.red(plain(cause.getClass().getName())) + message(cause));
      if (account != null) {
        frames(account.getStackTrace(), lines);
        account = account.getCause();
      }
    }
    String text = thrown.getMessage() == null ? "" : plain(thrown.getMessage());
    return failure(plain(thrown.getClass().getName()), text, lines, thrown);
  }

  private static CellFailure ended(CellEnd end, Throwable thrown) {
    String line = Ansi.red(end.name()) + ": " + end.getMessage();
    return failure(end.name(), end.getMessage(), List.of(line), thrown);
  }

  private static CellFailure failure(
      String name, String text, List<String> lines, Throwable thrown) {
    return new CellFailure(new CellError(name, text, lines), thrown);
  }

  private static boolean isStop(Throwable thrown) {
    return thrown instanceof InterruptedException
        || thrown instanceof CancellationException
        || thrown instanceof ClosedByInterruptException
        || thrown instanceof java.io.InterruptedIOException;
  }

  private static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> inOrder = new ArrayList<>();
    for (Throwable t = thrown; t != null && causes.add(t); t = t.getCause()) {
      inOrder.add(t);
    }
    return inOrder;
  }

  /** Without the names of the classes that JShell makes around the user's. */
  private static String plain(String text) {
    return text.replaceAll("REPL\\.\\$JShell\\$\\d+[A-Z]*[.$]", "");
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getLocalizedMessage();
      return message == null ? "" : ": " + plain(message);
    } catch (RuntimeException e) {
      return " (its message cannot be read: " + e.getClass().getName() + ")";
    }
  }

  /** The user's frames: JShell marks them by # and the number of the piece. */
  private void frames(StackTraceElement[] trace, List<String> lines) {
    List<SourceLines.Place> places = new ArrayList<>();
    for (StackTraceElement frame : trace) {
      String file = frame.getFileName();
      if (file != null && file.startsWith("#")) {
        sources.place(file.substring(1), frame.getLineNumber()).ifPresent(places::add);
      }
    }
    int shown = 0;
    for (int i = 0; i < places.size() && shown < FRAMES; shown++) {
      SourceLines.Place place = places.get(i);
      int times = 0;
      while (i < places.size() && places.get(i).equals(place)) {
        i++;
        times++;
      }
      String again = times > 2 ? "  (" + times + " times)" : "";
      lines.add(
          "    at "
              + place.cell()
              + ", line "
              + place.line()
              + ": "
              + place.text().strip()
              + again);
    }
  }
}
