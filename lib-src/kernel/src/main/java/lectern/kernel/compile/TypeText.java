package lectern.kernel.compile;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** A type as it can be written: what has no name becomes the nearest type that has one. */
final class TypeText {
  private String nameless;

  private TypeText() {}

  /**
   * A type that can be written.
   *
   * @param nameless what could not be written, or null
   */
  record Written(String text, String nameless) {}

  static Written of(TypeMirror type) {
    TypeText writer = new TypeText();
    String text = writer.text(type);
    return new Written(text, writer.nameless);
  }

  private String text(TypeMirror type) {
    return switch (type.getKind()) {
      case INTERSECTION -> {
        nameless = type.toString();
        yield text(firstBound((IntersectionType) type));
      }
      case TYPEVAR -> {
        nameless = type.toString();
        yield text(((TypeVariable) type).getUpperBound());
      }
      case ARRAY -> text(((ArrayType) type).getComponentType()) + "[]";
      case WILDCARD -> wildcard((WildcardType) type);
      case NULL, NONE, ERROR, VOID -> "java.lang.Object";
      case DECLARED -> declared((DeclaredType) type);
      default -> type.toString();
    };
  }

  private static TypeMirror firstBound(IntersectionType type) {
    for (TypeMirror bound : type.getBounds()) {
      if (!bound.toString().equals("java.lang.Object")) {
        return bound;
      }
    }
    return type.getBounds().get(0);
  }

  private String wildcard(WildcardType type) {
    if (type.getExtendsBound() != null) {
      return "? extends " + text(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? "?" : "? super " + text(type.getSuperBound());
  }

  private String declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (name.isEmpty()) {
      boolean anonymous = element.getSimpleName().isEmpty();
      nameless = anonymous ? "an anonymous class" : "a local class";
      boolean byInterface = !element.getInterfaces().isEmpty() && anonymous;
      return text(byInterface ? element.getInterfaces().get(0) : element.getSuperclass());
    }
    if (type.getTypeArguments().isEmpty()) {
      return name;
    }
    return name
        + "<"
        + String.join(",", type.getTypeArguments().stream().map(this::argument).toList())
        + ">";
  }

  private String argument(TypeMirror type) {
    Written written = of(type);
    if (written.nameless() == null) {
      return written.text();
    }
    nameless = written.nameless();
    return written.text().startsWith("?") ? written.text() : "? extends " + written.text();
  }
}
