package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
            "recommendation value R_j is a function f(C_j, U_j, Q_j) that can be computed",
            "what the general form needs, against what section 4.1 gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(List.of("C", "U", "Q", "f"), List.of("C", "U", "Q")))
        .add(
            "4.1",
            "what the index j of R_j stands for",
            "how many values R_j can have on a platform of 3 users and 5 contents, 1 to 15 tried:"
                + " R_j and U_j are explained with user j, C_j and Q_j with content j",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "one for each user",
                        (Integer values) -> values == 3,
                        "one for each content",
                        (Integer values) -> values == 5)
                    .check(IntStream.rangeClosed(1, 15).boxed().toList()))
        .add(
            "4.2",
            "the weights α, β, γ set how much each factor counts in U",
            "rise of U when one factor goes from 0 to 1 and the others stay, with the weights of"
                + " 4.3",
            (section, statement) -> {
              double[] rises = new double[3];
              for (int factor = 0; factor < 3; factor++) {
                double[] low = {0.5, 0.5, 0.5};
                double[] high = low.clone();
                low[factor] = 0;
                high[factor] = 1;
                rises[factor] =
                    weighted(ENGAGEMENT_WEIGHTS, high) - weighted(ENGAGEMENT_WEIGHTS, low);
              }
              return Claim.array(section, statement, ENGAGEMENT_WEIGHTS, 1e-12)
                  .check(rises, "They add up to " + rounded(weighted(ENGAGEMENT_WEIGHTS, 1, 1, 1)));
            })
        .add(
            "4.2",
            "the linear form of U and its weights are derived",
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
            "5.3",
            "the scatter plot shows how content value acts on engagement",
            "slope of engagement on content value over the four listed users, beside the weight"
                + " 0.6 by which the formula lets it act",
            (section, statement) -> {
              double slope =
                  MathEx.cov(column(0), engagements()) / MathEx.cov(column(0), column(0));
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(slope - 0.6) < 0.05,
                      "slope "
                          + rounded(slope)
                          + ", weight 0.600: users with more content value have less interest or"
                          + " interact less, and a plot of two variables cannot show that");
            })
        .add(
            "5.4",
            "where content value is higher, engagement is higher",
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
                          + rounded(MathEx.cor(column(0), withoutContentValue()))
                          + ". Most engaged is user "
                          + (largest(engagements()) + 1)
                          + ", the highest content value has user "
                          + (largest(column(0)) + 1));
            });
  }

  private static void activity(ClaimList list) {
    list.add(
            "4.1",
            "community activity I_k is a function f(U_k, R_k, T_k) that can be computed",
            "what the general form needs, against what section 4.1 gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(List.of("U", "R", "T", "f"), List.of("U", "R", "T")))
        .add(
            "4.3",
            "community activity I of the example, T = 30 days",
            "0.4 · 0.55 + 0.3 · 0.65 + 0.3 · 30",
            (section, statement) ->
                Claim.of(section, statement, "0.57")
                    .check(
                        weighted(ACTIVITY_WEIGHTS, 0.55, 0.65, 30),
                        "T is "
                            + rounded(100 * 0.3 * 30 / weighted(ACTIVITY_WEIGHTS, 0.55, 0.65, 30))
                            + " % of I; 0.57 would take T = "
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
