package lectern.kernel.cell;

/** Colours that front ends show in a traceback. */
public final class Ansi {
  private Ansi() {}

  /** The text in bold red. */
  public static String red(String text) {
    return "\u001b[1;31m" + text + "\u001b[0m";
  }
}
