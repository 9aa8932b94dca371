package lectern.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.display.UserError;
import lectern.math.ShapeMismatch;

/**
 * Weights of a score that is a weighted mean: each at least 0, together 1, so that parts in [0, 1]
 * give a score in [0, 1].
 *
 * @param names what each weight belongs to
 * @param values the weights
 */
public record PartWeights(List<String> names, List<Double> values) {
  private static final double ROUNDING = 1e-9;

  public PartWeights {
    names = List.copyOf(names);
    values = List.copyOf(values);
    if (names.isEmpty() || names.size() != values.size()) {
      throw new ShapeMismatch(
          "Each weight needs a name: there are "
              + names.size()
              + " names and "
              + values.size()
              + " weights.");
    }
    double sum = 0;
    for (int i = 0; i < names.size(); i++) {
      if (!(values.get(i) >= 0 && values.get(i) < Double.POSITIVE_INFINITY)) {
        throw new UserError(
            "The weight of "
                + names.get(i)
                + " must be a finite number of at least 0, not "
                + values.get(i)
                + ".");
      }
      sum += values.get(i);
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw new UserError(
          "The weights must add up to 1, not "
              + sum
              + ": use PartWeights.proportional to divide them by their sum.");
    }
  }

  /** These weights under these names. */
  public static PartWeights of(List<String> names, double... values) {
    return new PartWeights(names, Arrays.stream(values).boxed().toList());
  }

  /** These weights divided by their sum, which must be above 0. */
  public static PartWeights proportional(List<String> names, double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new UserError("At least one weight must be above 0: their sum is " + sum + ".");
    }
    double total = sum;
    return of(names, Arrays.stream(values).map(value -> value / total).toArray());
  }

  public int size() {
    return names.size();
  }

  /** The weights as an array. */
  public double[] toArray() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Σ weight · part; every part must lie in [0, 1]. */
  double score(double... parts) {
    if (parts.length != size()) {
      throw new ShapeMismatch(
          "There are " + size() + " weights " + names + " but " + parts.length + " values.");
    }
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += values.get(i) * Unit.checked(names.get(i), parts[i]);
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      out.append(i == 0 ? "" : " + ")
          .append(String.format(Locale.ROOT, "%.3f %s", values.get(i), names.get(i)));
    }
    return out.toString();
  }
}
