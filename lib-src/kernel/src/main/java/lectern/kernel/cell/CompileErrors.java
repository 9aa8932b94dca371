package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/**
 * What the compiler says of a piece of code: cell and line, the line itself, a caret, its words.
 */
final class CompileErrors {
  private CompileErrors() {}

  static CellFailure of(List<Diag> diagnostics, CodeUnit unit, CellSource source) {
    List<String> lines = new ArrayList<>();
    String first = "";
    for (Diag each : diagnostics) {
      if (!each.isError()) {
        continue;
      }
      int offset = unit.offset() + (int) Math.max(0, Math.min(each.getPosition(), end(unit)));
      String words = words(each);
      SourceLines.Place place = SourceLines.placeAt(source, offset);
      if (first.isEmpty()) {
        first = place.cell() + ", line " + place.line() + ": " + words.replaceAll("\\s+", " ");
      }
      int column = offset - (source.code().lastIndexOf('\n', offset - 1) + 1);
      describe(place, column, words, lines);
    }
    if (lines.isEmpty()) {
      SourceLines.Place place = SourceLines.placeAt(source, unit.offset());
      first = place.cell() + ", line " + place.line() + ": this is not Java";
      lines.add(Ansi.red(first));
    }
    return new CellFailure(new CellError("CompileError", first, lines), null);
  }

  private static long end(CodeUnit unit) {
    return unit.text().stripTrailing().length();
  }

  private static void describe(
      SourceLines.Place place, int column, String words, List<String> lines) {
    List<String> said = words.lines().toList();
    lines.add(
        Ansi.red("error") + " in " + place.cell() + ", line " + place.line() + ": " + said.get(0));
    lines.add("    " + place.text());
    String indent = place.text().substring(0, Math.min(column, place.text().length()));
    lines.add("    " + indent.replaceAll("[^\t]", " ") + Ansi.red("^"));
    said.subList(1, said.size()).forEach(line -> lines.add("  " + line));
  }

  /** The compiler's words without the names of the classes that JShell makes around the code. */
  private static String words(Diag each) {
    String words = each.getMessage(Locale.ROOT).strip();
    String plain =
        words
            .replaceAll("(?m)^\\s*location: class( \\S*JShell\\S*)?\\s*$", "")
            .replaceAll("REPL\\.\\$JShell\\$\\d+[A-Z]*\\.", "")
            .replaceAll("\\$JShell\\$\\d+[A-Z]*\\.", "")
            .replaceAll("(?m)^\\s*\\R", "")
            .strip();
    return plain.isEmpty() ? "this is not Java" : plain;
  }
}
