package lectern.display;

/** The looks of values for which nobody else speaks. */
final class StandardLooks {
  private StandardLooks() {}

  static MimeBundle of(Object value) {
    // By name first: a kernel that shows no picture need not load what draws them.
    if (value != null && isPicture(value.getClass())) {
      return PictureLooks.of(value);
    }
    MimeBundle text = MimeBundle.text(PlainText.of(value));
    return RecordTable.of(value).map(html -> text.with(MimeBundle.HTML, html)).orElse(text);
  }

  private static boolean isPicture(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals("java.awt.Image")) {
        return true;
      }
    }
    return false;
  }
}
