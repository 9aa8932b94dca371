package lectern.clean;

/**
 * One rule of a {@link Cleaning}: looks at the rows of a log and says which to drop, mend or flag,
 * and why. Give the same answer for the same rows, and the same reason for all rows that break the
 * same rule: reasons are counted.
 */
public interface CleaningStep {
  /** What the step does, in a few words. */
  String label();

  /** Looks at the rows. */
  void look(CleaningRows rows);
}
