package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.display.UserError;
import lectern.kernel.source.JavaText;

/**
 * Divides a cell into Java and magics.
 *
 * <p>A cell whose first line that is not blank begins with {@code %%} and a letter is one call;
 * everything below that line is its body. In every other cell a line is a magic when it begins,
 * after spaces, with {@code %} followed at once by a letter, and a statement could begin there:
 *
 * <ul>
 *   <li>it does not begin inside a comment, a text block, or open brackets;
 *   <li>the code above it is finished, whatever the name: there is none, or it ends with a
 *       semicolon;
 *   <li>or the line has no semicolon at its end, and the name is a magic's or the code above ends
 *       with a brace: {@code total} over {@code %load x.jsh} is a value and a magic, {@code int c =
 *       total} over {@code %load;} is a remainder.
 * </ul>
 *
 * A line that begins with {@code ?} where a statement could begin asks for help, and one that
 * begins with {@code !} is a command of the shell if it is no Java ({@link ShellLine}). {@code
 * List<String> jars = %jars lib/*.jar} is Java that calls the magic.
 *
 * <p>A magic inside the braces of a block is refused with a message, because it would not run where
 * the reader expects it to.
 */
final class CellReader {
  private static final Pattern LINE = Pattern.compile("\\s*(%%?)(\\p{L}\\S*)(?:\\s+(.*))?");

  /** A magic whose value is assigned, as IJava writes it. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(\\s*(?:[\\p{L}_][\\p{L}\\p{N}_.<>\\[\\],"
              + " ?]*\\s)?\\s*[\\p{L}_][\\p{L}\\p{N}_]*\\s*=\\s*)%(\\p{L}\\w*)(?:\\s+(.*))?");

  private static final Pattern ASKED =
      Pattern.compile("\\s*\\?{1,2}\\s*(%{0,2}[\\p{L}_][\\p{L}\\p{N}_.]*)\\s*");

  private final Predicate<String> isMagic;
  private final Predicate<String> isVariable;
  private final List<CellPart> parts = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private int codeLine = 1;

  private CellReader(Predicate<String> isMagic, Predicate<String> isVariable) {
    this.isMagic = isMagic;
    this.isVariable = isVariable;
  }

  /**
   * The pieces of a cell, in order.
   *
   * @param isMagic whether there is a line magic of that name
   * @param isVariable whether Java has a variable of that name
   */
  static List<CellPart> read(String cell, Predicate<String> isMagic, Predicate<String> isVariable) {
    String[] lines = cell.split("\r\n|\r|\n", -1);
    int first = 0;
    while (first < lines.length - 1 && lines[first].isBlank()) {
      first++;
    }
    Matcher matcher = LINE.matcher(lines[first]);
    if (matcher.matches() && matcher.group(1).equals("%%")) {
      List<String> body = List.of(lines).subList(first + 1, lines.length);
      return List.of(call(matcher, String.join("\n", body), first + 1));
    }
    return new CellReader(isMagic, isVariable).read(lines);
  }

  private List<CellPart> read(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = LINE.matcher(lines[i]);
      Optional<MagicCall> call =
          matcher.matches() && isCall(matcher, lines[i], i + 1)
              ? Optional.of(call(matcher, "", i + 1))
              : otherCall(lines[i], i + 1);
      if (call.isPresent()) {
        endCode();
        parts.add(call.get());
        codeLine = i + 2;
      } else {
        code.append(withValueOfMagic(lines[i])).append('\n');
      }
    }
    endCode();
    return List.copyOf(parts);
  }

  /** A command of the shell, or a question. */
  private Optional<MagicCall> otherCall(String line, int number) {
    String stripped = line.strip();
    if (!stripped.startsWith("!") && !stripped.startsWith("?") || !aStatementMayBegin()) {
      return Optional.empty();
    }
    Matcher asked = ASKED.matcher(line);
    if (asked.matches()) {
      return Optional.of(new MagicCall("help", asked.group(1), "", false, false, number));
    }
    String above = code + "\n" + parts;
    return ShellLine.commandIn(stripped, name -> isVariable.test(name) || above.contains(name))
        .map(command -> new MagicCall(ShellMagics.LINE, command, "", false, false, number));
  }

  private boolean aStatementMayBegin() {
    String above = JavaText.withoutComments(code.toString());
    return !JavaText.endsInside(code.toString())
        && JavaText.depth(code.toString()) == 0
        && (above.isEmpty() || above.endsWith(";") || above.endsWith("}"));
  }

  /** {@code List<String> jars = %jars lib/*.jar} as the call that it stands for. */
  private String withValueOfMagic(String line) {
    Matcher matcher = line.indexOf('%') < 0 ? null : ASSIGNED.matcher(line);
    if (matcher == null
        || !matcher.matches()
        || !isMagic.test(matcher.group(2))
        || JavaText.endsInside(code.toString())) {
      return line;
    }
    String arguments = matcher.group(3) == null ? "" : matcher.group(3).strip();
    return matcher.group(1)
        + NotebookCalls.class.getName()
        + ".lineMagic("
        + literal(matcher.group(2))
        + ", "
        + literal(arguments.replaceFirst("\\s*;$", ""))
        + ");";
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Whether a line could be a call: all that an ordinary cell has to pay. */
  static boolean mayHaveCalls(String cell) {
    return cell.lines()
        .anyMatch(
            line -> {
              String stripped = line.stripLeading();
              return !stripped.isEmpty() && "%!?".indexOf(stripped.charAt(0)) >= 0
                  || line.contains("= %")
                  || line.contains("=%");
            });
  }

  private boolean isCall(Matcher matcher, String line, int number) {
    if (JavaText.endsInside(code.toString())) {
      return false;
    }
    String above = JavaText.withoutComments(code.toString());
    boolean finished = above.isEmpty() || above.endsWith(";");
    boolean inBrackets = JavaText.depth(code.toString()) > 0;
    boolean betweenStatements =
        finished || above.endsWith("}") || (inBrackets && above.endsWith("{"));
    if (matcher.group(1).equals("%%")) {
      if (betweenStatements) {
        throw new UserError(misplaced(matcher, number) + "it must be the first line of its cell.");
      }
      return false;
    }
    boolean known = isMagic.test(bare(matcher.group(2)));
    boolean endsStatement = line.stripTrailing().endsWith(";");
    if (inBrackets) {
      if (known && betweenStatements && !endsStatement) {
        throw new UserError(
            misplaced(matcher, number)
                + "it stands inside brackets. Put it on a line outside them.");
      }
      return false;
    }
    return finished || ((known || above.endsWith("}")) && !endsStatement);
  }

  private static String misplaced(Matcher matcher, int number) {
    return "Line " + number + ": " + matcher.group(1) + matcher.group(2) + " cannot run here; ";
  }

  private void endCode() {
    if (!code.toString().isBlank()) {
      parts.add(new CellPart.Code(code.substring(0, code.length() - 1), codeLine));
    }
    code.setLength(0);
  }

  private static MagicCall call(Matcher matcher, String body, int line) {
    String name = matcher.group(2);
    String arguments = matcher.group(3) == null ? "" : matcher.group(3).strip();
    boolean ofCell = matcher.group(1).equals("%%");
    return new MagicCall(bare(name), arguments, body, ofCell, name.endsWith("?"), line);
  }

  private static String bare(String name) {
    return name.replaceFirst("\\?+$", "");
  }
}
