package lectern.kernel.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Looks;

/** Names that could stand at the cursor, by the types that the compiler finds there. */
public final class Completer {
  private static final Pattern IMPORT =
      Pattern.compile("(?s).*(?:^|[;\\n])\\s*import\\s+(static\\s+)?([\\w.]*)$");

  private final Looks looks;

  public Completer(Looks looks) {
    this.looks = looks;
  }

  public Completion complete(String code, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    String word = code.substring(start, cursor);
    Matcher imported = IMPORT.matcher(code.substring(0, start));
    // An import cannot be looked into; the same name as an expression can.
    String before = imported.matches() ? imported.group(2) : code.substring(0, start);
    List<Element> found = looks.at(before, Members::at).orElse(List.of());
    Map<String, Completion.Match> matches = new LinkedHashMap<>();
    List<Element> fitting = new ArrayList<>(found);
    fitting.removeIf(each -> !each.getSimpleName().toString().startsWith(word));
    fitting.sort(Comparator.comparing(Completer::isOfObject));
    Set<String> taking = namesOfMethodsWithParameters(fitting);
    for (Element each : fitting) {
      Completion.Match match = match(each, taking);
      matches.putIfAbsent(match.text(), match);
    }
    return new Completion(start, cursor, new ArrayList<>(matches.values()));
  }

  private static boolean isOfObject(Element each) {
    return each.getEnclosingElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object");
  }

  /** One entry stands for all methods of a name: it is closed only where none takes anything. */
  private static Set<String> namesOfMethodsWithParameters(List<Element> elements) {
    Set<String> names = new HashSet<>();
    for (Element each : elements) {
      if (each instanceof ExecutableElement method && !method.getParameters().isEmpty()) {
        names.add(each.getSimpleName().toString());
      }
    }
    return names;
  }

  private static Completion.Match match(Element each, Set<String> taking) {
    String name = each.getSimpleName().toString();
    String signature = CellNames.plain(each.asType().toString());
    if (each instanceof ExecutableElement) {
      String text = name + (taking.contains(name) ? "(" : "()");
      return new Completion.Match(text, "function", signature);
    }
    boolean isType = each.getKind().isClass() || each.getKind().isInterface();
    return new Completion.Match(name, isType ? "class" : "instance", signature);
  }
}
