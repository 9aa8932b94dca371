package lectern.data;

/** What becomes of several rows with the same user and item. */
public enum DuplicateRule {
  /**
   * The row with the latest time counts; without times, or at the same time, the last one added.
   */
  KEEP_LAST,
  /** The row with the earliest time counts; without times, or at the same time, the first added. */
  KEEP_FIRST,
  /** Values are added up in the order added; the latest time is kept. */
  SUM,
  /** Values are averaged; the latest time is kept. */
  MEAN,
  /** The largest value is kept; the latest time is kept. */
  MAX,
  /** A second row is an error. */
  REFUSE
}
