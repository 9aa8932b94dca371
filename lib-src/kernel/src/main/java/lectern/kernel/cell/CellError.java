package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import lectern.display.UserError;

/**
 * What went wrong in a cell, ready to be shown.
 *
 * @param name the kind of error, such as {@code java.lang.ArithmeticException}
 * @param text its message
 * @param traceback the lines that the user sees, name and message among them
 */
public record CellError(String name, String text, List<String> traceback) {
  public CellError {
    traceback = List.copyOf(traceback);
  }

  /** A mistake that the user can mend: its message alone. */
  public static CellError of(UserError mistake) {
    String text = String.valueOf(mistake.getMessage());
    return new CellError("UserError", text, List.of(Ansi.red("Error") + ": " + text));
  }

  /** The same with one more line at its end. */
  public CellError with(String line) {
    List<String> longer = new ArrayList<>(traceback);
    longer.add(line);
    return new CellError(name, text, longer);
  }
}
