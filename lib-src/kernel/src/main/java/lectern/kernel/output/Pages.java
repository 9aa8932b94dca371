package lectern.kernel.output;

import lectern.display.MimeBundle;

/** Pages of help one below the other. */
final class Pages {
  private Pages() {}

  /** Both; as HTML where both have it. */
  static MimeBundle joined(MimeBundle first, MimeBundle second) {
    MimeBundle joined = MimeBundle.text(first.plain() + "\n\n" + second.plain());
    return first.data().get(MimeBundle.HTML) instanceof String above
            && second.data().get(MimeBundle.HTML) instanceof String below
        ? joined.with(MimeBundle.HTML, above + below)
        : joined;
  }
}
