package lectern.clean;

/**
 * What a step did to a row.
 *
 * @param row its number in the log that was to be cleaned
 * @param field which field it changed, "" for none
 * @param was what stood there
 * @param now what stands there
 */
record TouchedRow(
    String step,
    CleaningRows.Fate fate,
    int row,
    String reason,
    String field,
    String was,
    String now) {}
