package lectern.table;

/**
 * One value as it is shown.
 *
 * @param text what is read in the table
 * @param full the whole text or number where {@code text} is only a part of it, else null
 * @param missing whether there is no value
 */
record Cell(String text, String full, boolean missing) {
  /** What stands where a value is missing. */
  static final Cell MISSING = new Cell("missing", null, true);

  /** A value that is shown whole. */
  static Cell of(String text) {
    return new Cell(text, null, false);
  }

  /** A value that is shown as {@code text}, which may be less than all of it. */
  static Cell of(String text, String full) {
    return new Cell(text, text.equals(full) ? null : full, false);
  }
}
