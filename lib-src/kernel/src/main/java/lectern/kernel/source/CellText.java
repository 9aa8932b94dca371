package lectern.kernel.source;

import java.util.Arrays;

/** The code of a cell, or of a part of one, with its lines. */
public final class CellText {
  private final String name;
  private final String code;
  private final int firstLine;
  private final int[] starts;

  /**
   * Some code.
   *
   * @param name how errors call it, such as {@code cell 3}
   * @param firstLine the line of the cell on which the code begins, from 1
   */
  public CellText(String name, String code, int firstLine) {
    this.name = name;
    this.code = code;
    this.firstLine = firstLine;
    starts = lineStarts(code);
  }

  /** Where the lines of a text begin; they end with LF, CR or both. */
  static int[] lineStarts(String text) {
    int[] found = new int[text.length() + 1];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isFirstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !isFirstOfTwo) {
        found[count++] = i + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The index of the line, from 0, on which that position is. */
  static int lineIndex(int[] starts, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  public String name() {
    return name;
  }

  public String code() {
    return code;
  }

  /** The line of the cell on which that position is, from 1. */
  public int line(int offset) {
    return lineIndex(starts, offset) + firstLine;
  }

  /** Where on its line that position is, from 1. */
  public int column(int offset) {
    return offset - starts[lineIndex(starts, offset)] + 1;
  }

  /** A line of the cell without its end; "" where it is no line of this code. */
  public String lineText(int line) {
    int index = line - firstLine;
    if (index < 0 || index >= starts.length) {
      return "";
    }
    int end = index + 1 < starts.length ? starts[index + 1] : code.length();
    return code.substring(starts[index], end).stripTrailing();
  }
}
