package lectern.kernel.magic;

import java.util.List;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.display.UserError;

/** The kernel's own magics. */
final class OwnMagics {
  private OwnMagics() {}

  static List<Magic> of(CellRunner runner, ClassPath classPath) {
    return List.of(
        SimpleMagic.line("lsmagic", "%lsmagic  lists the magics", all -> list(runner)),
        SimpleMagic.line(
            "jars",
            "%jars GLOB…  adds jars to the class path: %jars libs/*.jar",
            globs -> addJars(globs, classPath)),
        SimpleMagic.line(
            "classpath",
            "%classpath [GLOB…]  adds jars and folders to the class path, or shows it",
            globs -> addOrShow(globs, classPath)),
        SimpleMagic.line(
            "load",
            "%load FILE  runs a script (.java, .jsh, .jshell) or the Java cells of a notebook (.ipynb)",
            file -> new Script(runner).run(file)),
        SimpleMagic.cell(
            "html",
            "%%html  shows the cell as HTML",
            html -> MimeBundle.text(html).with(MimeBundle.HTML, html)),
        SimpleMagic.cell(
            "markdown",
            "%%markdown  shows the cell as Markdown",
            text -> MimeBundle.text(text).with(MimeBundle.MARKDOWN, text)));
  }

  private static Optional<Object> list(CellRunner runner) {
    StringBuilder all = new StringBuilder();
    runner.magics().forEach(magic -> all.append(magic.help()).append('\n'));
    System.out.print(all);
    return Optional.empty();
  }

  private static Optional<Object> addJars(String globs, ClassPath classPath) {
    Words.of(globs, "%jars needs a file or a glob: %jars libs/*.jar")
        .forEach(
            glob -> {
              var jars =
                  ClassPath.glob(glob).stream()
                      .filter(file -> file.toString().endsWith(".jar"))
                      .toList();
              if (jars.isEmpty()) {
                throw new UserError("no jar matches " + glob + "; %classpath takes folders too");
              }
              classPath.add(jars);
            });
    return Optional.empty();
  }

  private static Optional<Object> addOrShow(String globs, ClassPath classPath) {
    if (globs.isEmpty()) {
      classPath.paths().forEach(System.out::println);
    } else {
      Words.of(globs, "").forEach(glob -> classPath.add(ClassPath.glob(glob)));
    }
    return Optional.empty();
  }
}
