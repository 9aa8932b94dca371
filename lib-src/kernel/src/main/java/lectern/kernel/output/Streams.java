package lectern.kernel.output;

import lectern.display.Screen;

/** Puts the notebook in the place of System.in, System.out, System.err and the screen, once. */
public final class Streams {
  private static boolean installed;

  private Streams() {}

  /** From now on what a cell's threads print and show goes to the front ends. */
  public static synchronized void install() {
    if (!installed) {
      installed = true;
      System.setOut(new CellPrintStream(false, System.out));
      System.setErr(new CellPrintStream(true, System.err));
      System.setIn(new CellInput());
      Screen.use(new NotebookScreen());
    }
  }

  /** A new cell begins. */
  public static void beginCell(CellOutput output) {
    CurrentOutput.enter(output);
  }
}
