package lectern.kernel.assist;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import lectern.kernel.compile.Looks;

/** The types that a value should have at the marker, so that values of these come first. */
final class WantedType {
  private final Looks.View view;
  private final Trees trees;
  private final Types types;
  private final List<TypeMirror> wanted = new ArrayList<>();

  private WantedType(Looks.View view) {
    this.view = view;
    trees = Trees.instance(view.task());
    types = view.task().getTypes();
  }

  /** What is wanted there; where nothing is known, nothing fits. */
  static WantedType at(Looks.View view) {
    WantedType type = new WantedType(view);
    TreePath path = view.path();
    if (path.getParentPath().getLeaf() instanceof NewClassTree created
        && created.getIdentifier() == path.getLeaf()) {
      path = path.getParentPath();
    }
    type.find(path);
    type.addLabels();
    type.wanted.removeIf(
        each -> each == null || each.getKind() == TypeKind.ERROR || isObject(each));
    return type;
  }

  private static boolean isObject(TypeMirror type) {
    return type.toString().equals("java.lang.Object");
  }

  private void find(TreePath path) {
    Tree leaf = path.getLeaf();
    TreePath above = path.getParentPath();
    Tree parent = above.getLeaf();
    if (parent instanceof VariableTree variable && variable.getInitializer() == leaf) {
      wanted.add(trees.getTypeMirror(above));
    } else if (parent instanceof AssignmentTree assignment && assignment.getExpression() == leaf) {
      wanted.add(trees.getTypeMirror(new TreePath(above, assignment.getVariable())));
    } else if (parent instanceof ReturnTree) {
      addResult(above);
    } else if (parent instanceof ParenthesizedTree) {
      Tree outer = above.getParentPath().getLeaf();
      if (outer instanceof IfTree || outer instanceof WhileLoopTree) {
        wanted.add(types.getPrimitiveType(TypeKind.BOOLEAN));
      } else {
        find(above);
      }
    } else if (parent instanceof ConditionalExpressionTree && !isCondition(parent, leaf)) {
      find(above);
    } else if (parent instanceof MethodInvocationTree call) {
      addParameters(call, call.getArguments().indexOf(leaf), above);
    } else if (parent instanceof EnhancedForLoopTree) {
      wanted.add(view.task().getElements().getTypeElement("java.lang.Iterable").asType());
    }
  }

  private void addLabels() {
    TypeMirror switched = Members.switched(view);
    if (switched != null) {
      wanted.add(switched);
    }
  }

  private static boolean isCondition(Tree parent, Tree leaf) {
    return ((ConditionalExpressionTree) parent).getCondition() == leaf;
  }

  private void addResult(TreePath from) {
    for (TreePath each = from; each != null; each = each.getParentPath()) {
      if (each.getLeaf() instanceof MethodTree method && method.getReturnType() != null) {
        wanted.add(trees.getTypeMirror(new TreePath(each, method.getReturnType())));
        return;
      }
    }
  }

  private void addParameters(MethodInvocationTree call, int index, TreePath above) {
    ExpressionTree select = call.getMethodSelect();
    TreePath path = new TreePath(above, select);
    String name = "";
    List<Element> members = new ArrayList<>();
    if (select instanceof MemberSelectTree member) {
      name = member.getIdentifier().toString();
      TypeMirror owner = trees.getTypeMirror(new TreePath(path, member.getExpression()));
      if (owner instanceof DeclaredType declared) {
        TypeElement type = (TypeElement) declared.asElement();
        members.addAll(view.task().getElements().getAllMembers(type));
      }
    } else if (select instanceof IdentifierTree identifier) {
      name = identifier.getName().toString();
      members.addAll(Members.inScope(view));
    }
    for (Element each : members) {
      boolean called = index >= 0 && each.getSimpleName().contentEquals(name);
      if (called && each instanceof ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (index < parameters.size()) {
          wanted.add(parameters.get(index).asType());
        }
      }
    }
  }

  /** Whether a value of the element, or an object of the class, would fit. */
  boolean fits(Element element) {
    return !wanted.isEmpty()
        && wanted.stream().anyMatch(each -> isAssignable(value(element), each));
  }

  private static TypeMirror value(Element element) {
    return element.asType() instanceof ExecutableType method
        ? method.getReturnType()
        : element.asType();
  }

  private boolean isAssignable(TypeMirror value, TypeMirror target) {
    TypeKind kind = value.getKind();
    if (kind == TypeKind.VOID
        || kind == TypeKind.PACKAGE
        || kind == TypeKind.MODULE
        || kind == TypeKind.EXECUTABLE
        || kind == TypeKind.ERROR
        || kind == TypeKind.TYPEVAR) {
      return false;
    }
    return types.isAssignable(types.erasure(value), types.erasure(target));
  }
}
