package lectern.kernel.compile;

import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import lectern.kernel.source.CellText;
import lectern.kernel.source.Unit;

/** What the compiler made of the methods and variables of a unit. */
final class Headers {
  final List<MethodHeader> methods = new ArrayList<>();

  /** The types of the fields of the cell, by name. */
  final Map<String, String> fieldTypes = new HashMap<>();

  private final List<Uses.Found> uses = new ArrayList<>();
  private final JavacTask task;

  private Headers(JavacTask task) {
    this.task = task;
  }

  static Headers of(Iterable<? extends Element> analyzed, JavacTask task, List<Uses.Found> uses) {
    Headers headers = new Headers(task);
    headers.uses.addAll(uses);
    for (Element each : analyzed) {
      if (each instanceof TypeElement type
          && type.getEnclosingElement() instanceof PackageElement) {
        headers.add(type);
      }
    }
    return headers;
  }

  MethodHeader find(String owner, String key) {
    return methods.stream()
        .filter(each -> each.owner().equals(owner) && each.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** The symbols that a type or method uses. */
  Set<String> uses(CellText cell, Unit unit) {
    Set<String> symbols = new LinkedHashSet<>();
    for (Uses.Found each : uses) {
      if (each.cell() == cell && each.place() >= unit.start() && each.place() < unit.end()) {
        symbols.addAll(each.symbols());
      }
    }
    return symbols;
  }

  /** Tells overloads apart as {@link lectern.kernel.source.Overloads} does. */
  static String key(ExecutableElement method, Types types) {
    StringBuilder key = new StringBuilder(method.getSimpleName()).append('(');
    for (VariableElement parameter : method.getParameters()) {
      key.append(simple(types.erasure(parameter.asType()).toString())).append(',');
    }
    return key.append(')').toString();
  }

  private void add(TypeElement type) {
    for (Element member : type.getEnclosedElements()) {
      String name = member.getSimpleName().toString();
      if (member instanceof VariableElement) {
        fieldTypes.put(name, member.asType().toString());
      } else if (member.getKind() == ElementKind.METHOD && !name.startsWith("$")) {
        methods.add(header(type.getSimpleName().toString(), (ExecutableElement) member));
      }
    }
  }

  private MethodHeader header(String owner, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    StringBuilder descriptor = new StringBuilder("(");
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      TypeMirror erased = task.getTypes().erasure(parameter.asType());
      descriptor.append(descriptor(erased));
      String type = parameter.asType().toString();
      boolean isLast = parameters.size() == method.getParameters().size() - 1;
      if (method.isVarArgs() && isLast) {
        type = type.substring(0, type.lastIndexOf("[]")) + "...";
      }
      parameters.add(type + " " + parameter.getSimpleName());
    }
    descriptor.append(')').append(descriptor(task.getTypes().erasure(method.getReturnType())));
    String text =
        "public static "
            + typeParameters(method)
            + method.getReturnType()
            + " "
            + name
            + parameters.stream().collect(Collectors.joining(",", "(", ")"))
            + throwsClause(method);
    return new MethodHeader(owner, key(method, task.getTypes()), name, descriptor.toString(), text);
  }

  private static String throwsClause(ExecutableElement method) {
    return method.getThrownTypes().isEmpty() ? "" : " throws " + join(method.getThrownTypes(), ",");
  }

  private static String typeParameters(ExecutableElement method) {
    if (method.getTypeParameters().isEmpty()) {
      return "";
    }
    return method.getTypeParameters().stream()
        .map(each -> each + " extends " + join(each.getBounds(), "&"))
        .collect(Collectors.joining(",", "<", "> "));
  }

  private static String join(List<? extends TypeMirror> types, String between) {
    return types.stream().map(Object::toString).collect(Collectors.joining(between));
  }

  /** Without packages and enclosing classes. */
  private static String simple(String type) {
    return type.replaceAll("([\\p{L}_$][\\p{L}\\p{N}_$]*\\.)+", "");
  }

  private String descriptor(TypeMirror type) {
    return switch (type.getKind()) {
      case INT -> "I";
      case LONG -> "J";
      case DOUBLE -> "D";
      case FLOAT -> "F";
      case BOOLEAN -> "Z";
      case CHAR -> "C";
      case BYTE -> "B";
      case SHORT -> "S";
      case VOID -> "V";
      case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
      default -> {
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        yield "L" + task.getElements().getBinaryName(element).toString().replace('.', '/') + ";";
      }
    };
  }
}
