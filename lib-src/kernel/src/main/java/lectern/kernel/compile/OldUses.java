package lectern.kernel.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Finds where an initialiser reads the variable of its own name, that is the earlier one. */
final class OldUses extends TreeScanner<Void, Void> {
  private final String name;
  private final List<IdentifierTree> found = new ArrayList<>();

  private OldUses(String name) {
    this.name = name;
  }

  static List<IdentifierTree> in(Tree initialiser, String name) {
    OldUses uses = new OldUses(name);
    uses.scan(initialiser, null);
    return uses.found;
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    if (node.getName().contentEquals(name)) {
      found.add(node);
    }
    return null;
  }

  /** A parameter of that name hides the variable. */
  @Override
  public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
    boolean hidden = node.getParameters().stream().anyMatch(this::isNamed);
    return hidden ? null : super.visitLambdaExpression(node, unused);
  }

  @Override
  public Void visitBlock(BlockTree node, Void unused) {
    return node.getStatements().stream().anyMatch(this::isNamed)
        ? null
        : super.visitBlock(node, unused);
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    return node.getMembers().stream().anyMatch(this::isNamed)
        ? null
        : super.visitClass(node, unused);
  }

  private boolean isNamed(Tree tree) {
    return tree instanceof VariableTree variable && variable.getName().contentEquals(name);
  }
}
