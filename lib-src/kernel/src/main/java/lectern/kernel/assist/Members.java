package lectern.kernel.assist;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import lectern.kernel.compile.Looks;

/** What may stand at the marker of a view: members behind a dot, else all that is in scope. */
final class Members {
  private final Looks.View view;
  private final Trees trees;
  private final Elements elements;
  private final Scope scope;
  private final Map<String, Element> found = new LinkedHashMap<>();

  private Members(Looks.View view) {
    this.view = view;
    trees = Trees.instance(view.task());
    elements = view.task().getElements();
    scope = trees.getScope(view.path());
  }

  /** All of them, the nearest first. */
  static List<Element> at(Looks.View view) {
    Members members = new Members(view);
    if (view.path().getLeaf() instanceof MemberSelectTree select) {
      members.addSelected(new TreePath(view.path(), select.getExpression()), false);
    } else if (view.path().getLeaf() instanceof MemberReferenceTree reference) {
      members.addSelected(new TreePath(view.path(), reference.getQualifierExpression()), true);
    } else {
      members.addCaseLabels();
      members.addScope();
      members.addImported();
    }
    return new ArrayList<>(members.found.values());
  }

  /** All that may be named there without a dot. */
  static List<Element> inScope(Looks.View view) {
    Members members = new Members(view);
    members.addScope();
    members.addImported();
    return new ArrayList<>(members.found.values());
  }

  private void add(Element each) {
    String name = each.getSimpleName().toString();
    boolean generated = name.isEmpty() || name.contains("$") || name.startsWith("<");
    if (!generated && !name.equals("this") && !name.equals("super")) {
      found.putIfAbsent(each.getKind() + each.toString(), each);
    }
  }

  private void addSelected(TreePath expression, boolean isReference) {
    Element selected = trees.getElement(expression);
    if (selected instanceof PackageElement inside) {
      inside.getEnclosedElements().stream().filter(this::isPublic).forEach(this::add);
      return;
    }
    TypeMirror type = trees.getTypeMirror(expression);
    boolean isType = selected instanceof TypeElement;
    for (TypeMirror each : bounds(type)) {
      if (each instanceof ArrayType) {
        elements.getTypeElement("java.lang.Object").getEnclosedElements().stream()
            .filter(member -> isPublic(member) && member.getKind() == ElementKind.METHOD)
            .forEach(this::add);
      } else if (each instanceof DeclaredType declared) {
        addMembers(declared, isType && !isReference);
      }
    }
  }

  /** The type of the value, or the class, behind which the marker stands; null for none. */
  static DeclaredType selected(Looks.View view) {
    Tree leaf = view.path().getLeaf();
    Tree value =
        leaf instanceof MemberSelectTree select
            ? select.getExpression()
            : leaf instanceof MemberReferenceTree reference
                ? reference.getQualifierExpression()
                : null;
    TypeMirror type =
        value == null
            ? null
            : Trees.instance(view.task()).getTypeMirror(new TreePath(view.path(), value));
    return type instanceof DeclaredType declared ? declared : null;
  }

  /** The types whose members a value of that type has. */
  private static List<? extends TypeMirror> bounds(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bounds(variable.getUpperBound());
    }
    return type instanceof IntersectionType several
        ? several.getBounds()
        : type == null ? List.of() : List.of(type);
  }

  private void addMembers(DeclaredType type, boolean staticOnly) {
    for (Element each : elements.getAllMembers((TypeElement) type.asElement())) {
      boolean reachable =
          trees.isAccessible(scope, each, type)
              && (!staticOnly || each.getModifiers().contains(Modifier.STATIC));
      if (reachable && each.getKind() != ElementKind.CONSTRUCTOR) {
        add(each);
      }
    }
  }

  /** Behind {@code case} in a switch over an enum: its constants. */
  private void addCaseLabels() {
    if (switched(view) instanceof DeclaredType declared) {
      declared.asElement().getEnclosedElements().stream()
          .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
          .forEach(this::add);
    }
  }

  /** The type of the value of the switch in one of whose labels the marker stands, or null. */
  static TypeMirror switched(Looks.View view) {
    TreePath above = view.path().getParentPath();
    while (above != null && !(above.getLeaf() instanceof CaseTree)) {
      boolean isLabel = above.getLeaf().getKind().name().endsWith("LABEL");
      above = isLabel ? above.getParentPath() : null;
    }
    if (above == null) {
      return null;
    }
    Tree parent = above.getParentPath().getLeaf();
    Tree value =
        parent instanceof SwitchTree statement
            ? statement.getExpression()
            : parent instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
    if (value instanceof ParenthesizedTree inside) {
      value = inside.getExpression();
    }
    return value == null
        ? null
        : Trees.instance(view.task()).getTypeMirror(TreePath.getPath(view.tree(), value));
  }

  private boolean isPublic(Element each) {
    return each.getModifiers().contains(Modifier.PUBLIC);
  }

  private void addScope() {
    for (Scope each = scope; each != null; each = each.getEnclosingScope()) {
      each.getLocalElements().forEach(this::add);
      if (each.getEnclosingClass() != null) {
        for (Element member : elements.getAllMembers(each.getEnclosingClass())) {
          boolean ofObject = member.getEnclosingElement().toString().equals("java.lang.Object");
          if (!ofObject && member.getKind() != ElementKind.CONSTRUCTOR) {
            add(member);
          }
        }
      }
    }
  }

  private void addImported() {
    addPackage("java.lang");
    for (String each : view.imports()) {
      boolean isStatic = each.startsWith("static ");
      String name = each.replace("static ", "");
      String outer = name.substring(0, name.lastIndexOf('.'));
      String last = name.substring(name.lastIndexOf('.') + 1);
      TypeElement type = elements.getTypeElement(isStatic ? outer : name);
      if (isStatic && type != null) {
        for (Element member : elements.getAllMembers(type)) {
          boolean named = last.equals("*") || member.getSimpleName().contentEquals(last);
          if (named && isPublic(member) && member.getModifiers().contains(Modifier.STATIC)) {
            add(member);
          }
        }
      } else if (type != null) {
        add(type);
      } else if (last.equals("*")) {
        addPackage(outer);
      }
    }
  }

  private void addPackage(String name) {
    PackageElement inside = elements.getPackageElement(name);
    if (inside != null) {
      inside.getEnclosedElements().stream().filter(this::isPublic).forEach(this::add);
    }
  }
}
