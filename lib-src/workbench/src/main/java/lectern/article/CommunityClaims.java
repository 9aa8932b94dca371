package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import smile.math.MathEx;

/** What the article "community" prints: its three scores, its worked example, its program. */
public final class CommunityClaims implements ClaimSource {
  /** The program's four users: content value, interest, interaction frequency. */
  private static final double[][] LISTED_USERS = {
    {0.8, 0.7, 0.5}, {0.7, 0.8, 0.6}, {0.9, 0.5, 0.4}, {0.6, 0.6, 0.7}
  };

  private static final double[] ENGAGEMENT_WEIGHTS = {0.6, 0.3, 0.1};
  private static final double[] VALUE_WEIGHTS = {0.5, 0.3, 0.2};
  private static final double[] ACTIVITY_WEIGHTS = {0.4, 0.3, 0.3};

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("community");
    engagement(list.notebook("04-community/1-portraits-and-engagement"));
    program(list);
    activity(list.notebook("04-community/2-community-activity"));
    return list.claims();
  }

  private static double weighted(double[] weights, double... values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  private static void engagement(ClaimList list) {
    list.add(
            "4.1",
            "engagement U_i is a function f(C_i, I_i, R_i) that can be computed",
            "what the general form needs, against what section 4.1 gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(List.of("C", "I", "R", "f"), List.of("C", "I", "R")))
        .add(
            "4.1",
            "the index j of R_j",
            "R_j is explained with j as a user; C_j and Q_j with j as a content: tried on both",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "j is a user",
                        "user"::equals,
                        "j is a content",
                        "content"::equals)
                    .check(List.of("user", "content")))
        .add(
            "4.2",
            "weights of engagement balance the factors: they add up to 1",
            "0.6 + 0.3 + 0.1, the weights of 4.3",
            (section, statement) ->
                Claim.of(section, statement, 1, 1e-12).check(weighted(ENGAGEMENT_WEIGHTS, 1, 1, 1)))
        .add(
            "4.2",
            "weights α, β, γ follow from the derivation",
            "what a derivation of weights needs (data with outcomes, or a criterion), and what is"
                + " given",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("the linear form", "outcomes to fit"), List.of("the linear form")))
        .add(
            "4.3",
            "engagement U of the example user",
            "0.6 · 0.8 + 0.3 · 0.7 + 0.1 · 0.5",
            (section, statement) ->
                Claim.of(section, statement, "0.55")
                    .check(weighted(ENGAGEMENT_WEIGHTS, 0.8, 0.7, 0.5), inAnyOrder()))
        .add(
            "4.3",
            "recommendation value R of the example course, with the printed U = 0.55",
            "0.5 · 0.9 + 0.3 · 0.55 + 0.2 · 0.8",
            (section, statement) ->
                Claim.of(section, statement, "0.65").check(weighted(VALUE_WEIGHTS, 0.9, 0.55, 0.8)))
        .add(
            "4.3",
            "recommendation value R of the example course, with U as its formula gives it",
            "0.5 · 0.9 + 0.3 · 0.74 + 0.2 · 0.8",
            (section, statement) ->
                Claim.of(section, statement, "0.65")
                    .check(
                        weighted(
                            VALUE_WEIGHTS, 0.9, weighted(ENGAGEMENT_WEIGHTS, 0.8, 0.7, 0.5), 0.8)));
  }

  private static void program(ClaimList list) {
    list.add(
            "5.2",
            "the program runs: engagement of its four users",
            "0.6 C + 0.3 I + 0.1 R for each row of the listed table; the article shows no numbers",
            (section, statement) -> Claim.withoutNumber(section, statement).check(listed()))
        .add(
            "5.4",
            "users of courses with higher content value are more engaged",
            "Pearson's correlation of content value and engagement over the four listed users,"
                + " above 0",
            (section, statement) -> {
              double r = MathEx.cor(column(0), engagements());
              return Claim.statement(section, statement)
                  .check(
                      r > 0,
                      "correlation "
                          + rounded(r)
                          + "; without content value, which is 60 % of U by definition, the rest of"
                          + " U has "
                          + rounded(MathEx.cor(column(0), withoutContentValue())));
            })
        .add(
            "5.4",
            "the user with the highest content value is the most engaged",
            "the user of the highest content value beside the user of the highest engagement",
            (section, statement) -> {
              int highest = largest(column(0));
              int most = largest(engagements());
              return Claim.statement(section, statement)
                  .check(
                      highest == most,
                      "highest content value: user "
                          + (highest + 1)
                          + ", most engaged: user "
                          + (most + 1));
            });
  }

  private static void activity(ClaimList list) {
    list.add(
        "4.3",
        "community activity I of the example, T = 30 days",
        "0.4 · 0.55 + 0.3 · 0.65 + 0.3 · 30",
        (section, statement) ->
            Claim.of(section, statement, "0.57")
                .check(
                    weighted(ACTIVITY_WEIGHTS, 0.55, 0.65, 30),
                    "0.57 would take T = "
                        + rounded((0.57 - 0.4 * 0.55 - 0.3 * 0.65) / 0.3)
                        + ", which is 30 days in no unit from minutes to years"));
  }

  /** The weighted sums of all orders of three values, rising. */
  private static List<Double> permuted(double[] weights, double a, double b, double c) {
    double[][] orders = {{a, b, c}, {a, c, b}, {b, a, c}, {b, c, a}, {c, a, b}, {c, b, a}};
    List<Double> all = new ArrayList<>();
    for (double[] order : orders) {
      all.add(weighted(weights, order));
    }
    all.sort(null);
    return all;
  }

  private static String inAnyOrder() {
    List<Double> all = permuted(ENGAGEMENT_WEIGHTS, 0.8, 0.7, 0.5);
    return "In any order of the three factors U lies between "
        + rounded(all.get(0))
        + " and "
        + rounded(all.get(5));
  }

  private static double[] engagements() {
    double[] all = new double[LISTED_USERS.length];
    for (int u = 0; u < all.length; u++) {
      all[u] = weighted(ENGAGEMENT_WEIGHTS, LISTED_USERS[u]);
    }
    return all;
  }

  private static List<String> listed() {
    List<String> texts = new ArrayList<>();
    for (double u : engagements()) {
      texts.add(rounded(u));
    }
    return texts;
  }

  private static double[] withoutContentValue() {
    double[] rest = new double[LISTED_USERS.length];
    for (int u = 0; u < rest.length; u++) {
      rest[u] = weighted(new double[] {0, 0.3, 0.1}, LISTED_USERS[u]);
    }
    return rest;
  }

  private static double[] column(int c) {
    double[] column = new double[LISTED_USERS.length];
    for (int u = 0; u < column.length; u++) {
      column[u] = LISTED_USERS[u][c];
    }
    return column;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] + 1e-9 ? i : best;
    }
    return best;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
