package lectern.kernel.assist;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.kernel.compile.Looks;
import lectern.kernel.source.CursorPlace;

/**
 * What a name means: all signatures that it has, documentation, and on demand the source.
 *
 * <p>Between the parentheses of a call the name that is called is meant, behind {@code new} the
 * constructors.
 */
public final class Inspector {
  /** Of more overloads than these only the first is described. */
  private static final int DESCRIBED = 3;

  /** What is told of an element. */
  private record Found(String signature, String html, String source) {}

  private final Looks looks;
  private final Sources sources;

  /**
   * An inspector.
   *
   * @param loader finds the sources of libraries
   */
  public Inspector(Looks looks, ClassLoader loader) {
    this.looks = looks;
    this.sources = new Sources(loader);
  }

  /**
   * What stands at a position.
   *
   * @param cursor in UTF-16 units
   * @param withSource whether the source is wanted as well
   * @return text and HTML; empty where nothing is known
   */
  public MimeBundle inspect(String code, int cursor, boolean withSource) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    List<Found> found = endingAt(code, end, withSource);
    for (int call = callAround(code, cursor); found.isEmpty() && call > 0; ) {
      found = endingAt(code, call, withSource);
      call = found.isEmpty() ? callAround(code, call) : call;
    }
    return found.isEmpty() ? MimeBundle.empty() : bundle(found);
  }

  /** The end of the name in front of the innermost open parenthesis, or -1. */
  private static int callAround(String code, int cursor) {
    int depth = 0;
    for (int i = cursor - 1; i > 0; i--) {
      char c = code.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth < 0) {
        return code.substring(0, i).replaceFirst("<[^<>()]*>$", "").stripTrailing().length();
      }
      if (c == ';' || c == '{' || c == '}') {
        return -1;
      }
    }
    return -1;
  }

  private List<Found> endingAt(String code, int end, boolean withSource) {
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    String word = code.substring(start, end);
    String before = code.substring(0, start);
    if (word.isEmpty() || CursorPlace.behind(before).kind() != CursorPlace.Kind.CODE) {
      return List.of();
    }
    List<Found> found =
        looks
            .at(before, view -> describe(named(view, word, before), view, code, withSource))
            .orElse(List.of());
    return found.isEmpty()
        ? looks
            .at(
                code.substring(0, end) + ".",
                view -> describe(selected(view), view, code, withSource))
            .orElse(List.of())
        : found;
  }

  /** All that bear the name at that place: the overloads of a method. */
  private static List<Element> named(Looks.View view, String word, String before) {
    List<Element> named = new ArrayList<>(Members.at(view));
    named.removeIf(each -> !each.getSimpleName().contentEquals(word));
    Optional<Element> type = named.stream().filter(TypeElement.class::isInstance).findFirst();
    if (type.isPresent() && before.matches("(?s).*\\bnew\\s+[\\w.]*")) {
      List<Element> all = new ArrayList<>(List.of(type.get()));
      type.get().getEnclosedElements().stream()
          .filter(each -> each.getKind() == ElementKind.CONSTRUCTOR)
          .forEach(all::add);
      return all;
    }
    return named;
  }

  private static List<Element> selected(Looks.View view) {
    if (!(view.path().getLeaf() instanceof MemberSelectTree select)) {
      return List.of();
    }
    Element element =
        Trees.instance(view.task()).getElement(new TreePath(view.path(), select.getExpression()));
    boolean known = element != null && element.asType().getKind() != TypeKind.ERROR;
    return known && !(element instanceof PackageElement) ? List.of(element) : List.of();
  }

  private List<Found> describe(
      List<Element> all, Looks.View view, String code, boolean withSource) {
    Documentation documentation =
        new Documentation(looks, sources, view.task().getElements(), code);
    List<Found> found = new ArrayList<>();
    for (Element each : all) {
      boolean isDescribed = found.isEmpty() || all.size() <= DESCRIBED;
      found.add(
          new Found(
              Signatures.whole(each),
              isDescribed ? documentation.html(each) : "",
              withSource ? documentation.source(each) : ""));
    }
    return found;
  }

  private static MimeBundle bundle(List<Found> found) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    found.stream()
        .map(Found::signature)
        .distinct()
        .forEach(
            each -> {
              plain.append(each).append('\n');
              html.append("<div><code>").append(Html.escape(each)).append("</code></div>");
            });
    boolean several = found.stream().filter(each -> !each.html().isEmpty()).count() > 1;
    for (Found each : found) {
      if (!each.html().isEmpty()) {
        String head = several ? each.signature() : "";
        plain.append('\n').append(head.isEmpty() ? "" : head + "\n\n");
        plain.append(DocText.plain(each.html())).append('\n');
        html.append("<hr>").append(head.isEmpty() ? "" : "<code>" + Html.escape(head) + "</code>");
        html.append("<div>").append(each.html()).append("</div>");
      }
    }
    for (Found each : found) {
      if (!each.source().isEmpty()) {
        plain.append('\n').append(each.source()).append('\n');
        html.append("<hr><pre>").append(Html.escape(each.source())).append("</pre>");
      }
    }
    return MimeBundle.text(plain.toString().strip()).with(MimeBundle.HTML, html.toString());
  }
}
