package lectern.kernel.assist;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import lectern.kernel.compile.CellNames;

/** Heads of methods, classes and variables as a reader wants them: simple names throughout. */
final class Signatures {
  private Signatures() {}

  /** With result type and owner: {@code int Math.max(int a, int b)}. */
  static String whole(Element element) {
    if (element instanceof ExecutableElement method) {
      String owner = method.getEnclosingElement().getSimpleName().toString();
      boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
      String name =
          isConstructor
              ? "new " + owner
              : simple(method.getReturnType().toString())
                  + " "
                  + (owner.startsWith("Cell__") ? "" : owner + ".")
                  + method.getSimpleName();
      return name + parameters(method) + thrown(method);
    }
    if (element instanceof TypeElement type) {
      return kind(type) + " " + CellNames.plain(type.asType().toString());
    }
    return simple(element.asType().toString()) + " " + element.getSimpleName();
  }

  /** Name and parameters: {@code max(int a, int b)}; of a constructor the class's name. */
  static String call(ExecutableElement method) {
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    Element named = isConstructor ? method.getEnclosingElement() : method;
    return named.getSimpleName() + parameters(method);
  }

  /** Parameters with types and names: {@code (int a, int b)}. */
  static String parameters(ExecutableElement method) {
    return parameters(method, (ExecutableType) method.asType());
  }

  /**
   * The same as a member of some type.
   *
   * @param type with that type's arguments in the place of its parameters
   */
  static String parameters(ExecutableElement method, ExecutableType type) {
    StringBuilder text = new StringBuilder("(");
    int count = method.getParameters().size();
    for (int i = 0; i < count; i++) {
      String each = simple(type.getParameterTypes().get(i).toString());
      boolean isOpen = method.isVarArgs() && i == count - 1 && each.endsWith("[]");
      text.append(i == 0 ? "" : ", ")
          .append(isOpen ? each.substring(0, each.length() - 2) + "..." : each)
          .append(' ')
          .append(method.getParameters().get(i).getSimpleName());
    }
    return text.append(')').toString();
  }

  private static String thrown(ExecutableElement method) {
    return method.getThrownTypes().isEmpty()
        ? ""
        : method.getThrownTypes().stream()
            .map(each -> simple(each.toString()))
            .collect(Collectors.joining(", ", " throws ", ""));
  }

  private static String kind(TypeElement type) {
    return type.getKind() == ElementKind.ANNOTATION_TYPE
        ? "@interface"
        : type.getKind().toString().toLowerCase(Locale.ROOT);
  }

  /** A type without packages and without the classes around the user's. */
  static String simple(String type) {
    return CellNames.plain(type)
        .replaceAll("\\b(?:\\p{Ll}[\\w]*\\.)+(?=[\\p{L}_])", "")
        .replaceAll("@\\w+(\\([^)]*\\))?\\s+", "");
  }
}
