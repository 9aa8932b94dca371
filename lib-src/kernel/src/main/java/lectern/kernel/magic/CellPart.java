package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.kernel.cell.JavaText;

/** A cell is a sequence of these: Java, lines that begin with %, or one cell magic. */
sealed interface CellPart {
  /** Java that begins on a line of the cell, from 1. */
  record Code(String text, int line) implements CellPart {}

  /** {@code %name arguments} on a line of its own, or {@code %%name arguments} with a body. */
  record Command(String name, String arguments, String body, boolean wholeCell)
      implements CellPart {}

  Pattern LINE = Pattern.compile("\\s*%([A-Za-z_][\\w.]*)(?:[ \\t]+(.*))?\\s*");
  Pattern CELL = Pattern.compile("\\s*%%([A-Za-z_][\\w.]*)(?:[ \\t]+(.*))?\\s*");

  /**
   * The parts of a cell.
   *
   * <p>A line that begins with % is a magic where a statement may begin; within an expression, a
   * comment or a text block it is Java.
   */
  static List<CellPart> split(String cell) {
    String begun = cell.stripLeading();
    int end = begun.indexOf('\n');
    Matcher magic = CELL.matcher(end < 0 ? begun : begun.substring(0, end));
    if (magic.matches()) {
      String body = end < 0 ? "" : begun.substring(end + 1);
      return List.of(new Command(magic.group(1), arguments(magic), body, true));
    }
    return cell.contains("%") ? splitLines(cell) : List.of(new Code(cell, 1));
  }

  private static List<CellPart> splitLines(String cell) {
    List<CellPart> parts = new ArrayList<>();
    StringBuilder java = new StringBuilder();
    int begin = 1;
    int number = 0;
    for (String line : cell.split("\n", -1)) {
      number++;
      Matcher magic = LINE.matcher(line);
      if (magic.matches() && JavaText.isBetweenStatements(java.toString())) {
        addCode(parts, java, begin);
        begin = number + 1;
        parts.add(new Command(magic.group(1), arguments(magic), "", false));
      } else {
        java.append(line).append('\n');
      }
    }
    if (java.length() > 0) {
      java.setLength(java.length() - 1);
    }
    addCode(parts, java, begin);
    return parts;
  }

  private static void addCode(List<CellPart> parts, StringBuilder java, int line) {
    if (!java.toString().isBlank()) {
      parts.add(new Code(java.toString(), line));
    }
    java.setLength(0);
  }

  private static String arguments(Matcher magic) {
    return magic.group(2) == null ? "" : magic.group(2).trim();
  }
}
