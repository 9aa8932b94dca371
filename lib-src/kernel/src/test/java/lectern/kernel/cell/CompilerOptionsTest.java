package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of javac that cells are compiled with. */
class CompilerOptionsTest {
  @TempDir Path folder;

  private static Object last(List<String> options, String... cells) throws CellFailure {
    try (WholeCellEngine engine = new WholeCellEngine(options, () -> false)) {
      Object value = null;
      for (String cell : cells) {
        value = engine.evaluate(new CellSource(cell, "cell", 1)).value();
      }
      return value;
    }
  }

  private void javac(String options, String name, String code) throws IOException {
    Path source = folder.resolve(name);
    Files.createDirectories(source.getParent());
    Files.writeString(source, code);
    String[] arguments =
        Stream.concat(
                Stream.of(options.split(" ")),
                Stream.of("-proc:none", "-d", folder.resolve("out").toString(), source.toString()))
            .toArray(String[]::new);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
  }

  @Test
  void anOlderReleaseHasItsOwnLibraryAndNoModules() throws CellFailure {
    assertEquals(
        9, last(List.of("--release", "8"), "int x = 4;", "int f() { return x + 1; }", "f() + x"));
    CellFailure failure =
        assertThrows(CellFailure.class, () -> last(List.of("--release", "8"), "\"x\".isBlank()"));
    assertTrue(failure.error().text().contains("isBlank"), failure.error().text());
  }

  @Test
  void modulesOfTheModulePathAreCompiledAgainstAndLoaded() throws Exception {
    javac(
        "-nowarn",
        "greet/Hi.java",
        "package greet; public class Hi { public static String hi() { return"
            + " Hi.class.getModule().getName(); } }");
    Path source = folder.resolve("module-info.java");
    Files.writeString(source, "module greet { exports greet; }");
    String out = folder.resolve("out").toString();
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                out,
                "-cp",
                out,
                source.toString(),
                folder.resolve("greet/Hi.java").toString()));
    assertEquals(
        "greet", last(List.of("--module-path", out, "--add-modules", "greet"), "greet.Hi.hi()"));
    assertEquals(
        "greet", last(List.of("--module-path=" + out, "--add-modules=greet"), "greet.Hi.hi()"));
  }

  @Test
  void annotationProcessorsMakeClassesThatLaterCellsUse() throws Exception {
    javac(
        "-nowarn",
        "Builders.java",
        """
        import java.io.*;
        import java.util.*;
        import javax.annotation.processing.*;
        import javax.lang.model.SourceVersion;
        import javax.lang.model.element.*;
        @SupportedAnnotationTypes("java.lang.Deprecated")
        public class Builders extends AbstractProcessor {
          @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latest(); }
          @Override public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element each : round.getElementsAnnotatedWith(Deprecated.class)) {
              String around = processingEnv.getElementUtils().getPackageOf(each).toString();
              String name = each.getSimpleName() + "Builder";
              try (Writer out = processingEnv.getFiler().createSourceFile(around + "." + name, each).openWriter()) {
                out.write("package " + around + "; public class " + name + " { public static " + each + " build() { return new " + each + "(); } }");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
            return false;
          }
        }
        """);
    List<String> options =
        List.of("-processorpath", folder.resolve("out").toString(), "-processor", "Builders");
    assertEquals(3, last(options, "@Deprecated class Tea { int v = 3; }\nTeaBuilder.build().v"));
    assertEquals(
        7,
        last(
            options,
            "@Deprecated class Tea { int v = 3; }",
            "int k = 4;",
            "TeaBuilder.build().v + k"));
  }
}
