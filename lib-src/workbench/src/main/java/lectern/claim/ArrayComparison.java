package lectern.claim;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers in a row: their number first, then each within the tolerance. */
record ArrayComparison(double[] printed, double tolerance) implements Comparison<double[]> {
  ArrayComparison {
    for (double value : printed) {
      new NumberComparison(value, tolerance);
    }
  }

  @Override
  public Outcome compare(double[] computed) {
    if (computed.length != printed.length) {
      return Outcome.of(
          false, printed.length + " numbers printed, " + computed.length + " computed");
    }
    for (int i = 0; i < printed.length; i++) {
      Outcome one = new NumberComparison(printed[i], tolerance).compare(computed[i]);
      if (one.verdict() != Verdict.AGREES) {
        return new Outcome(one.verdict(), "number " + (i + 1) + ": " + one.why());
      }
    }
    return Outcome.of(true, "");
  }

  @Override
  public String text(double[] values) {
    return Arrays.stream(values)
        .mapToObj(NumberComparison::text)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
