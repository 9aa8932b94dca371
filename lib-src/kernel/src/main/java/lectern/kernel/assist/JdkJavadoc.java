package lectern.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Documentation comments of the JDK's own classes, from the sources that come with a JDK. */
final class JdkJavadoc {
  private static final Path SOURCES = Path.of(System.getProperty("java.home"), "lib", "src.zip");

  private JdkJavadoc() {}

  /** The comment of an element; of user code what the compiler read; "" for none. */
  static String of(Element element, Elements elements) {
    String own = elements.getDocComment(element);
    if (own != null) {
      return own.strip();
    }
    TypeElement outermost = outermost(element);
    ModuleElement module = outermost == null ? null : elements.getModuleOf(outermost);
    if (module == null || module.isUnnamed() || !Files.exists(SOURCES)) {
      return "";
    }
    String file = outermost.getQualifiedName().toString().replace('.', '/') + ".java";
    try (ZipFile zip = new ZipFile(SOURCES.toFile())) {
      ZipEntry entry = zip.getEntry(module.getQualifiedName() + "/" + file);
      if (entry == null) {
        return "";
      }
      byte[] bytes = zip.getInputStream(entry).readAllBytes();
      return find(new String(bytes, StandardCharsets.UTF_8), element);
    } catch (IOException e) {
      return "";
    }
  }

  private static TypeElement outermost(Element element) {
    TypeElement found = null;
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      found = each instanceof TypeElement type ? type : found;
    }
    return found;
  }

  private static String find(String source, Element element) throws IOException {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("jdk:/Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
    CompilationUnitTree unit = task.parse().iterator().next();
    TreePath path = pathTo(new TreePath(unit), element);
    String comment = path == null ? null : DocTrees.instance(task).getDocComment(path);
    return comment == null ? "" : comment.strip();
  }

  private static TreePath pathTo(TreePath unit, Element element) {
    boolean isOutermost = !(element.getEnclosingElement() instanceof TypeElement);
    TreePath parent = isOutermost ? unit : pathTo(unit, element.getEnclosingElement());
    if (parent == null) {
      return null;
    }
    List<? extends Tree> members =
        parent.getLeaf() instanceof CompilationUnitTree whole
            ? whole.getTypeDecls()
            : ((ClassTree) parent.getLeaf()).getMembers();
    return members.stream()
        .filter(each -> declares(each, element))
        .findFirst()
        .map(each -> new TreePath(parent, each))
        .orElse(null);
  }

  private static boolean declares(Tree tree, Element element) {
    if (tree instanceof ClassTree type) {
      return element instanceof TypeElement
          && type.getSimpleName().contentEquals(element.getSimpleName());
    }
    if (tree instanceof VariableTree variable) {
      return variable.getName().contentEquals(element.getSimpleName());
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
        .replaceAll("(\\w+\\.)+", "")
        .replace("...", "[]");
  }
}
