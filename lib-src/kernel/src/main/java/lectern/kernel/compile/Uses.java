package lectern.kernel.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import lectern.kernel.source.CellText;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.MappedSource.Slice;

/**
 * What a declaration uses of the notebook, as the compiler resolved it: a local variable that has
 * the name of the notebook's is no use of that, and a type whose name stands nowhere is one.
 *
 * <p>Symbols are written {@code type T}, {@code variable v} and, for methods, as their {@link
 * Overloads} key.
 */
final class Uses extends TreePathScanner<Void, Void> {
  /** The symbols that the declaration with that place inside it uses. */
  record Found(CellText cell, int place, Set<String> symbols) {}

  private final JavacTask task;
  private final Trees trees;
  private final Set<String> symbols = new LinkedHashSet<>();

  private Uses(JavacTask task) {
    this.task = task;
    trees = Trees.instance(task);
  }

  /** Of each type and method of a unit; call it when types are known. */
  static List<Found> of(CompilationUnitTree tree, JavacTask task, MappedSource source) {
    List<Found> found = new ArrayList<>();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    TreePath unit = new TreePath(tree);
    for (Tree type : tree.getTypeDecls()) {
      if (type instanceof ClassTree outermost) {
        for (Tree member : outermost.getMembers()) {
          long last = positions.getEndPosition(tree, member) - 1;
          Slice slice = source.sliceOf(last);
          boolean isDeclaration =
              member instanceof ClassTree || member.getKind() == Tree.Kind.METHOD;
          if (isDeclaration && slice != null) {
            Uses uses = new Uses(task);
            uses.scan(new TreePath(new TreePath(unit, type), member), null);
            found.add(new Found(slice.cell(), slice.inCell((int) last), uses.symbols));
          }
        }
      }
    }
    return found;
  }

  static String type(String name) {
    return "type " + name;
  }

  static String variable(String name) {
    return "variable " + name;
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    if (tree instanceof ExpressionTree) {
      TreePath path = new TreePath(getCurrentPath(), tree);
      add(trees.getElement(path));
      add(trees.getTypeMirror(path));
    }
    return super.scan(tree, unused);
  }

  private void add(Element element) {
    if (element instanceof TypeElement type) {
      addType(type);
    } else if (element instanceof VariableElement variable) {
      if (variable.getEnclosingElement() instanceof TypeElement owner) {
        addMember(owner, variable(variable.getSimpleName().toString()));
      }
      add(variable.asType());
    } else if (element instanceof ExecutableElement method) {
      addMember((TypeElement) method.getEnclosingElement(), Headers.key(method, task.getTypes()));
      add(method.asType());
    }
  }

  private void addMember(TypeElement owner, String symbol) {
    if (isUnit(owner)) {
      symbols.add(symbol);
    } else {
      addType(owner);
    }
  }

  private static boolean isUnit(Element type) {
    return type.getEnclosingElement() instanceof PackageElement around
        && around.getQualifiedName().contentEquals(CellNames.PACKAGE);
  }

  private void addType(TypeElement type) {
    for (Element each = type; each != null; each = each.getEnclosingElement()) {
      if (each.getEnclosingElement() != null
          && each instanceof TypeElement
          && isUnit(each.getEnclosingElement())) {
        symbols.add(type(each.getSimpleName().toString()));
      }
    }
  }

  private void add(TypeMirror type) {
    if (type == null) {
      return;
    }
    switch (type.getKind()) {
      case DECLARED -> {
        addType((TypeElement) ((DeclaredType) type).asElement());
        ((DeclaredType) type).getTypeArguments().forEach(this::add);
      }
      case ARRAY -> add(((ArrayType) type).getComponentType());
      case INTERSECTION -> ((IntersectionType) type).getBounds().forEach(this::add);
      case WILDCARD -> {
        add(((WildcardType) type).getExtendsBound());
        add(((WildcardType) type).getSuperBound());
      }
      case EXECUTABLE -> {
        add(((ExecutableType) type).getReturnType());
        ((ExecutableType) type).getParameterTypes().forEach(this::add);
        ((ExecutableType) type).getThrownTypes().forEach(this::add);
      }
      default -> {}
    }
  }
}
