package lectern.display;

import java.util.Locale;
import java.util.Map;

/** What text says of a bundle that came without any: for consoles, logs and comparisons. */
final class PlainForm {
  private static final int LENGTH = 2_000;

  private PlainForm() {}

  /** The text of a value that has richer forms; of a bare bundle the words in it. */
  static String of(Object value, MimeBundle bundle) {
    return value == null || value instanceof MimeBundle || value instanceof Displayable
        ? of(bundle)
        : PlainText.of(value);
  }

  /** The words of a bundle's Markdown, LaTeX or HTML; of a picture type and size. */
  static String of(MimeBundle bundle) {
    for (String mime : new String[] {MimeBundle.MARKDOWN, MimeBundle.LATEX}) {
      if (bundle.data().get(mime) instanceof String text) {
        return CutText.of(text.strip(), LENGTH);
      }
    }
    if (bundle.data().get(MimeBundle.HTML) instanceof String html) {
      return CutText.of(Html.words(html), LENGTH);
    }
    Map.Entry<String, Object> first = bundle.data().entrySet().iterator().next();
    return first.getValue() instanceof byte[] bytes
        ? String.format(Locale.ROOT, "%s, %,d bytes", first.getKey(), bytes.length)
        : first.getKey();
  }
}
