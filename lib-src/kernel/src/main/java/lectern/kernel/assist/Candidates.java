package lectern.kernel.assist;

import com.sun.source.tree.MemberReferenceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import lectern.kernel.compile.Looks;

/** Elements as the lines of a list: one a name, best first, with what a call of it looks like. */
final class Candidates {
  private final String word;
  private final boolean isReference;
  private final Types types;
  private final DeclaredType selected;

  private Candidates(Looks.View view, String word) {
    this.word = word;
    isReference = view.path().getLeaf() instanceof MemberReferenceTree;
    types = view.task().getTypes();
    selected = Members.selected(view);
  }

  /** Those elements at a place that begin with a word; where none does, in whatever case. */
  static List<Completion.Match> at(Looks.View view, String word, Predicate<Element> wanted) {
    List<Element> found = new ArrayList<>(Members.at(view));
    found.removeIf(wanted.negate());
    List<Element> fitting = startingWith(found, word, false);
    if (fitting.isEmpty()) {
      fitting = startingWith(found, word, true);
    }
    new Ranking(view).sort(fitting);
    return new Candidates(view, word).matches(fitting);
  }

  private static List<Element> startingWith(List<Element> found, String word, boolean anyCase) {
    List<Element> fitting = new ArrayList<>(found);
    fitting.removeIf(
        each -> !each.getSimpleName().toString().regionMatches(anyCase, 0, word, 0, word.length()));
    return fitting;
  }

  private List<Completion.Match> matches(List<Element> sorted) {
    Map<String, List<Element>> byName = new LinkedHashMap<>();
    for (Element each : sorted) {
      String kind = each instanceof ExecutableElement ? "()" : "";
      byName.computeIfAbsent(each.getSimpleName() + kind, name -> new ArrayList<>()).add(each);
    }
    List<Completion.Match> matches = new ArrayList<>();
    byName.values().forEach(each -> matches.add(match(each)));
    if (isReference && "new".startsWith(word)) {
      matches.add(new Completion.Match("new", "keyword", ""));
    }
    return matches;
  }

  /** One entry stands for all methods of a name: it is closed only where none takes anything. */
  private Completion.Match match(List<Element> overloads) {
    Element first = overloads.get(0);
    String name = first.getSimpleName().toString();
    if (!(first instanceof ExecutableElement method)) {
      String type =
          first instanceof PackageElement ? "" : Signatures.simple(typeOf(first).toString());
      return new Completion.Match(name, kind(first), type);
    }
    boolean takes =
        overloads.stream().anyMatch(each -> !((ExecutableElement) each).getParameters().isEmpty());
    String text = isReference ? name : name + (takes ? "(" : "()");
    ExecutableType type = (ExecutableType) typeOf(method);
    String signature = Signatures.parameters(method, type);
    signature += " " + Signatures.simple(type.getReturnType().toString());
    if (overloads.size() > 1) {
      signature += " and " + (overloads.size() - 1) + " more";
    }
    return new Completion.Match(text, "function", signature);
  }

  /** With the arguments of the selected type: {@code String} for {@code K}. */
  private TypeMirror typeOf(Element each) {
    boolean isMember = each instanceof ExecutableElement || each.getKind().isField();
    if (selected == null || !isMember) {
      return each.asType();
    }
    try {
      return types.asMemberOf(selected, each);
    } catch (IllegalArgumentException e) {
      return each.asType(); // a member of another type, as of an array
    }
  }

  private static String kind(Element each) {
    ElementKind kind = each.getKind();
    if (kind == ElementKind.PACKAGE) {
      return "module";
    }
    if (kind.isClass() || kind.isInterface()) {
      return kind.isInterface() ? "interface" : "class";
    }
    return kind == ElementKind.ENUM_CONSTANT
        ? "constant"
        : kind == ElementKind.PARAMETER ? "param" : "instance";
  }
}
