package lectern.claim;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import lectern.cluster.Partition;
import lectern.display.UserError;
import lectern.math.DenseMatrix;

/**
 * One statement of an article, and the rule by which our computation is compared with it.
 *
 * <pre>{@code
 * var claim = Claim.of("community 4.3", "engagement U", 0.55, 0.005);
 * claim.check(0.6 * 0.8 + 0.3 * 0.7 + 0.1 * 0.5);   // article's number, ours, the verdict
 * }</pre>
 *
 * <p>Every claim is checked in one of these ways: {@link #check} with a value; {@link #run} with
 * the printed steps, which may fail; {@link #needs} with what the computation needs and what the
 * article gives. A statement is checked with true or false. Two statements of the article that
 * exclude each other are a {@link Contradiction}.
 *
 * @param <T> what is compared
 */
public final class Claim<T> {
  private final String section;
  private final String what;
  private final String printed;
  private final Comparison<T> comparison;

  Claim(String section, String what, String printed, Comparison<T> comparison) {
    if (section.isBlank() || what.isBlank()) {
      throw new UserError("A claim needs its section and what it claims.");
    }
    this.section = section;
    this.what = what;
    this.printed = printed;
    this.comparison = comparison;
  }

  /**
   * A number that may be off by so much: half a unit of its last printed digit. Beyond that a
   * billionth of a thousandth (10⁻¹² of the number, whatever its size) is forgiven as rounding of
   * the computation.
   *
   * @throws UserError if the number or the tolerance is not finite, or the tolerance is below 0
   */
  public static Claim<Number> of(String section, String what, double printed, double tolerance) {
    return new Claim<>(
        section, what, NumberComparison.text(printed), new NumberComparison(printed, tolerance));
  }

  /**
   * A number as it is printed: {@code "0.55"} is off by at most 0.005, {@code "1.5e3"} by at most
   * 50, a whole number such as {@code "8"} is exact. One that was rounded to a whole number is said
   * by {@link #of(String, String, double, double)} with 0.5.
   */
  public static Claim<Number> of(String section, String what, String printed) {
    NumberComparison number = NumberComparison.ofPrinted(printed);
    return new Claim<>(section, what, printed.strip(), number);
  }

  /** Numbers in a row, each off by at most the tolerance. */
  public static Claim<double[]> array(
      String section, String what, double[] printed, double tolerance) {
    var comparison = new ArrayComparison(printed.clone(), tolerance);
    return new Claim<>(section, what, comparison.text(printed), comparison);
  }

  /** A matrix: first the shape is compared, then each cell, off by at most the tolerance. */
  public static Claim<DenseMatrix> matrix(
      String section, String what, DenseMatrix printed, double tolerance) {
    var comparison = new MatrixComparison(printed, tolerance);
    return new Claim<>(section, what, comparison.text(printed), comparison);
  }

  /** A shape alone, such as "5 × 3". */
  public static Claim<DenseMatrix> shape(String section, String what, int rows, int columns) {
    var comparison = new ShapeComparison(rows, columns);
    return new Claim<>(section, what, rows + " × " + columns, comparison);
  }

  /** Things in an order. */
  public static <E> Claim<List<E>> order(String section, String what, List<E> printed) {
    return new Claim<>(section, what, printed.toString(), new OrderComparison<>(printed));
  }

  /** Groups, equal up to their numbers: {@code Partition.of(1, 0, 1, 1, 0)}. */
  public static Claim<Partition> partition(String section, String what, Partition printed) {
    return new Claim<>(section, what, printed.toString(), new PartitionComparison(printed));
  }

  /** A sentence that holds or does not; the computation decides. */
  public static Claim<Boolean> statement(String section, String sentence) {
    return new Claim<>(section, sentence, "said in words", new StatementComparison());
  }

  /** A quantity that the article defines and gives no value for. */
  public static Claim<Object> withoutNumber(String section, String what) {
    return new Claim<>(section, what, "no number given", new NothingPrinted());
  }

  /** Compares a value of ours with the printed one. */
  public Checked check(T computed) {
    return check(computed, "");
  }

  /** Compares a value of ours with the printed one; the remark stands behind the reason. */
  public Checked check(T computed, String remark) {
    Comparison.Outcome outcome = comparison.compare(computed);
    String why =
        outcome.why().isEmpty() || remark.isEmpty()
            ? outcome.why() + remark
            : outcome.why() + ". " + remark;
    return new Checked(section, what, printed, comparison.text(computed), outcome.verdict(), why);
  }

  /**
   * Follows the printed steps. When they fail the claim {@linkplain Verdict#DOES_NOT_RUN does not
   * run}, and the error is the reason; otherwise their value is compared.
   */
  public Checked run(Callable<? extends T> steps) {
    T value;
    try {
      value = steps.call();
    } catch (CancellationException | InterruptedException e) {
      throw new CancellationException("the check of \"" + what + "\" was stopped");
    } catch (Exception e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Checked(section, what, printed, "", Verdict.DOES_NOT_RUN, message);
    }
    return check(value);
  }

  /**
   * Compares what the computation needs with what the article gives. Something missing: the claim
   * {@linkplain Verdict#CANNOT_BE_COMPUTED cannot be computed}, and the reason names it.
   *
   * @throws UserError if nothing is missing: then compute it
   */
  public Checked needs(List<String> needed, List<String> given) {
    List<String> missing = needed.stream().filter(input -> !given.contains(input)).toList();
    if (missing.isEmpty()) {
      throw new UserError(
          "\""
              + what
              + "\": all that is needed is given ("
              + given
              + "): compute it with check().");
    }
    return new Checked(
        section,
        what,
        printed,
        "",
        Verdict.CANNOT_BE_COMPUTED,
        "not given: " + String.join(", ", missing));
  }
}
