package lectern.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The source of a class, parsed and not compiled: the comments and texts of its members. */
final class ParsedSource {
  private final String text;
  private final DocTrees trees;
  private final CompilationUnitTree unit;

  private ParsedSource(String text, JavacTask task) throws IOException {
    this.text = text;
    unit = task.parse().iterator().next();
    trees = DocTrees.instance(task);
  }

  /** Parses a source file. */
  static ParsedSource of(String text) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("source:/Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    try {
      return new ParsedSource(
          text,
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The documentation comment of an element.
   *
   * @param path the element and what it is nested in, the outermost first
   */
  Optional<DocCommentTree> comment(List<Element> path) {
    return find(path).map(trees::getDocCommentTree);
  }

  /** The code of an element without its comment. */
  Optional<String> code(List<Element> path) {
    SourcePositions positions = trees.getSourcePositions();
    return find(path)
        .map(TreePath::getLeaf)
        .filter(each -> positions.getEndPosition(unit, each) > 0)
        .map(
            each -> {
              int start = (int) positions.getStartPosition(unit, each);
              int line = text.lastIndexOf('\n', start) + 1;
              boolean isFirst = text.substring(line, start).isBlank();
              return text.substring(isFirst ? line : start, end(positions, each)).stripIndent();
            });
  }

  private int end(SourcePositions positions, Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  private Optional<TreePath> find(List<Element> path) {
    TreePath found = new TreePath(unit);
    for (Element each : path) {
      TreePath parent = found;
      Optional<? extends Tree> child =
          members(parent.getLeaf()).stream().filter(tree -> declares(tree, each)).findFirst();
      if (child.isEmpty()) {
        return Optional.empty();
      }
      found = new TreePath(parent, child.get());
    }
    return Optional.of(found);
  }

  private static List<? extends Tree> members(Tree tree) {
    return tree instanceof CompilationUnitTree whole
        ? whole.getTypeDecls()
        : tree instanceof ClassTree type ? type.getMembers() : List.of();
  }

  private static boolean declares(Tree tree, Element element) {
    if (tree instanceof ClassTree type) {
      return element instanceof TypeElement
          && type.getSimpleName().contentEquals(element.getSimpleName());
    }
    if (tree instanceof VariableTree variable) {
      return element.getKind().isField()
          && variable.getName().contentEquals(element.getSimpleName());
    }
    return tree instanceof MethodTree method
        && element instanceof ExecutableElement called
        && method.getName().contentEquals(called.getSimpleName())
        && parameters(method).equals(parameters(called));
  }

  private static List<String> parameters(MethodTree method) {
    return method.getParameters().stream().map(each -> simple(each.getType().toString())).toList();
  }

  private static List<String> parameters(ExecutableElement method) {
    return method.getParameters().stream().map(each -> simple(each.asType().toString())).toList();
  }

  private static String simple(String type) {
    return type.replaceAll("@\\w+ ?|\\s", "")
        .replaceAll("<.*>", "")
        .replaceAll("([\\w$]+\\.)+", "")
        .replace("...", "[]");
  }
}
