package lectern.kernel.hint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import lectern.kernel.source.Nearest;

/** Names that nothing bears. */
final class NameHints {
  static final Map<String, Hint> TABLE =
      Map.of(
          "cant.resolve", NameHints::unknown,
          "cant.resolve.args", NameHints::unknown,
          "cant.resolve.args.params", NameHints::unknown,
          "cant.resolve.location", NameHints::unknown,
          "cant.resolve.location.args", NameHints::unknown,
          "cant.resolve.location.args.params", NameHints::unknown,
          "doesnt.exist", NameHints::noPackage);

  private static final int MOST = 3;

  private NameHints() {}

  private static String unknown(Mistake mistake) {
    Optional<Matcher> symbol = mistake.says("symbol:\\s+(class|variable|method) (\\w+)");
    if (symbol.isEmpty()) {
      return "";
    }
    String kind = symbol.get().group(1);
    String name = symbol.get().group(2);
    List<String> around =
        mistake.surroundings().names(mistake.problem().cell(), mistake.wordStart());
    boolean isMethod = kind.equals("method");
    if (name.matches("length|size") && mistake.says("of type \\S+\\[\\]").isPresent()) {
      return "The length of an array is read without (): array.length.";
    }
    if (around.contains(name) && isMethod) {
      return name + " is no method here: write it without ().";
    }
    if (around.contains(name + "()") && kind.equals("variable")) {
      return name + " is a method: write " + name + "().";
    }
    String imports = kind.equals("method") ? "" : imports(mistake, name);
    if (!imports.isEmpty()) {
      return imports;
    }
    List<String> names = around.stream().map(each -> each.replace("()", "")).distinct().toList();
    return near(name, names)
        .or(() -> isMethod ? Optional.empty() : near(name, mistake.surroundings().classNames()))
        .map(near -> "Did you mean " + near + "?")
        .orElse(otherwise(mistake, kind, name));
  }

  private static String imports(Mistake mistake, String name) {
    List<String> found = mistake.surroundings().importable(name);
    return found.isEmpty()
        ? ""
        : "Not imported yet: "
            + found.stream()
                .limit(MOST)
                .map(each -> "import " + each + ";")
                .collect(Collectors.joining(" or "));
  }

  /** The nearest name: the same letters first, then one or two letters away. */
  private static Optional<String> near(String name, List<String> names) {
    Optional<String> same =
        names.stream()
            .filter(each -> each.equalsIgnoreCase(name) && !each.equals(name))
            .findFirst();
    if (same.isPresent() || name.length() < 3) {
      return same;
    }
    List<String> close =
        names.stream()
            .filter(each -> Math.abs(each.length() - name.length()) <= 2 && each.length() > 2)
            .filter(each -> distance(name, each) <= (name.length() < 6 ? 1 : 2))
            .toList();
    return Nearest.of(name, close);
  }

  private static int distance(String a, String b) {
    return Nearest.distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }

  private static String otherwise(Mistake mistake, String kind, String name) {
    if (kind.equals("variable") && !mistake.message().contains("location: variable")) {
      return "Nothing is called "
          + name
          + " here: declare it first, such as int "
          + name
          + " = 0; or run the cell that does. Text needs quotes: \""
          + name
          + "\".";
    }
    return kind.equals("class")
        ? "No class is called " + name + ": run the cell that defines it, or import it."
        : "";
  }

  private static String noPackage(Mistake mistake) {
    Optional<Matcher> named = mistake.says("package ([\\w.]+) does not exist");
    if (named.isEmpty()) {
      return "";
    }
    String name = named.get().group(1);
    if (name.equalsIgnoreCase("system")) {
      return "Names of classes begin with a capital letter: System.";
    }
    String imports = imports(mistake, name);
    if (!imports.isEmpty()) {
      return imports;
    }
    return mistake.line().strip().startsWith("import")
        ? "Nothing on the class path has this package: check its spelling, or add the library with"
            + " %maven group:artifact:version."
        : near(name, mistake.surroundings().names(mistake.problem().cell(), startOf(mistake, name)))
            .or(() -> near(name, mistake.surroundings().classNames()))
            .map(near -> "Did you mean " + near + "?")
            .orElse("Nothing is called " + name + " here: declare or import it first.");
  }

  private static int startOf(Mistake mistake, String name) {
    return Math.max(0, mistake.problem().cell().code().lastIndexOf(name, mistake.wordStart()));
  }
}
