package lectern.cluster;

import java.util.Arrays;
import tech.tablesaw.api.IntColumn;

/** Whole numbers that plots and tables of this package share. */
final class Counts {
  private Counts() {}

  static IntColumn column(String name, double[] counts) {
    return IntColumn.create(name, Arrays.stream(counts).mapToInt(count -> (int) count).toArray());
  }

  /** The step of an axis of so many whole numbers. */
  static int step(int count) {
    return count <= 20 ? 1 : 5;
  }
}
