package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.evaluate.PairedComparison;
import lectern.market.NextEventAblation;
import lectern.market.NextEventData;
import lectern.math.DenseMatrix;
import lectern.math.ShapeMismatch;

/** The worked examples of the article "precision", section 4. */
public final class PrecisionClaims implements ClaimSource {
  private static final double[] USER = {1, 0.5, -0.3};
  private static final double[] COURSE = {0.5, 0.2, 0.1};
  private static final double[] PARAMETERS = {1, 0.5, -0.3};

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("precision");
    behaviour(list.notebook("03-precision/4-the-closed-loop"));
    collaborative(list.notebook("03-precision/1-neighbours-and-content"), "4.2");
    deep(list.notebook("03-precision/2-sequence-lstm"));
    content(list.notebook("03-precision/1-neighbours-and-content"));
    collaborative(list, "4.3");
    return list.claims();
  }

  private static void behaviour(ClaimList list) {
    list.add(
            "4.1",
            "the behaviour u(t) of the example user follows from f: viewing course D",
            "what f needs, against what the example gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("history", "current behaviour", "environment", "f"),
                        List.of("history", "current behaviour", "environment")))
        .add(
            "4.1",
            "what the example user does at time t",
            "u(t) is given twice, as viewing A, B and C and as viewing D: all 16 sets of the four"
                + " courses tried for both",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "u(t): A, B and C",
                        "ABC"::equals,
                        "u(t): D",
                        "D"::equals)
                    .check(setsOf("ABCD")))
        .add(
            "4.1",
            "behaviour depends on the history, the current behaviour, adverts and friends",
            "topic of the next click and of the next purchase on a simulated platform, by a model"
                + " with all four groups of inputs and without each: each lowers the log loss of"
                + " one of the two",
            (section, statement) -> {
              boolean all = true;
              StringBuilder losses = new StringBuilder("log loss without a group, minus with all:");
              Map<String, NextEventAblation> found = BehaviourInputs.ablations();
              for (NextEventData.Group group : NextEventData.Group.values()) {
                boolean helps = false;
                for (var one : found.entrySet()) {
                  PairedComparison without = one.getValue().without(group);
                  helps |= without.interval().low() > 0;
                  losses.append(
                      Remark.of(
                          " %s of %ss %+.4f (%.4f to %.4f);",
                          group.name().toLowerCase(Locale.ROOT),
                          one.getKey(),
                          without.difference(),
                          without.interval().low(),
                          without.interval().high()));
                }
                all &= helps;
              }
              losses.setCharAt(losses.length() - 1, '.');
              return Claim.statement(section, statement).check(all, losses.toString());
            });
  }

  /** All sets of these letters, each in their order, the empty one too. */
  private static List<String> setsOf(String letters) {
    List<String> sets = new ArrayList<>(List.of(""));
    for (char letter : letters.toCharArray()) {
      for (String set : List.copyOf(sets)) {
        sets.add(set + letter);
      }
    }
    return sets;
  }

  private static void collaborative(ClaimList list, String section) {
    String what =
        section.equals("4.2") ? "interest of user 1 in course 2" : "rating of course 2 by user 1";
    list.add(
            section,
            what + " by the formula",
            "Σ over the one other user of similarity · rating: 0.8 · 4",
            (at, statement) -> Claim.of(at, statement, "4.4").check(0.8 * 4))
        .add(
            section,
            what + " by the printed calculation",
            "0.8 · 5 + 0.2 · 4, as printed",
            (at, statement) ->
                Claim.of(at, statement, "4.4")
                    .check(
                        0.8 * 5 + 0.2 * 4,
                        "0.2 is given nowhere, and 5 is the user's own rating of another course"));
  }

  private static void deep(ClaimList list) {
    list.add(
            "4.2",
            "the model's parameters can be multiplied by [u, j]",
            "a row of 3 parameters times the 3 + 3 features of user and course",
            (section, statement) ->
                Claim.statement(section, statement)
                    .run(
                        () -> {
                          double[] both = new double[USER.length + COURSE.length];
                          System.arraycopy(USER, 0, both, 0, USER.length);
                          System.arraycopy(COURSE, 0, both, USER.length, COURSE.length);
                          DenseMatrix row = DenseMatrix.of(new double[][] {PARAMETERS});
                          return Double.isFinite(row.multiply(both)[0]);
                        }))
        .add(
            "4.2",
            "sigmoid of the printed sum",
            "1 / (1 + exp(−(1 · 1 + 0.5 · 0.5 − 0.3 · 0.1)))",
            (section, statement) ->
                Claim.of(section, statement, "0.795").check(sigmoid(1 * 1 + 0.5 * 0.5 - 0.3 * 0.1)))
        .add(
            "4.2",
            "the printed sum is the parameters times one of the vectors",
            "the sum 1.22 beside parameters · user and parameters · course",
            (section, statement) -> {
              double sum = 1 * 1 + 0.5 * 0.5 - 0.3 * 0.1;
              double withUser = dot(PARAMETERS, USER);
              double withCourse = dot(PARAMETERS, COURSE);
              boolean one = Math.abs(sum - withUser) < 1e-9 || Math.abs(sum - withCourse) < 1e-9;
              return Claim.statement(section, statement)
                  .check(
                      one,
                      String.format(
                          Locale.ROOT,
                          "printed %.2f; with the user %.2f (sigmoid %.3f), with the course %.2f"
                              + " (sigmoid %.3f): it takes two numbers of the user and one of the"
                              + " course",
                          sum,
                          withUser,
                          sigmoid(withUser),
                          withCourse,
                          sigmoid(withCourse)));
            })
        .add(
            "4.2",
            "the sigmoid maps any sum into [0, 1]",
            "the sigmoid of sums from −700 to 700",
            (section, statement) -> {
              boolean inside = true;
              for (int sum = -700; sum <= 700; sum++) {
                inside &= sigmoid(sum) >= 0 && sigmoid(sum) <= 1;
              }
              return Claim.statement(section, statement).check(inside);
            });
  }

  private static void content(ClaimList list) {
    list.add(
        "4.3",
        "cosine of user and course",
        "u · j / (‖u‖ ‖j‖) of (1, 0.5, −0.3) and (0.5, 0.2, 0.1)",
        (section, statement) ->
            Claim.of(section, statement, "0.795")
                .check(dot(USER, COURSE) / Math.sqrt(dot(USER, USER) * dot(COURSE, COURSE))));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double dot(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new ShapeMismatch(a.length + " numbers cannot be multiplied by " + b.length + ".");
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
