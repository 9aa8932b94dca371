package lectern.article;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.math.RandomStream;

/** What the article "crossover" prints: the triple sum, its example, its program. */
public final class CrossoverClaims implements ClaimSource {
  /** What stands between the brackets of the program's four functions, and if a body follows. */
  private static final List<Function> PROGRAM =
      List.of(
          new Function("preprocess_data", List.of("data"), false),
          new Function("build_user_profile", List.of("data", "user_id"), false),
          new Function("recommend_content", List.of("user_profile", "content_data"), false),
          new Function(
              "optimize_marketing_strategy",
              List.of("content Recommendation", "user_profile"),
              false));

  private static final List<String> CHANNELS = List.of("e-mail", "social media", "SMS");

  /** A function of the program: name, parameters as printed, whether it does anything. */
  private record Function(String name, List<String> parameters, boolean hasBody) {}

  @Override
  public List<ArticleClaim> claims() {
    ClaimList list = ClaimList.of("crossover").notebook("05-crossover/2-choosing-a-strategy");
    model(list);
    program(list);
    return list.claims();
  }

  private static void model(ClaimList list) {
    list.add(
            "4.1",
            "the result R is a function f(U, C, M) that can be computed",
            "what the general form needs, against what section 4.1 gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(List.of("U", "C", "M", "f"), List.of("U", "C", "M")))
        .add(
            "4.2",
            "the triple sum is a recommendation: it says which content suits which user",
            "R for random weights and ratings of 4 users, 6 contents, 3 strategies, before and"
                + " after contents and users swap places",
            (section, statement) -> {
              double before = tripleSum(false);
              double after = tripleSum(true);
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(before - after) > 1e-9,
                      String.format(
                          Locale.ROOT,
                          "everything is summed over: one number, %.6f, and %.6f when all change"
                              + " places",
                          before,
                          after));
            })
        .add(
            "4.2",
            "what r_umc is indexed by",
            "the sum runs over every user, so R has no user; the text reads R as a result for one"
                + " user",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "R belongs to one user (R depends on u)",
                        (Boolean dependsOnUser) -> dependsOnUser,
                        "R = Σ over u, c and m (u is summed out)",
                        (Boolean dependsOnUser) -> !dependsOnUser)
                    .check(List.of(true, false)))
        .add(
            "4.3",
            "ratings of the six contents under their strategies can be calculated",
            "what the triple sum needs, against what the example gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("contents", "strategies", "w_uc", "w_cm", "r_umc"),
                        List.of("contents", "strategies")));
  }

  /** Σ w_uc w_cm r_umc of made-up numbers; swapped: users and contents in reversed order. */
  private static double tripleSum(boolean reversed) {
    RandomStream random = RandomStream.of(42, "crossover claim");
    double[][] interest = random(random, 4, 6);
    double[][] fit = random(random, 6, 3);
    double[][][] rating = new double[4][][];
    for (int u = 0; u < 4; u++) {
      rating[u] = random(random, 3, 6);
    }
    double sum = 0;
    for (int u = 0; u < 4; u++) {
      for (int c = 0; c < 6; c++) {
        for (int m = 0; m < 3; m++) {
          int user = reversed ? 3 - u : u;
          int content = reversed ? 5 - c : c;
          sum += interest[user][content] * fit[content][m] * rating[user][m][content];
        }
      }
    }
    return sum;
  }

  private static double[][] random(RandomStream random, int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextDouble();
      }
    }
    return all;
  }

  private static void program(ClaimList list) {
    list.add(
            "5.2",
            "the program runs",
            "each parameter of its four functions read as a Python name, as the first step of"
                + " running it does",
            (section, statement) -> Claim.statement(section, statement).run(() -> runs(PROGRAM)))
        .add(
            "5.2",
            "the program runs once that name is mended",
            "the steps of main() in order: each name must be defined before it is used",
            (section, statement) ->
                Claim.statement(section, statement).run(CrossoverClaims::mainRuns))
        .add(
            "5.3",
            "the code implements the recommendation system",
            "how many of its four functions do anything",
            (section, statement) -> {
              long bodies = PROGRAM.stream().filter(Function::hasBody).count();
              return Claim.statement(section, statement)
                  .check(
                      bodies == PROGRAM.size(),
                      bodies + " of " + PROGRAM.size() + " functions have a body");
            })
        .add(
            "5.4",
            "the printed output: three contents with their strategies",
            "the value of the last function without a body, which is what main() prints",
            (section, statement) ->
                Claim.order(
                        section,
                        statement,
                        List.of(
                            "(technology, Deep Learning, e-mail)",
                            "(fitness, fitness course, social media)",
                            "(travel, travel guide, SMS)"))
                    .run(valueOfAnEmptyFunction()))
        .add(
            "5.4",
            "the strategies of technology, fitness and travel are those of section 4.3",
            "the channels of 4.3 and of the printed output, category by category",
            (section, statement) ->
                Claim.order(section, statement, List.of("e-mail", "social media", "SMS"))
                    .check(CHANNELS));
  }

  private static boolean runs(List<Function> program) {
    Pattern name = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    for (Function function : program) {
      for (String parameter : function.parameters()) {
        if (!name.matcher(parameter).matches()) {
          throw new IllegalStateException(
              function.name() + ": \"" + parameter + "\" is no name, so no line of it runs");
        }
      }
    }
    return true;
  }

  private static boolean mainRuns() {
    List<String> defined =
        java.util.stream.Stream.concat(
                PROGRAM.stream().map(Function::name),
                java.util.stream.Stream.of("data", "preprocessed_data"))
            .toList();
    for (String used : List.of("read_data", "preprocess_data", "build_user_profile", "user_id")) {
      if (!defined.contains(used)) {
        throw new IllegalStateException(used + " is not defined");
      }
    }
    return true;
  }

  private static Callable<List<String>> valueOfAnEmptyFunction() {
    return () -> {
      runs(PROGRAM);
      return List.of("nothing");
    };
  }
}
