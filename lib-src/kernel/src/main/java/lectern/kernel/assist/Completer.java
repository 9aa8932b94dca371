package lectern.kernel.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import lectern.kernel.compile.Looks;
import lectern.kernel.source.CursorPlace;

/**
 * What could stand at the cursor: members behind a dot, names in scope, classes that are not
 * imported yet, keywords, packages in an import, files in a string.
 *
 * <p>A class that is not imported is offered by its simple name: the cell that uses it imports it
 * by itself when it runs.
 */
public final class Completer {
  private static final Pattern IMPORT =
      Pattern.compile("(?s).*(?:^|[;\\n])\\s*import\\s+(static\\s+)?([\\w.]*)$");
  private static final Pattern DIGIT = Pattern.compile("(?s).*(^|[^\\w$])\\d[\\w.]*$");
  private static final int IMPORTABLE = 40;

  private final Looks looks;
  private final Supplier<KnownClasses> classes;

  public Completer(Looks looks, Supplier<KnownClasses> classes) {
    this.looks = looks;
    this.classes = classes;
  }

  /** The candidates at a position, in UTF-16 units. */
  public Completion complete(String code, int cursor) {
    String before = code.substring(0, cursor);
    CursorPlace place = CursorPlace.behind(before);
    if (place.kind() == CursorPlace.Kind.STRING) {
      return FilePaths.complete(before.substring(place.start()), cursor);
    }
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    if (place.kind() == CursorPlace.Kind.OTHER || DIGIT.matcher(before).matches()) {
      return Completion.none(cursor);
    }
    String word = code.substring(start, cursor);
    List<Completion.Match> found = matches(code.substring(0, start), word);
    Map<String, Completion.Match> byText = new LinkedHashMap<>();
    found.forEach(each -> byText.putIfAbsent(each.text(), each));
    return new Completion(start, cursor, new ArrayList<>(byText.values()));
  }

  private List<Completion.Match> matches(String before, String word) {
    Matcher imported = IMPORT.matcher(before);
    if (imported.matches()) {
      return imported(imported.group(1) != null, imported.group(2), word);
    }
    String text = before.stripTrailing();
    if (text.endsWith("@")) {
      String above = text.substring(0, text.length() - 1);
      return at(above, word, each -> each.getKind() == ElementKind.ANNOTATION_TYPE);
    }
    List<Completion.Match> found = new ArrayList<>(at(before, word, each -> true));
    if (text.endsWith(".") && !text.endsWith("..")) {
      found.addAll(behindDot(text, word));
    } else if (!text.endsWith("::")) {
      found.addAll(Keywords.startingWith(word));
      found.addAll(importable(word, found));
      if (word.length() > 1) {
        found.addAll(packages("", word));
      }
    }
    return found;
  }

  private List<Completion.Match> at(String before, String word, Predicate<Element> wanted) {
    return looks.at(before, view -> Candidates.at(view, word, wanted)).orElse(List.of());
  }

  /** Sub-packages, {@code class} of a class and the length of an array. */
  private List<Completion.Match> behindDot(String text, String word) {
    Matcher selected = Pattern.compile("(?s).*?((?:\\p{Ll}\\w*\\.)+)$").matcher(text);
    List<Completion.Match> found = new ArrayList<>();
    if (selected.matches()) {
      String name = selected.group(1).substring(0, selected.group(1).length() - 1);
      found.addAll(packages(name, word));
    }
    looks
        .at(text, view -> AfterDot.words(view))
        .ifPresent(
            words ->
                words.stream().filter(each -> each.text().startsWith(word)).forEach(found::add));
    return found;
  }

  private List<Completion.Match> packages(String above, String word) {
    return classes.get().packagesBelow(above).stream()
        .filter(each -> each.startsWith(word))
        .map(each -> new Completion.Match(each, "module", ""))
        .toList();
  }

  private List<Completion.Match> importable(String word, List<Completion.Match> known) {
    if (word.length() < 2 || !Character.isUpperCase(word.charAt(0))) {
      return List.of();
    }
    Set<String> texts = new HashSet<>();
    known.forEach(each -> texts.add(each.text()));
    KnownClasses all = classes.get();
    List<Completion.Match> ours = new ArrayList<>();
    List<Completion.Match> others = new ArrayList<>();
    all.startingWith(word).stream()
        .filter(each -> !texts.contains(each))
        .limit(IMPORTABLE)
        .flatMap(each -> all.only(each).stream())
        .forEach(
            each -> {
              String simple = each.substring(each.lastIndexOf('.') + 1);
              (KnownClasses.isOurs(each) ? ours : others)
                  .add(new Completion.Match(simple, "class", each));
            });
    ours.addAll(others);
    return ours;
  }

  private List<Completion.Match> imported(boolean isStatic, String selected, String word) {
    String owner = selected.endsWith(".") ? selected.substring(0, selected.length() - 1) : "";
    List<Completion.Match> found = new ArrayList<>(packages(owner, word));
    classes.get().in(owner).stream()
        .filter(each -> each.startsWith(word))
        .map(each -> new Completion.Match(each, "class", owner + "." + each))
        .forEach(found::add);
    if (found.isEmpty() && !owner.isEmpty()) {
      // An import cannot be looked into; the same name as an expression can.
      found.addAll(
          at(selected, word, each -> isStatic || isType(each)).stream()
              .map(each -> new Completion.Match(bare(each), each.kind(), each.signature()))
              .toList());
    }
    return found;
  }

  private static boolean isType(Element each) {
    return each.getKind().isClass() || each.getKind().isInterface();
  }

  private static String bare(Completion.Match match) {
    return match.text().replaceAll("\\(.*", "");
  }
}
