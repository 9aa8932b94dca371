package lectern.clean;

/**
 * What a step did to a row.
 *
 * @param row its number in the log that was to be cleaned
 * @param was its value before
 * @param now its value after
 */
record TouchedRow(
    String step, CleaningRows.Fate fate, int row, String reason, double was, double now) {}
