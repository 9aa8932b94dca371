package lectern.kernel.magic;

import java.util.List;
import java.util.Optional;
import lectern.display.Magic;
import lectern.display.MimeBundle;
import lectern.display.UserError;

/** Cells that are shown as they stand: {@code %%html}, {@code %%markdown} and their like. */
final class RichText {
  private static final String JAVASCRIPT = "application/javascript";

  private RichText() {}

  static List<Magic> magics() {
    return List.of(
        shown("html", MimeBundle.HTML, "shows the cell as HTML"),
        shown("HTML", MimeBundle.HTML, "the same as %%html"),
        shown("svg", MimeBundle.SVG, "shows the cell as an SVG picture"),
        shown("SVG", MimeBundle.SVG, "the same as %%svg"),
        shown("markdown", MimeBundle.MARKDOWN, "shows the cell as Markdown"),
        shown("latex", MimeBundle.LATEX, "shows the cell as LaTeX, such as $\\frac{1}{2}$"),
        shown("javascript", JAVASCRIPT, "runs the cell as JavaScript in the browser"),
        shown("js", JAVASCRIPT, "the same as %%javascript"));
  }

  private static Magic shown(String name, String mime, String help) {
    return BuiltIn.cell(
        name, "%%" + name + " — " + help, (arguments, body) -> bundle(name, mime, arguments, body));
  }

  private static Optional<Object> bundle(String name, String mime, String arguments, String body) {
    if (!arguments.isEmpty()) {
      throw new UserError(
          "%%" + name + " takes nothing on its line: " + arguments + ". Put it on the next line.");
    }
    if (body.isBlank()) {
      throw new UserError("%%" + name + " has nothing to show. Write it on the lines below.");
    }
    return Optional.of(MimeBundle.text(body).with(mime, body));
  }
}
