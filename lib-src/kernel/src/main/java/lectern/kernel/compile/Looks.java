package lectern.kernel.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lectern.kernel.source.BrokenText;
import lectern.kernel.source.CellText;
import lectern.kernel.source.JavaTokens;
import lectern.kernel.source.MappedSource;
import lectern.kernel.source.SplitCell;
import lectern.kernel.source.Unit;

/**
 * Looks at code without running it: as a unit that sees all that the notebook has defined, parsed
 * and with types, even where it breaks off.
 */
public final class Looks {
  /** Stands in the code where the cursor is. */
  public static final String MARKER = "at$cursor";

  private static final String CREATION = "(?s).*\\bnew\\s+[\\w.]*";
  private static final String CATCH = "(?s).*\\bcatch\\s*\\([\\w.|\\s]*";

  private final CellCompiler compiler;
  private final Workspace workspace;
  private final Importer importer;

  public Looks(CellCompiler compiler, Workspace workspace, Importer importer) {
    this.compiler = compiler;
    this.workspace = workspace;
    this.importer = importer;
  }

  /**
   * Code as the compiler sees it, while it is looked at.
   *
   * @param path to the marker: an identifier, a member selected from something, or a method
   *     referred to
   * @param source the unit, with its map to positions of the code
   * @param imports the names that the notebook has imported
   */
  public record View(
      JavacTask task,
      CompilationUnitTree tree,
      TreePath path,
      MappedSource source,
      List<String> imports) {}

  /**
   * Looks at code up to the cursor.
   *
   * @param before the code in front of the marker; open brackets are closed behind it
   * @return what {@code look} makes of it; empty where the code cannot be read
   */
  public <T> Optional<T> at(String before, Function<View, T> look) {
    String closed = close(before + MARKER + suffix(before));
    if (closed == null) {
      return Optional.empty();
    }
    try {
      Draft draft = draft(closed);
      MappedSource source = UnitBuilder.withLocals(workspace, draft);
      return compiler.run(
          source, draft.main, draft.text(), problem -> {}, task -> look(task, source, draft, look));
    } catch (DoesNotCompile | IllegalStateException e) {
      return Optional.empty(); // the compiler itself gives up on some broken code
    }
  }

  /** What must follow a name at that place so that the compiler sees it as one. */
  private static String suffix(String before) {
    return before.matches(CREATION) ? "()" : before.matches(CATCH) ? " caught$){}" : "";
  }

  private <T> Optional<T> look(
      JavacTask task, MappedSource source, Draft draft, Function<View, T> look) {
    try {
      CompilationUnitTree tree = task.parse().iterator().next();
      task.analyze();
      TreePath path = new MarkerFinder().find(tree);
      List<String> imports = new ArrayList<>(workspace.imports());
      imports.addAll(draft.imports);
      return path == null
          ? Optional.empty()
          : Optional.ofNullable(look.apply(new View(task, tree, path, source, imports)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Draft draft(String code) throws DoesNotCompile {
    SplitCell cell = UnitCompiler.split(new CellText("", code, 1));
    Draft draft = new Draft(cell, workspace.nextUnit());
    draft.extraNames.addAll(workspace.names());
    Set<String> own = workspace.names();
    for (String name : cell.tokens().names(0, cell.tokens().size())) {
      if (Importer.isOfClass(name) && !own.contains(name) && !draft.types.containsKey(name)) {
        importer.find(name).ifPresent(draft.added::add);
      }
    }
    return draft;
  }

  /**
   * The source of the types and methods of a name with their comments.
   *
   * @param code a cell whose declarations go before those of earlier ones
   */
  public List<String> declared(String code, String name) {
    List<String> found = new ArrayList<>();
    try {
      SplitCell cell = UnitCompiler.split(new CellText("", code, 1));
      for (Unit unit : cell.units()) {
        if (unit.name() >= 0 && cell.name(unit).equals(name)) {
          found.add(withComment(cell, unit));
        }
      }
    } catch (DoesNotCompile e) {
      found.clear(); // broken code: what earlier cells say
    }
    for (Declaration each : workspace.declarations()) {
      if (each.name().equals(name)) {
        found.add(withComment(each.cell(), each.unit()));
      }
    }
    return found;
  }

  private static String withComment(SplitCell cell, Unit unit) {
    String code = cell.text().code();
    String above = code.substring(0, unit.start()).stripTrailing();
    int comment = above.endsWith("*/") ? above.lastIndexOf("/**") : -1;
    return code.substring(comment < 0 ? unit.start() : comment, unit.end());
  }

  /** The first error of syntax, or null; types are not looked at. */
  public Problem syntaxProblem(String code) throws DoesNotCompile {
    Draft draft = draft(code);
    List<Problem> problems = new ArrayList<>();
    MappedSource source = UnitBuilder.withLocals(workspace, draft);
    compiler.run(
        source,
        draft.main,
        draft.text(),
        problems::add,
        task -> {
          try {
            return task.parse();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    problems.removeIf(each -> each.code().equals("compiler.err.not.stmt"));
    return problems.isEmpty() ? null : problems.get(0);
  }

  /** The code with its open brackets closed, or null where that does not help. */
  private static String close(String code) {
    StringBuilder text = new StringBuilder(code);
    while (true) {
      try {
        JavaTokens.of(text.toString());
        return text.toString();
      } catch (BrokenText e) {
        char opening = text.charAt(e.position());
        if (!e.isOpenEnded() || "([{".indexOf(opening) < 0) {
          return null;
        }
        text.append(opening == '(' ? ")" : opening == '[' ? "]" : ";}");
      }
    }
  }

  private static final class MarkerFinder extends TreePathScanner<Void, Void> {
    private TreePath found;

    TreePath find(CompilationUnitTree tree) {
      scan(tree, null);
      return found;
    }

    /** A name alone is no statement: it stands among the compiler's errors. */
    @Override
    public Void visitErroneous(ErroneousTree node, Void unused) {
      return scan(node.getErrorTrees(), null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
      if (node.getName().contentEquals(MARKER)) {
        found = getCurrentPath();
      }
      return super.visitIdentifier(node, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
      if (node.getName().contentEquals(MARKER)) {
        found = getCurrentPath();
      }
      return super.visitMemberReference(node, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
      if (node.getIdentifier().contentEquals(MARKER)) {
        found = getCurrentPath();
      }
      return super.visitMemberSelect(node, unused);
    }
  }
}
