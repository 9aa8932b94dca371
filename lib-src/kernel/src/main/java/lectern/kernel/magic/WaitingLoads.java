package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import lectern.kernel.cell.CellFailure;

/**
 * Source files that were loaded and need classes that come later: {@code %load Training.java} above
 * {@code %load Accumulator.java}. They wait, and are tried again after each part of a cell that
 * runs. What still waits at the cell's end is told of and waits on; a file with any other mistake
 * is the cell's error.
 *
 * <p>Only files of classes wait, whose names end with {@code .java}: running a script twice could
 * do something twice.
 */
final class WaitingLoads {
  /** How one is tried again. */
  @FunctionalInterface
  interface Attempt {
    void run(MagicCall load) throws Exception;
  }

  private record Waiting(MagicCall load, CellFailure why) {}

  /** How compile errors name what they miss: a class, or a method, a variable and so on. */
  private static final Pattern MISSING =
      Pattern.compile("(?:symbol:|until this is defined:)\\s+(\\p{L}+\\s+\\S)");

  private final List<Waiting> waiting = new ArrayList<>();

  /** How many of them were told of at the end of an earlier cell. */
  private int told;

  /** Whether it waits now; else its failure is the cell's. */
  boolean take(CellPart part, CellFailure why) {
    boolean waits =
        part instanceof MagicCall call
            && call.name().equals("load")
            && call.arguments().replaceFirst("[\"']$", "").endsWith(".java")
            && why.error().name().equals("CompileError")
            && lacksClassesOnly(why);
    if (waits) {
      waiting.add(new Waiting((MagicCall) part, why));
    }
    return waits;
  }

  private static boolean lacksClassesOnly(CellFailure why) {
    String told = why.getMessage() + "\n" + String.join("\n", why.error().traceback());
    List<String> missing = MISSING.matcher(told).results().map(found -> found.group(1)).toList();
    boolean otherMistake =
        told.contains("error in")
            && !told.contains("cannot find symbol")
            && !told.contains("until this is defined");
    return !otherMistake && !missing.isEmpty() && missing.stream().allMatch(WaitingLoads::isClass);
  }

  /** The compiler calls an unknown name before a dot a variable; a class is written large. */
  private static boolean isClass(String kindAndLetter) {
    return kindAndLetter.startsWith("class ") || kindAndLetter.matches("variable\\s+\\p{Lu}");
  }

  /** Tries those that wait, as long as one of them succeeds. */
  void tryAgain(Attempt attempt) throws Exception {
    boolean progress = !waiting.isEmpty();
    while (progress) {
      progress = false;
      for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
        try {
          attempt.run(all.next().load());
          all.remove();
          told = Math.min(told, waiting.size());
          progress = true;
        } catch (CellFailure e) {
          // It waits on; what it lacked first is told at the end.
        }
      }
    }
  }

  /** Tells what waits since this cell. */
  void endCell() {
    for (Waiting each : waiting.subList(told, waiting.size())) {
      System.err.println(
          each.load().arguments()
              + " waits for a class that is not there: "
              + each.why().error().text());
    }
    told = waiting.size();
  }

  /** Forgets those that a failed cell has brought. */
  void cellFailed() {
    waiting.subList(told, waiting.size()).clear();
  }
}
