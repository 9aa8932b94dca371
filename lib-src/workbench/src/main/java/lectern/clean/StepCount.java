package lectern.clean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a step did: {@code rowsOut = rowsIn − dropped}.
 *
 * @param reasons why, and for how many rows, in the order in which they were first met
 */
public record StepCount(
    String step, int rowsIn, int dropped, int mended, int flagged, Map<String, Integer> reasons) {

  static StepCount of(String step, int rowsIn, List<TouchedRow> touched) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    int[] counts = new int[CleaningRows.Fate.values().length];
    for (TouchedRow row : touched) {
      reasons.merge(row.reason(), 1, Integer::sum);
      counts[row.fate().ordinal()]++;
    }
    return new StepCount(
        step,
        rowsIn,
        counts[CleaningRows.Fate.DROPPED.ordinal()],
        counts[CleaningRows.Fate.MENDED.ordinal()],
        counts[CleaningRows.Fate.FLAGGED.ordinal()],
        reasons);
  }

  public int rowsOut() {
    return rowsIn - dropped;
  }

  /** All reasons with their counts in one line. */
  String why() {
    return reasons.entrySet().stream()
        .map(r -> String.format(Locale.ROOT, "%s: %,d", r.getKey(), r.getValue()))
        .collect(Collectors.joining("; "));
  }
}
