package lectern.data;

import lectern.display.Display;
import lectern.display.Html;
import lectern.display.MimeBundle;
import tech.tablesaw.api.Table;

/** A sentence above a table: how most results look. */
public final class Titled {
  private Titled() {}

  /** The sentence and, below it, the table as tables look elsewhere. */
  public static MimeBundle bundle(String sentence, Table table) {
    MimeBundle shown = Display.of(Titled.class.getClassLoader()).bundle(table);
    MimeBundle out = MimeBundle.text(sentence + "\n" + shown.plain());
    return shown.data().get(MimeBundle.HTML) instanceof String html
        ? out.with(
            MimeBundle.HTML, "<p style=\"margin:4px 0\">" + Html.escape(sentence) + "</p>" + html)
        : out;
  }
}
