package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program made at random from a seed, as the cells of a notebook and as one class of plain Java:
 * both must print the same.
 *
 * <p>Cells declare variables, methods and types, in an order in which some methods call those of
 * later cells; methods are redefined on the way. In plain Java variables are static fields, a cell
 * is a method, and a redefined method chooses its body by a counter.
 */
final class RandomProgram {
  private static final List<String> TYPES = List.of("int", "long", "double", "boolean", "String");

  /** By type; 1 and 2 stand for operands of the type, 3 to 5 for an int, a String, a boolean. */
  private static final Map<String, List<String>> EXPRESSIONS =
      Map.of(
          "int",
          List.of(
              "(%1$s + %2$s)",
              "(%1$s * %2$s)",
              "(%1$s - %2$s)",
              "(%1$s / (%2$s | 1))",
              "(%1$s %% %2$s)",
              "(%1$s << 2 ^ %2$s)",
              "%4$s.length()",
              "new Pair(%1$s, %4$s).sum()",
              "Color.values()[1].weight()",
              "switch (%2$s & 3) { case 0 -> %1$s; case 1, 2 -> 5; default -> { int q = 3; yield q;"
                  + " } }",
              "IntStream.range(0, 4).map(t -> t * 3).sum()",
              "(%5$s ? %1$s : 'k')",
              "new int[] {%1$s, %2$s}[1]",
              "((Object) %4$s instanceof String z ? z.length() : 0)"),
          "long",
          List.of(
              "(%1$s + %2$s)",
              "(%1$s * %3$s)",
              "(%1$s & %2$s)",
              "(%1$s >>> 3)",
              "Math.max(%1$s, %2$s)",
              "new Square(%3$s).area()",
              "new Cube(%3$s).twice()",
              "Stream.of(1, 2, 3).mapToLong(t -> t).sum()",
              "(long) %3$s"),
          "double",
          List.of(
              "(%1$s + %2$s)",
              "(%1$s * %2$s)", "(%1$s / %2$s)", "Math.abs(%1$s)", "(double) %3$s", "(%1$s - %3$s)"),
          "boolean",
          List.of(
              "(%1$s && %2$s)",
              "(%1$s || %2$s)",
              "!%1$s",
              "(%3$s > 2)",
              "(%1$s ^ %2$s)",
              "%4$s.isEmpty()",
              "(%3$s == 3 || %1$s)"),
          "String",
          List.of(
              "(%1$s + %2$s)",
              "(%1$s + %3$s)",
              "String.valueOf(%5$s)",
              "%1$s.concat(%2$s)",
              "%1$s.toUpperCase()",
              "String.join(\"-\", %1$s, %2$s)",
              "new Pair(%3$s, %1$s).toString()",
              "\"q\".repeat(%3$s & 3)",
              "Optional.of(\"t\").map(t -> t + 1).get()",
              "new StringBuilder(%1$s).reverse().toString()"));

  private record Variable(String type, String name) {}

  private final Random random;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder members = new StringBuilder();
  private final StringBuilder runs = new StringBuilder();
  private final List<Variable> variables = new ArrayList<>();
  private final List<String> methods = new ArrayList<>();
  private final List<String> redefinitions = new ArrayList<>();
  private int counter;

  RandomProgram(long seed) {
    random = new Random(seed);
    types();
    methods();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      cell();
    }
  }

  /** The cells of the notebook. */
  List<String> cells() {
    return cells;
  }

  /** A class whose method {@code run(int)} does what the cell of that index does. */
  String plain() {
    return "import java.util.*;import java.util.function.*;import java.util.stream.*;\n"
        + "public class Plain {\n"
        + members
        + "public static void run(int cell) throws Throwable {switch(cell){"
        + IntStream.range(0, cells.size())
            .mapToObj(i -> "case " + i + ":run" + i + "();break;")
            .collect(Collectors.joining())
        + "}}\n"
        + runs
        + "}\n";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String fresh(String prefix) {
    return prefix + counter++;
  }

  private void add(String cell, String plain) {
    runs.append("static void run" + cells.size() + "()throws Throwable{" + plain + "}\n");
    cells.add(cell);
  }

  /** A record, an enum and two classes, of which methods and statements make use. */
  private void types() {
    String types =
        """
        enum Color { RED, GREEN { int weight() { return %d; } }, BLUE; int weight() { return ordinal() + 1; } }
        record Pair(int a, String b) { int sum() { return a * %d + b.length(); } }
        interface Shape { long area(); default long twice() { return 2 * area(); } }
        class Square implements Shape { protected int side; Square(int side) { this.side = side; } public long area() { return (long) side * side; } }
        class Cube extends Square { Cube(int side) { super(side + %d); } @Override public long area() { return 6 * super.area(); } }
        """
            .formatted(random.nextInt(9), random.nextInt(9), random.nextInt(9));
    List<String> lines = new ArrayList<>(types.lines().toList());
    lines.forEach(each -> members.append("static ").append(each).append('\n'));
    add(String.join("\n", lines), "");
  }

  /** Each calls those before it; sometimes they come in cells of their own, the last one first. */
  private void methods() {
    int count = 2 + random.nextInt(4);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String type = one(TYPES);
      String name = "m" + i;
      String head = type + " " + name + "(int n, " + type + " a) ";
      texts.add(head + "{ " + body(type, name) + " }");
      members.append("static " + head + "{return " + name + "_v==0?" + name + "_0(n,a):");
      members.append(name + "_1(n,a);} static int " + name + "_v;\n");
      members.append("static " + texts.get(i).replace(name + "(int n", name + "_0(int n") + "\n");
      methods.add(type);
    }
    if (chance(50)) {
      Collections.reverse(texts);
      texts.forEach(each -> add(each, ""));
    } else {
      add(String.join("\n", texts), "");
    }
    for (int i = 0; i < count; i++) {
      String type = methods.get(i);
      String head = type + " m" + i + "%s(int n, " + type + " a) ";
      String body = "{ return " + local(type, 2, i) + "; }";
      members.append("static " + head.formatted("_1") + body + "\n");
      redefinitions.add(head.formatted("") + body);
    }
  }

  private String local(String type, int depth, int callable) {
    List<Variable> scope = List.of(new Variable("int", "n"), new Variable(type, "a"));
    return expression(type, depth, scope, callable);
  }

  private String body(String type, String name) {
    int index = methods.size();
    String early = chance(40) ? "if (n > 3) return " + local(type, 1, index) + "; " : "";
    String loop =
        chance(50)
            ? "for (int i = 0; i < 3; i++) { a = "
                + local(type, 2, index)
                + "; if (n == i) break; } "
            : "";
    String again = chance(40) ? "if (n > 0) return " + name + "(n - 1, a); " : "";
    return early + loop + again + "return " + local(type, 3, index) + ";";
  }

  private void cell() {
    StringBuilder code = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      if (i == 0 && chance(30)) {
        int which = random.nextInt(methods.size());
        code.append(redefinitions.get(which)).append('\n');
        plain.append("m" + which + "_v=1;");
      } else if (chance(40)) {
        declaration(code, plain);
      } else {
        String statement = statement(2, variables) + "\n";
        code.append(statement);
        plain.append(statement);
      }
    }
    for (Variable each : variables) {
      String print = "System.out.print(" + each.name + " + \";\");\n";
      code.append(print);
      plain.append(print);
    }
    add(code.toString(), plain.toString());
  }

  private void declaration(StringBuilder code, StringBuilder plain) {
    boolean again = !variables.isEmpty() && chance(25);
    Variable made = again ? one(variables) : new Variable(one(TYPES), fresh("v"));
    String value = expression(made.type, 3, variables, methods.size());
    if (again && code.toString().contains(" " + made.name + " =")) {
      code.append(made.name + " = " + value + ";\n"); // not twice in one cell
    } else {
      boolean inferred = chance(30);
      String cast = inferred ? "(" + made.type + ") (" + value + ")" : value;
      code.append((inferred ? "var" : made.type) + " " + made.name + " = " + cast + ";\n");
    }
    plain.append(made.name + "=" + value + ";");
    if (!again) {
      members.append("static " + made.type + " " + made.name + ";\n");
      variables.add(made);
    }
  }

  private String statement(int depth, List<Variable> scope) {
    if (scope.isEmpty() || chance(20)) {
      return "System.out.print(" + expression(one(TYPES), 2, scope, methods.size()) + " + \" \");";
    }
    Variable target = one(scope);
    String value = expression(target.type, 3, scope, methods.size());
    if (depth == 0 || chance(35)) {
      boolean whole = target.type.equals("int") || target.type.equals("long");
      return target.name
          + (whole ? one(List.of(" = ", " += ", " ^= ", " -= ")) : " = ")
          + value
          + ";";
    }
    String inner = statement(depth - 1, scope);
    String condition = expression("boolean", 2, scope, methods.size());
    String hidden = fresh("i");
    return switch (random.nextInt(8)) {
      case 0 -> "if (" + condition + ") " + inner + " else { " + statement(depth - 1, scope) + " }";
      case 1 ->
          "for (int " + hidden + " = 0; " + hidden + " < 3; " + hidden + "++) { " + inner + " }";
      case 2 ->
          "try { "
              + inner
              + " } catch (ArithmeticException e) { System.out.print(\"!\"); } finally {"
              + " System.out.print(\".\"); }";
      case 3 -> "{ int " + target.name + " = 7; System.out.print(" + target.name + "); }";
      case 4 ->
          "switch ("
              + expression("int", 2, scope, methods.size())
              + ") { case 0: case 1: "
              + inner
              + " break; default: System.out.print(\"d\"); }";
      case 5 ->
          "for (String "
              + hidden
              + " : List.of(\"x\", \"yy\")) { System.out.print("
              + hidden
              + ".length()); "
              + inner
              + " }";
      case 6 -> hidden + ": while (true) { " + inner + " break " + hidden + "; }";
      default -> "synchronized (Color.RED) { " + inner + " }";
    };
  }

  private String expression(String type, int depth, List<Variable> scope, int callable) {
    List<Variable> fitting = scope.stream().filter(each -> each.type.equals(type)).toList();
    if (!fitting.isEmpty() && chance(depth == 0 ? 80 : 25)) {
      return one(fitting).name;
    }
    if (depth == 0) {
      return literal(type);
    }
    if (callable > 0 && chance(20)) {
      int which = random.nextInt(callable);
      if (methods.get(which).equals(type)) {
        String n = Integer.toString(random.nextInt(5));
        return "m" + which + "(" + n + ", " + expression(type, depth - 1, scope, which) + ")";
      }
    }
    String x = expression(type, depth - 1, scope, callable);
    String y = expression(type, depth - 1, scope, callable);
    String i = expression("int", depth - 1, scope, callable);
    String s = expression("String", depth - 1, scope, callable);
    String c = expression("boolean", depth - 1, scope, callable);
    if (chance(15)) {
      return "(" + c + " ? " + x + " : " + y + ")";
    }
    return one(EXPRESSIONS.get(type)).formatted(x, y, i, s, c);
  }

  private String literal(String type) {
    return switch (type) {
      case "int" -> Integer.toString(random.nextInt(20));
      case "long" -> random.nextInt(1000) + "L";
      case "double" -> random.nextInt(100) / 4.0 + "";
      case "boolean" -> Boolean.toString(random.nextBoolean());
      default -> "\"" + (char) ('a' + random.nextInt(26)) + "\"";
    };
  }
}
