package lectern.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.Looks;

/**
 * Comments and sources of what the compiler has found: of the JDK, of libraries, of the notebook's
 * own cells.
 *
 * <p>A method without a comment of its own has that of the method that it overrides.
 */
final class Documentation {
  private final Looks looks;
  private final Sources sources;
  private final Elements elements;
  private final String code;

  /**
   * For one look at some code.
   *
   * @param code the cell that is written at present: its declarations go before earlier ones
   */
  Documentation(Looks looks, Sources sources, Elements elements, String code) {
    this.looks = looks;
    this.sources = sources;
    this.elements = elements;
    this.code = code;
  }

  /** The comment as HTML; where there is none "", or for the JDK where to read it. */
  String html(Element element) {
    Optional<DocCommentTree> comment = comment(element);
    if (comment.isEmpty() && element instanceof ExecutableElement method) {
      comment = inherited(method);
    }
    return comment.map(DocText::html).orElseGet(() -> place(element));
  }

  /** The code of an element; "" where its source is not known. */
  String source(Element element) {
    return parsed(element).flatMap(found -> found.source().code(found.path())).orElse("");
  }

  private record Found(ParsedSource source, List<Element> path) {}

  private Optional<DocCommentTree> comment(Element element) {
    return parsed(element).flatMap(found -> found.source().comment(found.path()));
  }

  private Optional<DocCommentTree> inherited(ExecutableElement method) {
    if (!(method.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    for (TypeElement above : supertypes(owner)) {
      for (Element each : above.getEnclosedElements()) {
        if (each instanceof ExecutableElement other
            && other.getSimpleName().equals(method.getSimpleName())
            && elements.overrides(method, other, owner)) {
          Optional<DocCommentTree> comment = comment(other);
          if (comment.isPresent()) {
            return comment;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<TypeElement> supertypes(TypeElement type) {
    List<TypeElement> found = new ArrayList<>();
    List<javax.lang.model.type.TypeMirror> above = new ArrayList<>(type.getInterfaces());
    above.add(type.getSuperclass());
    for (var each : above) {
      if (each instanceof javax.lang.model.type.DeclaredType declared) {
        TypeElement element = (TypeElement) declared.asElement();
        found.add(element);
        found.addAll(supertypes(element));
      }
    }
    return found;
  }

  /** Where a class of the JDK is described, for an installation without the JDK's sources. */
  private String place(Element element) {
    List<Element> path = path(element);
    boolean known = !path.isEmpty() && path.get(0) instanceof TypeElement;
    String module = known ? module((TypeElement) path.get(0)) : "";
    if (module.isEmpty() || parsed(element).isPresent()) {
      return "";
    }
    String page =
        "https://docs.oracle.com/en/java/javase/"
            + Runtime.version().feature()
            + "/docs/api/"
            + module
            + "/"
            + ((TypeElement) path.get(0)).getQualifiedName().toString().replace('.', '/')
            + ".html";
    return "<p>This JDK has no lib/src.zip to read the documentation from: <a href=\""
        + page
        + "\">"
        + page
        + "</a></p>";
  }

  private Optional<Found> parsed(Element element) {
    List<Element> path = path(element);
    if (path.isEmpty() || !(path.get(0) instanceof TypeElement outermost)) {
      return Optional.empty();
    }
    String name = outermost.getQualifiedName().toString();
    if (!CellNames.isOfCells(name)) {
      return sources.of(name, module(outermost)).map(source -> new Found(source, path));
    }
    if (path.size() < 2) {
      return Optional.empty();
    }
    List<String> declared = looks.declared(code, path.get(1).getSimpleName().toString());
    String whole = "class " + outermost.getSimpleName() + "{" + String.join("\n", declared) + "}";
    return Optional.of(new Found(ParsedSource.of(whole), path));
  }

  /** The element and the types around it, the outermost first; empty for a local variable. */
  private static List<Element> path(Element element) {
    List<Element> path = new ArrayList<>();
    boolean isMember = element.getKind().isField() || !isVariable(element.getKind());
    for (Element each = element;
        isMember && each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      path.add(each);
    }
    Collections.reverse(path);
    return path;
  }

  private static boolean isVariable(ElementKind kind) {
    return !kind.isClass()
        && !kind.isInterface()
        && kind != ElementKind.METHOD
        && kind != ElementKind.CONSTRUCTOR;
  }

  private String module(TypeElement outermost) {
    ModuleElement module = elements.getModuleOf(outermost);
    return module == null || module.isUnnamed() ? "" : module.getQualifiedName().toString();
  }
}
