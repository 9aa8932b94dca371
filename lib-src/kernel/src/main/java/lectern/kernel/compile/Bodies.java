package lectern.kernel.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.MappedSource.Slice;

/** Finds the bodies of a unit that came from cells. */
final class Bodies extends TreeScanner<Void, String> {
  private final CompilationUnitTree tree;
  private final SourcePositions positions;
  private final MappedSource source;
  private final String text;
  private final List<Body> found = new ArrayList<>();

  private Bodies(CompilationUnitTree tree, SourcePositions positions, MappedSource source) {
    this.tree = tree;
    this.positions = positions;
    this.source = source;
    text = source.toString();
  }

  static List<Body> of(CompilationUnitTree tree, SourcePositions positions, MappedSource source) {
    Bodies bodies = new Bodies(tree, positions, source);
    bodies.scan(tree, "");
    return bodies.found;
  }

  @Override
  public Void visitClass(ClassTree type, String around) {
    boolean isOfUser = tree.getTypeDecls().stream().noneMatch(each -> each == type);
    String inside = isOfUser ? " of " + type.getSimpleName() : "";
    for (Tree member : type.getMembers()) {
      if (member instanceof BlockTree block) {
        add("initialiser" + inside, block, block.getStatements(), Body.Kind.INITIALISER);
      } else if (member instanceof VariableTree field && type.getKind() != Tree.Kind.ENUM) {
        add("field " + field.getName() + inside, field.getInitializer());
      }
      scan(member, inside);
    }
    return null;
  }

  @Override
  public Void visitMethod(MethodTree method, String around) {
    String name = method.getName().toString();
    if (name.startsWith("$run")) {
      return null;
    }
    if (method.getBody() != null) {
      boolean isConstructor = name.equals("<init>");
      String title = isConstructor ? "constructor" + around : "method " + name + around;
      List<? extends StatementTree> statements = method.getBody().getStatements();
      add(title, method.getBody(), statements, Body.Kind.METHOD);
    }
    return super.visitMethod(method, around);
  }

  private void add(
      String title, BlockTree block, List<? extends StatementTree> statements, Body.Kind kind) {
    int from = (int) positions.getStartPosition(tree, block);
    from = text.indexOf('{', Math.max(0, from)) + 1;
    if (!statements.isEmpty() && callsConstructor(statements.get(0))) {
      int behind = (int) positions.getEndPosition(tree, statements.get(0));
      from = behind > 0 ? behind : from;
    }
    add(title, from, (int) positions.getEndPosition(tree, block) - 1, kind);
  }

  private static boolean callsConstructor(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && (call.getMethodSelect().toString().equals("this")
            || call.getMethodSelect().toString().equals("super"));
  }

  private void add(String title, ExpressionTree initialiser) {
    if (initialiser != null) {
      int from = (int) positions.getStartPosition(tree, initialiser);
      int to = (int) positions.getEndPosition(tree, initialiser);
      add(title, from, to, Body.Kind.FIELD);
    }
  }

  private void add(String title, int from, int to, Body.Kind kind) {
    Slice first = source.sliceOf(from);
    Slice last = source.sliceOf(to);
    if (first != null && last != null && first.cell() == last.cell()) {
      found.add(
          new Body(
              first.cell(),
              title,
              title.contains(" of "),
              first.inCell(from),
              last.inCell(to),
              kind));
    }
  }
}
