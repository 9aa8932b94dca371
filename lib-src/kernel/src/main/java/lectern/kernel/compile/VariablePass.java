package lectern.kernel.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import lectern.kernel.source.JavaTokens;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.Unit;

/**
 * Looks at a cell whose variables are written as local ones: their names, types and initialisers.
 * The compiler is asked for types only where they are needed, since that takes most of the time.
 */
final class VariablePass {
  private final Workspace workspace;
  private final Draft draft;
  private final MappedSource source;
  private final JavacTask task;
  private final CompilationUnitTree tree;
  private final SourcePositions positions;
  private final Map<VariableTree, NewVariable> found = new LinkedHashMap<>();

  VariablePass(Workspace workspace, Draft draft, MappedSource source, JavacTask task)
      throws IOException {
    this.workspace = workspace;
    this.draft = draft;
    this.source = source;
    this.task = task;
    tree = task.parse().iterator().next();
    positions = Trees.instance(task).getSourcePositions();
  }

  /**
   * Fills the draft's variables; call it only where the unit could be parsed.
   *
   * @param keptUses from an earlier pass: where initialisers read an earlier variable
   * @return false where some {@code var} reads the variable that it replaces: the unit must be
   *     written anew, with those uses replaced, and looked at again
   */
  boolean read(List<NewVariable> keptUses) {
    draft.variables.clear();
    for (StatementTree statement : statements()) {
      if (statement instanceof VariableTree variable) {
        add(variable);
      }
    }
    boolean mustRepeat = false;
    for (NewVariable each : draft.variables) {
      for (NewVariable kept : keptUses) {
        if (kept.name.equals(each.name) && kept.unit.equals(each.unit)) {
          each.oldUses.putAll(kept.oldUses);
          each.initialiserStart = kept.initialiserStart;
          each.initialiserEnd = kept.initialiserEnd;
        }
      }
    }
    if (keptUses.isEmpty()) {
      for (var each : found.entrySet()) {
        mustRepeat |= findOldUses(each.getKey(), each.getValue());
      }
    }
    if (!mustRepeat) {
      resolveTypes();
    }
    return !mustRepeat;
  }

  private List<? extends StatementTree> statements() {
    for (Tree type : tree.getTypeDecls()) {
      if (type instanceof ClassTree named && named.getSimpleName().contentEquals(draft.main)) {
        for (Tree member : named.getMembers()) {
          if (member instanceof MethodTree method && method.getName().contentEquals("$run")) {
            return method.getBody().getStatements();
          }
        }
      }
    }
    return List.of();
  }

  private int startInCell(Tree node) {
    int start = (int) positions.getStartPosition(tree, node);
    return source.sliceAt(start).inCell(start);
  }

  private int endInCell(Tree node) {
    int end = (int) positions.getEndPosition(tree, node);
    return source.sliceAt(end).inCell(end);
  }

  private void add(VariableTree variable) {
    int at = startInCell(variable);
    Unit unit = draft.cell.unitAt(at);
    if (unit == null || unit.kind() != Unit.Kind.VARIABLES) {
      return;
    }
    JavaTokens tokens = draft.cell.tokens();
    NewVariable read = new NewVariable(variable.getName().toString(), unit);
    int typeFrom = draft.cell.shapes().modifiersEnd(unit.from());
    int typeTo = draft.cell.shapes().typeEnd(typeFrom);
    boolean isVar = tokens.is(typeFrom, "var") && typeTo == typeFrom + 1;
    read.typeStart = tokens.at(typeFrom).start();
    read.typeEnd = tokens.at(typeTo - 1).end();
    read.start = unit.start();
    ExpressionTree initialiser = variable.getInitializer();
    if (!isVar) {
      String written = draft.text().code().substring(read.typeStart, read.typeEnd);
      String whole = variable.getType().toString();
      read.dimensions = "[]".repeat(Math.max(0, brackets(whole) - brackets(written)));
      boolean isLiteral =
          initialiser instanceof LiteralTree literal && literal.getKind() != Tree.Kind.NULL_LITERAL;
      read.constant = isLiteral && isFinal(unit, typeFrom);
      if (initialiser instanceof NewArrayTree array && array.getType() == null) {
        read.arrayType = written + read.dimensions;
      }
    } else {
      read.inferred = ofLiteral(initialiser);
    }
    if (initialiser != null) {
      read.initialiserStart = startInCell(initialiser);
      read.initialiserEnd = endInCell(initialiser);
      read.start = read.initialiserStart;
    }
    draft.variables.add(read);
    found.put(variable, read);
  }

  private boolean isFinal(Unit unit, int typeFrom) {
    return IntStream.range(unit.from(), typeFrom).anyMatch(i -> draft.cell.tokens().is(i, "final"));
  }

  private static int brackets(String type) {
    return (int) type.chars().filter(c -> c == '[').count();
  }

  private static String ofLiteral(ExpressionTree initialiser) {
    Object value = initialiser instanceof LiteralTree literal ? literal.getValue() : null;
    if (value == null) {
      return null;
    }
    return value instanceof Integer
        ? "int"
        : value instanceof Character
            ? "char"
            : value instanceof String
                ? "java.lang.String"
                : value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether the type must be inferred although it reads the variable that it replaces. */
  private boolean findOldUses(VariableTree variable, NewVariable read) {
    SessionVariable old = workspace.variable(read.name);
    if (old == null || variable.getInitializer() == null) {
      return false;
    }
    OldUses.in(variable.getInitializer(), read.name)
        .forEach(use -> read.oldUses.put(startInCell(use), old.field()));
    boolean isVar = variable.getType() == null || isVarType(read);
    return isVar && !read.oldUses.isEmpty();
  }

  private boolean isVarType(NewVariable read) {
    return draft.text().code().substring(read.typeStart, read.typeEnd).equals("var");
  }

  private void resolveTypes() {
    boolean ask =
        found.values().stream()
            .anyMatch(
                each ->
                    isVarType(each) && each.inferred == null
                        || workspace.variable(each.name) != null);
    if (ask) {
      try {
        task.analyze();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      found.forEach(this::resolve);
    }
    for (NewVariable each : draft.variables) {
      SessionVariable old = workspace.variable(each.name);
      boolean same = old != null && !old.constant() && !each.constant && each.lifted == null;
      each.isNew = !(same && old.type().equals(each.attributed));
    }
  }

  private void resolve(VariableTree variable, NewVariable read) {
    TreePath path = TreePath.getPath(tree, variable);
    TypeMirror type = Trees.instance(task).getTypeMirror(path);
    if (type == null) {
      return;
    }
    if (!isVarType(read)) {
      read.attributed = type.toString();
      return;
    }
    if (read.inferred != null) {
      read.attributed = read.inferred;
      return;
    }
    TypeText.Written written = TypeText.of(type);
    read.inferred = written.text();
    read.attributed = written.text();
    if (variable.getInitializer() instanceof NewClassTree creation && lift(creation, type, read)) {
      return;
    }
    if (written.nameless() != null) {
      draft.notes.add(
          CellNames.plain(
              "var "
                  + read.name
                  + " has the type "
                  + written.nameless()
                  + ", which has no name: it is declared as "
                  + written.text()));
    }
  }

  /** An anonymous class becomes one with a name, so that later cells see its members. */
  private boolean lift(NewClassTree creation, TypeMirror type, NewVariable read) {
    boolean isAnonymous =
        type instanceof DeclaredType declared && declared.asElement().getSimpleName().isEmpty();
    if (!isAnonymous
        || creation.getClassBody() == null
        || creation.getEnclosingExpression() != null) {
      return false;
    }
    JavaTokens tokens = draft.cell.tokens();
    int bodyEnd = endInCell(creation);
    int open = tokens.partner(tokens.endingAt(bodyEnd));
    int arguments = tokens.partner(open - 1);
    TypeElement anonymous = (TypeElement) ((DeclaredType) type).asElement();
    boolean byInterface = !anonymous.getInterfaces().isEmpty();
    TypeMirror parent = byInterface ? anonymous.getInterfaces().get(0) : anonymous.getSuperclass();
    TypeText.Written name = TypeText.of(parent);
    if (name.nameless() != null || open >= tokens.size() || arguments >= tokens.size()) {
      return false;
    }
    read.lifted =
        new NewVariable.Lifted(
            (byInterface ? " implements " : " extends ") + name.text(),
            constructor(creation, read),
            tokens.at(arguments).start(),
            tokens.at(open).start(),
            bodyEnd);
    read.inferred = CellNames.PACKAGE + "." + draft.main + ".Anon$" + read.name;
    return true;
  }

  private String constructor(NewClassTree creation, NewVariable read) {
    if (creation.getArguments().isEmpty()) {
      return "";
    }
    TreePath path = TreePath.getPath(tree, creation);
    if (!(Trees.instance(task).getElement(path) instanceof ExecutableElement called)) {
      return "";
    }
    int count = called.getParameters().size();
    String parameters =
        IntStream.range(0, count)
            .mapToObj(i -> parameterType(called, i) + " a" + i)
            .collect(Collectors.joining(","));
    String passed =
        IntStream.range(0, count).mapToObj(i -> "a" + i).collect(Collectors.joining(","));
    String thrown =
        called.getThrownTypes().stream()
            .map(each -> TypeText.of(each).text())
            .collect(Collectors.joining(","));
    return "Anon$"
        + read.name
        + "("
        + parameters
        + ")"
        + (thrown.isEmpty() ? "" : "throws " + thrown)
        + "{super("
        + passed
        + ");}";
  }

  private static String parameterType(ExecutableElement called, int index) {
    String type = TypeText.of(called.getParameters().get(index).asType()).text();
    boolean isLast = index == called.getParameters().size() - 1;
    return called.isVarArgs() && isLast ? type.substring(0, type.length() - 2) + "..." : type;
  }
}
