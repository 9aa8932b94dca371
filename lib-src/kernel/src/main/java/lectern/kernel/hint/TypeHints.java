package lectern.kernel.hint;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Values of the wrong type. */
final class TypeHints {
  private static final String ASSIGNED =
      "On the left of = stands a variable; two values are compared with ==.";
  private static final Map<String, String> BOXES =
      Map.of(
          "int", "Integer",
          "long", "Long",
          "double", "Double",
          "float", "Float",
          "boolean", "Boolean",
          "char", "Character",
          "byte", "Byte",
          "short", "Short");

  static final Map<String, Hint> TABLE =
      Map.ofEntries(
          Map.entry("prob.found.req", TypeHints::wrongType),
          Map.entry("type.found.req", TypeHints::primitiveParameter),
          Map.entry("unexpected.type", mistake -> ASSIGNED),
          Map.entry("operator.cant.be.applied", TypeHints::operand),
          Map.entry("operator.cant.be.applied.1", TypeHints::operands),
          Map.entry("incomparable.types", TypeHints::incomparable),
          Map.entry("cant.infer.local.var.type", TypeHints::var));

  private TypeHints() {}

  private static String wrongType(Mistake mistake) {
    Optional<Matcher> lossy = mistake.says("possible lossy conversion from (\\w+) to (\\w+)");
    if (lossy.isPresent()) {
      return lossy(lossy.get().group(1), lossy.get().group(2));
    }
    if (mistake.message().contains("unexpected return value")) {
      return "A void method returns nothing: give it the type of the value in the place of void.";
    }
    if (mistake.message().contains("missing return value")) {
      return "Behind return stands the value that the method promises.";
    }
    return mistake
        .says("(\\S+(?:<.*>)?) cannot be converted to (\\S+(?:<.*>)?)")
        .map(
            found ->
                converted(mistake, Mistake.simple(found.group(1)), Mistake.simple(found.group(2))))
        .orElse("");
  }

  private static String lossy(String from, String to) {
    String rounded = from.matches("double|float") ? ", or (int) Math.round(x) to round" : "";
    return "A "
        + from
        + " may not fit into "
        + to
        + ": write ("
        + to
        + ") in front of it, in parentheses if it is longer than a name, to cut it"
        + rounded
        + "; or declare the variable as "
        + from
        + ".";
  }

  private static String converted(Mistake mistake, String from, String to) {
    if (from.equals("void")) {
      return "This method returns nothing (void): there is no value to use.";
    }
    if (to.equals("boolean")) {
      return mistake.line().matches(".*[^=!<>]=[^=].*")
          ? "= assigns; two values are compared with ==."
          : "A condition is true or false: compare the value, such as x != 0.";
    }
    if (from.equals("Object")) {
      return "The compiler knows an Object alone: give the collection its element type, such as"
          + " List<"
          + BOXES.getOrDefault(to, to)
          + ">, or cast with ("
          + to
          + ").";
    }
    if (to.equals("String")) {
      return from.equals("char")
          ? "A text of one character is \"a\" or String.valueOf(c)."
          : "Make a text of it with String.valueOf(…).";
    }
    if (from.equals("String")) {
      return ofText(to);
    }
    if (from.equals("int") && to.equals("Long")) {
      return "A whole number is an int: write L behind it.";
    }
    if (from.equals("int") && to.matches("Double|Float")) {
      return "A whole number is an int: write 1.0 for 1.";
    }
    String outer = from.replaceAll("<.*", "");
    if (from.contains("<") && to.contains("<")) {
      return from
          + " is no "
          + to
          + " even where its elements would fit: declare the target as "
          + to.replaceAll("<.*", "")
          + "<? extends "
          + to.replaceAll("^[^<]*<|>$", "")
          + ">"
          + (outer.isEmpty() ? "" : ", or copy the elements")
          + ".";
    }
    return "";
  }

  private static String ofText(String to) {
    return switch (to) {
      case "int", "Integer" -> "A text becomes a number with Integer.parseInt(text).";
      case "long", "Long" -> "A text becomes a number with Long.parseLong(text).";
      case "double", "Double" -> "A text becomes a number with Double.parseDouble(text).";
      case "char", "Character" -> "A char stands in single quotes: 'a'; of a text: text.charAt(0).";
      default -> "";
    };
  }

  private static String primitiveParameter(Mistake mistake) {
    return mistake
        .says("found:\\s+(\\w+)")
        .filter(found -> BOXES.containsKey(found.group(1)))
        .map(
            found ->
                "A type in < > is a class: write "
                    + BOXES.get(found.group(1))
                    + " for "
                    + found.group(1)
                    + ".")
        .orElse("");
  }

  private static String operand(Mistake mistake) {
    return mistake
        .says("for unary operator '(\\S+)'")
        .map(
            found ->
                found.group(1).equals("!")
                    ? "! turns true and false around; a number is compared: x != 0."
                    : "")
        .orElse("");
  }

  private static String operands(Mistake mistake) {
    String operator =
        mistake.says("binary operator '([^']+)'").map(found -> found.group(1)).orElse("");
    String first = type(mistake, "first");
    String second = type(mistake, "second");
    if (operator.matches("==|!=")) {
      return incomparable(first, second);
    }
    if (operator.matches("[<>]=?") && first.equals("boolean")) {
      return "Java compares two values at a time: 0 < x && x < 10.";
    }
    if (operator.matches("&&|\\|\\|")) {
      return "Both sides of " + operator + " must be true or false: x > 0 " + operator + " y > 0.";
    }
    if (first.equals("String") || second.equals("String")) {
      return operator.matches("[<>]=?")
          ? "Texts are ordered by a.compareTo(b) < 0."
          : "A String is text, to which + appends: Integer.parseInt(text) makes a number of it.";
    }
    return "";
  }

  private static String type(Mistake mistake, String which) {
    return mistake
        .says(which + " type:\\s+(\\S+)")
        .map(found -> Mistake.simple(found.group(1)))
        .orElse("");
  }

  private static String incomparable(Mistake mistake) {
    return mistake
        .says("incomparable types: (\\S+) and (\\S+)")
        .map(found -> incomparable(Mistake.simple(found.group(1)), Mistake.simple(found.group(2))))
        .orElse("");
  }

  private static String incomparable(String first, String second) {
    return "A value of type "
        + first
        + " is never one of type "
        + second
        + ": make both of one type, such as Integer.parseInt(text) == number.";
  }

  private static String var(Mistake mistake) {
    if (mistake.message().contains("initializer")) {
      return "var takes the type of the value behind =: give one, or write the type: int x;";
    }
    return "Write the type in the place of var: this value alone does not tell it.";
  }
}
