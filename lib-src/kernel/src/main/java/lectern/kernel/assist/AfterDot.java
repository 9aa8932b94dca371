package lectern.kernel.assist;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import lectern.kernel.compile.Looks;

/** Words behind a dot that are no members. */
final class AfterDot {
  private AfterDot() {}

  /** {@code class} behind a class, {@code length} behind an array. */
  static List<Completion.Match> words(Looks.View view) {
    if (!(view.path().getLeaf() instanceof MemberSelectTree select)) {
      return List.of();
    }
    Trees trees = Trees.instance(view.task());
    TreePath path = new TreePath(view.path(), select.getExpression());
    TypeMirror type = trees.getTypeMirror(path);
    if (type != null && type.getKind() == TypeKind.ARRAY) {
      return List.of(new Completion.Match("length", "instance", "int"));
    }
    return trees.getElement(path) instanceof TypeElement
        ? List.of(new Completion.Match("class", "keyword", ""))
        : List.of();
  }
}
