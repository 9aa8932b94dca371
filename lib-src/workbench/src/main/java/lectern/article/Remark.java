package lectern.article;

import java.util.Locale;

/** What we found beside an article's claim, in a sentence. */
final class Remark {
  private Remark() {}

  /** Text with numbers in it, written with a point whatever the machine's language. */
  static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
