package lectern.claim;

import java.util.function.Predicate;
import lectern.display.UserError;

/**
 * Two statements of an article about the same thing, which may exclude each other.
 *
 * <pre>{@code
 * Contradiction.between("omnichannel 5.4", "who is with whom",
 *         "labels [1 0 1 1 0]", p -> p.equals(Partition.of(1, 0, 1, 1, 0)),
 *         "users 2 and 4 together", p -> p.together(1, 3))
 *     .check(ExhaustivePartitions.all(5));
 * }</pre>
 *
 * @param <T> what both statements are about
 */
public record Contradiction<T>(
    String section,
    String what,
    String first,
    Predicate<T> firstHolds,
    String second,
    Predicate<T> secondHolds) {

  public static <T> Contradiction<T> between(
      String section,
      String what,
      String first,
      Predicate<T> firstHolds,
      String second,
      Predicate<T> secondHolds) {
    return new Contradiction<>(section, what, first, firstHolds, second, secondHolds);
  }

  /**
   * Tries every case. When no case fits both statements the article {@linkplain
   * Verdict#CONTRADICTS_ITSELF contradicts itself}; otherwise they agree, and a case that fits both
   * is shown.
   *
   * @param cases all cases there are, such as every partition of five users; at least one
   */
  public Checked check(Iterable<? extends T> cases) {
    long tried = 0;
    long fitFirst = 0;
    long fitSecond = 0;
    for (T one : cases) {
      tried++;
      boolean a = firstHolds.test(one);
      boolean b = secondHolds.test(one);
      if (a && b) {
        return new Checked(section, what, printed(), "both hold for " + one, Verdict.AGREES, "");
      }
      fitFirst += a ? 1 : 0;
      fitSecond += b ? 1 : 0;
    }
    if (tried == 0) {
      throw new UserError("\"" + what + "\": there is no case to try.");
    }
    String ours =
        "of "
            + tried
            + " cases "
            + fitFirst
            + " fit the first, "
            + fitSecond
            + " the second, none both";
    return new Checked(section, what, printed(), ours, Verdict.CONTRADICTS_ITSELF, "");
  }

  private String printed() {
    return first + "; and: " + second;
  }
}
