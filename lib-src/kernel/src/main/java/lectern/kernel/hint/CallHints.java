package lectern.kernel.hint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Calls and uses that do not fit what they are made of. */
final class CallHints {
  private static final String VOID =
      "This method returns nothing (void): call it on a line of its own.";
  private static final int MOST = 8;

  private static final Map<String, String> IMPLEMENTATIONS =
      Map.of(
          "List", "new ArrayList<>()",
          "Collection", "new ArrayList<>()",
          "Map", "new HashMap<>()",
          "Set", "new HashSet<>()",
          "Queue", "new ArrayDeque<>()",
          "Deque", "new ArrayDeque<>()",
          "Calendar", "Calendar.getInstance()",
          "Number", "Integer.valueOf(1)");

  static final Map<String, Hint> TABLE =
      Map.ofEntries(
          Map.entry("cant.apply.symbol", CallHints::arguments),
          Map.entry("cant.apply.symbols", CallHints::arguments),
          Map.entry("cant.deref", CallHints::primitive),
          Map.entry("non-static.cant.be.ref", CallHints::needsObject),
          Map.entry("abstract.cant.be.instantiated", CallHints::isAbstract),
          Map.entry("does.not.override.abstract", CallHints::mustImplement),
          Map.entry("report.access", CallHints::hidden),
          Map.entry("array.req.but.found", CallHints::noArray),
          Map.entry("foreach.not.applicable.to.type", CallHints::noLoop),
          Map.entry("void.not.allowed.here", mistake -> VOID),
          Map.entry("illegal.initializer.for.type", CallHints::noInitializer));

  private CallHints() {}

  private static String arguments(Mistake mistake) {
    List<String> heads =
        mistake.surroundings().signatures(mistake.problem().cell(), mistake.wordStart());
    if (heads.isEmpty()) {
      return "";
    }
    String more = heads.size() > MOST ? ", and " + (heads.size() - MOST) + " more" : "";
    return "There is "
        + String.join(", ", heads.subList(0, Math.min(MOST, heads.size())))
        + more
        + ".";
  }

  private static String primitive(Mistake mistake) {
    Optional<Matcher> named = mistake.says("^(\\w+) cannot be dereferenced");
    String type = named.map(found -> found.group(1)).orElse("int");
    String called = mistake.word();
    if (called.equals("equals")) {
      return "Values of type " + type + " are compared with ==.";
    }
    if (called.startsWith("length") || called.equals("size")) {
      return "A value of type "
          + type
          + " has no length: String.valueOf(x).length() counts digits.";
    }
    String example =
        switch (type) {
          case "char" -> "Character.isDigit(c), Character.toUpperCase(c)";
          case "boolean" -> "Boolean.toString(b)";
          case "double", "float" -> "Math.round(x), String.valueOf(x)";
          default -> "String.valueOf(n), Math.abs(n)";
        };
    return type
        + " is no class and has no methods; a static method takes the value: "
        + example
        + ".";
  }

  private static String needsObject(Mistake mistake) {
    return mistake
        .says("non-static (variable|method) (\\w+)")
        .map(
            found ->
                found.group(2).matches("this|super")
                    ? "There is no " + found.group(2) + " outside the methods of an object."
                    : found.group(2)
                        + " belongs to an object: make one first (new …) and write object."
                        + found.group(2)
                        + ", or declare it static.")
        .orElse("");
  }

  private static String isAbstract(Mistake mistake) {
    return mistake
        .says("^(?:[\\w.]*\\.)?(\\w+)(?:<.*>)? is abstract")
        .map(
            found ->
                IMPLEMENTATIONS.containsKey(found.group(1))
                    ? found.group(1)
                        + " says only what can be done; a class that does it is made with "
                        + IMPLEMENTATIONS.get(found.group(1))
                        + "."
                    : found.group(1)
                        + " has methods without a body: make an object of a class that"
                        + " extends or implements it.")
        .orElse("");
  }

  private static String mustImplement(Mistake mistake) {
    return mistake
        .says("abstract method (\\w+\\([^)]*\\)) in ([\\w.<>]+)")
        .map(
            found ->
                "Write the method that "
                    + Mistake.simple(found.group(2))
                    + " asks for, with public in front: "
                    + Mistake.simple(found.group(1))
                    + ".")
        .orElse("");
  }

  private static String hidden(Mistake mistake) {
    return mistake
        .says("(\\w+)(?:\\([^)]*\\))? has private access in ([\\w.]+)")
        .map(
            found ->
                found.group(1)
                    + " can be used inside "
                    + Mistake.simple(found.group(2))
                    + " alone: use one of its public methods, for a record "
                    + found.group(1)
                    + "().")
        .orElse("");
  }

  private static String noArray(Mistake mistake) {
    String found = mistake.says("but ([\\w.]+)").map(each -> each.group(1)).orElse("");
    String simple = Mistake.simple(found);
    return switch (simple) {
      case "String" -> "The characters of a String are read with charAt(i).";
      case "Map", "HashMap", "TreeMap" -> "The values of a map are read with get(key).";
      default ->
          simple.endsWith("List")
              ? "The elements of a list are read with get(i) and written with set(i, value)."
              : "[ ] reads the elements of an array; " + simple + " is none.";
    };
  }

  private static String noLoop(Mistake mistake) {
    String found = mistake.says("found:\\s+([\\w.]+)").map(each -> each.group(1)).orElse("");
    String simple = Mistake.simple(found);
    return switch (simple) {
      case "int", "long" -> "To count, write for (int i = 0; i < n; i++).";
      case "String" -> "The characters of a String are text.toCharArray().";
      default ->
          simple.endsWith("Map")
              ? "A map is walked through by entrySet(), keySet() or values()."
              : "for (… : …) walks through arrays and collections; " + simple + " is neither.";
    };
  }

  private static String noInitializer(Mistake mistake) {
    return "Values in braces { } make an array alone: int[] numbers = {1, 2}; a list is"
        + " List.of(1, 2).";
  }
}
