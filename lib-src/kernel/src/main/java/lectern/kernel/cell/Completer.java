package lectern.kernel.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completion by JShell, which knows one declaration, statement or expression at a time. */
final class Completer {
  private final SourceCodeAnalysis analysis;

  Completer(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  Completion complete(String code, int cursor) {
    String before = code.substring(0, cursor);
    List<CodeUnit> units = CodeUnit.split(before, analysis);
    if (units.isEmpty()) {
      return Completion.none(cursor);
    }
    // The statements before the last are kept with it where that gives matches, for their
    // variables; behind a method or a type only the last one alone can be read.
    Completion all = suggest(before, 0, cursor);
    CodeUnit last = units.get(units.size() - 1);
    return all.matches().isEmpty() ? suggest(before, last.offset(), cursor) : all;
  }

  private Completion suggest(String before, int from, int cursor) {
    int[] anchor = {cursor - from};
    List<Suggestion> found =
        analysis.completionSuggestions(before.substring(from), cursor - from, anchor);
    Map<String, Suggestion> unique = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
        .forEach(each -> unique.putIfAbsent(each.continuation(), each));
    List<Completion.Match> matches = new ArrayList<>();
    unique.keySet().forEach(text -> matches.add(new Completion.Match(text, kind(text), "")));
    return new Completion(from + anchor[0], cursor, matches);
  }

  private static String kind(String text) {
    if (text.contains("(")) {
      return "function";
    }
    return !text.isEmpty() && Character.isUpperCase(text.charAt(0)) ? "class" : "instance";
  }
}
