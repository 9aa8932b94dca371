package lectern.kernel.assist;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import lectern.display.Html;
import lectern.display.MimeBundle;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Looks;

/** Signatures and Javadoc of what stands at the cursor. */
public final class Inspector {
  /** What is told of an element. */
  private record Found(String signature, String javadoc) {}

  private final Looks looks;

  public Inspector(Looks looks) {
    this.looks = looks;
  }

  public MimeBundle inspect(String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    String word = code.substring(start, end);
    if (word.isEmpty()) {
      return MimeBundle.empty();
    }
    List<Found> found = new ArrayList<>(named(code.substring(0, start), word));
    if (found.isEmpty()) {
      looks.at(code.substring(0, end) + ".", Inspector::selected).ifPresent(found::addAll);
    }
    return found.isEmpty() ? MimeBundle.empty() : bundle(found);
  }

  /** All that bear the name at that place: the overloads of a method. */
  private List<Found> named(String before, String word) {
    return looks
        .at(
            before,
            view ->
                Members.at(view).stream()
                    .filter(each -> each.getSimpleName().contentEquals(word))
                    .map(each -> describe(each, view))
                    .toList())
        .orElse(List.of());
  }

  private static List<Found> selected(Looks.View view) {
    if (!(view.path().getLeaf() instanceof MemberSelectTree select)) {
      return List.of();
    }
    Element element =
        Trees.instance(view.task()).getElement(new TreePath(view.path(), select.getExpression()));
    boolean known =
        element != null && element.asType().getKind() != javax.lang.model.type.TypeKind.ERROR;
    return known && !(element instanceof PackageElement)
        ? List.of(describe(element, view))
        : List.of();
  }

  private static Found describe(Element element, Looks.View view) {
    return new Found(
        CellNames.plain(signature(element)), JdkJavadoc.of(element, view.task().getElements()));
  }

  private static String signature(Element element) {
    if (element instanceof ExecutableElement method) {
      String parameters =
          method.getParameters().stream()
              .map(each -> each.asType() + " " + each.getSimpleName())
              .collect(Collectors.joining(", ", "(", ")"));
      String thrown =
          method.getThrownTypes().isEmpty()
              ? ""
              : method.getThrownTypes().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ", " throws ", ""));
      String owner = method.getEnclosingElement().getSimpleName().toString();
      String prefix = owner.startsWith("Cell__") ? "" : owner + ".";
      return method.getReturnType() + " " + prefix + method.getSimpleName() + parameters + thrown;
    }
    if (element instanceof TypeElement type) {
      String kind = type.getKind() == ElementKind.ANNOTATION_TYPE ? "@interface" : kind(type);
      return kind + " " + type.asType();
    }
    return element.asType() + " " + element.getSimpleName();
  }

  private static String kind(TypeElement type) {
    return type.getKind().toString().toLowerCase(java.util.Locale.ROOT);
  }

  private static MimeBundle bundle(List<Found> found) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    for (Found each : found) {
      plain.append(each.signature()).append('\n');
      html.append("<p><code>").append(Html.escape(each.signature())).append("</code></p>");
      if (!each.javadoc().isEmpty()) {
        plain.append('\n').append(Javadoc.plain(each.javadoc())).append('\n');
        html.append("<div>").append(Javadoc.html(each.javadoc())).append("</div>");
      }
      plain.append('\n');
    }
    return MimeBundle.text(plain.toString().strip()).with(MimeBundle.HTML, html.toString());
  }
}
