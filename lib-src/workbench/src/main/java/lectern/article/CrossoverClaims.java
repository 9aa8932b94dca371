package lectern.article;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.claim.Claim;
import lectern.claim.Contradiction;
import lectern.market.StrategyScores;
import lectern.math.DenseMatrix;
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

  /** The contents of 4.3 with their fields. */
  private static final Map<String, String> CONTENTS =
      Map.of(
          "Deep Learning", "technology",
          "Foundations of AI", "technology",
          "fitness course", "fitness",
          "fitness nutrition", "fitness",
          "travel guide", "travel",
          "travel diary", "travel");

  /** The strategies of 4.3 by field. */
  private static final Map<String, String> STRATEGIES =
      Map.of("technology", "e-mail", "fitness", "social media", "travel", "SMS");

  /** What 5.4 prints: field, content, strategy. */
  private static final List<List<String>> OUTPUT =
      List.of(
          List.of("technology", "Deep Learning", "e-mail"),
          List.of("fitness", "fitness course", "social media"),
          List.of("travel", "travel guide", "SMS"));

  private static final String EMPTY = "the function has no body: nothing comes back";

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
            "4.1",
            "what U stands for",
            "how many users U holds on a platform of 6, 1 to 6 tried: 4.1 has the portrait of a"
                + " user, 4.2 sums over every u of U",
            (section, statement) ->
                Contradiction.between(
                        section,
                        statement,
                        "the portrait of one user",
                        (Integer users) -> users == 1,
                        "the users that are summed over",
                        (Integer users) -> users == 6)
                    .check(IntStream.rangeClosed(1, 6).boxed().toList()))
        .add(
            "4.2",
            "the triple sum is derived from R = f(U, C, M)",
            "what a derivation of this f from the general form would start from, against what is"
                + " given",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("U", "C", "M", "why weights are multiplied", "why all is added up"),
                        List.of("U", "C", "M")))
        .add(
            "4.2",
            "the triple sum is a recommendation: it depends on which content suits whom",
            "R for random weights and ratings of 4 users, 6 contents and 3 strategies, and once"
                + " more after users and contents have changed places",
            (section, statement) -> {
              double before = scores(false).asPrinted();
              double after = scores(true).asPrinted();
              StrategyScores meant = scores(false);
              return Claim.statement(section, statement)
                  .check(
                      Math.abs(before - after) > 1e-9,
                      Remark.of(
                          "everything is summed over: one number, %.6f both times. Without the sums"
                              + " there is a score for each triple, from which the best strategy of"
                              + " user 1 for content 1 follows: strategy %d",
                          before, meant.bestStrategy(0, 0) + 1));
            })
        .add(
            "4.3",
            "the contents recommended are of the fields that the user likes",
            "the fields of the six contents, beside the three fields of the portrait",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(
                        Set.copyOf(CONTENTS.values())
                                .equals(Set.of("technology", "fitness", "travel"))
                            && CONTENTS.size() == 6,
                        "two of each; the user likes technology and is interested in the two others"
                            + " as well, which no number says"))
        .add(
            "4.3",
            "e-mail suits technology, social media fitness, SMS travel",
            "what choosing a strategy for a content needs by 4.2, against what the example gives",
            (section, statement) ->
                Claim.withoutNumber(section, statement)
                    .needs(
                        List.of("contents", "strategies", "w_cm"),
                        List.of("contents", "strategies")))
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

  /** w_uc w_cm r_umc of made-up numbers; reversed: users and contents in reversed order. */
  private static StrategyScores scores(boolean reversed) {
    RandomStream random = RandomStream.of(42, "crossover claim");
    double[][] interest = random(random, 4, 6);
    double[][] fit = random(random, 6, 3);
    double[][][] rating = new double[4][][];
    for (int u = 0; u < 4; u++) {
      rating[u] = random(random, 6, 3);
    }
    double[][] interestNow = new double[4][6];
    double[][] fitNow = new double[6][];
    for (int c = 0; c < 6; c++) {
      fitNow[c] = fit[reversed ? 5 - c : c];
      for (int u = 0; u < 4; u++) {
        interestNow[u][c] = interest[reversed ? 3 - u : u][reversed ? 5 - c : c];
      }
    }
    return StrategyScores.of(
        List.of("1", "2", "3", "4"),
        List.of("1", "2", "3", "4", "5", "6"),
        List.of("1", "2", "3"),
        DenseMatrix.of(interestNow),
        DenseMatrix.of(fitNow),
        (u, c, m) -> rating[reversed ? 3 - u : u][reversed ? 5 - c : c][m]);
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
            "5.1",
            "scikit-learn 0.22.2 runs under Python 3.8",
            "the versions of Python that its release was built for",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(List.of("3.5", "3.6", "3.7", "3.8").contains("3.8")))
        .add(
            "5.2",
            "the program runs",
            "each parameter of its four functions read as a Python name, as the first step of"
                + " running it does; then the names that main() uses before they are defined",
            (section, statement) -> Claim.statement(section, statement).run(() -> runs(PROGRAM)))
        .add(
            "5.3",
            "the first function cleans and scales the raw data",
            "what a function without a body hands back for a table of two rows",
            (section, statement) ->
                Claim.statement(section, statement).check(doesAnything(0), EMPTY))
        .add(
            "5.3",
            "the second function builds the portrait of a user",
            "what a function without a body hands back for the same",
            (section, statement) ->
                Claim.statement(section, statement).check(doesAnything(1), EMPTY))
        .add(
            "5.3",
            "the third function recommends contents of other fields",
            "what a function without a body hands back for the same",
            (section, statement) ->
                Claim.statement(section, statement).check(doesAnything(2), EMPTY))
        .add(
            "5.3",
            "the fourth function improves the marketing strategy",
            "what a function without a body hands back for the same",
            (section, statement) ->
                Claim.statement(section, statement).check(doesAnything(3), EMPTY))
        .add(
            "5.4",
            "the printed output: three contents with their strategies",
            "the value of the last function without a body, which is what main() prints",
            (section, statement) ->
                Claim.order(section, statement, OUTPUT.stream().map(List::toString).toList())
                    .run(valueOfAnEmptyFunction()))
        .add(
            "5.4",
            "the output recommends by the portrait of 4.3: its fields with their strategies",
            "fields and strategies of the printed output beside those of 4.3",
            (section, statement) ->
                Claim.order(section, statement, OUTPUT.stream().map(CrossoverClaims::way).toList())
                    .check(
                        OUTPUT.stream()
                            .map(line -> CONTENTS.get(line.get(1)))
                            .map(field -> field + " by " + STRATEGIES.get(field))
                            .toList(),
                        OUTPUT.size() + " of its " + CONTENTS.size() + " contents"));
  }

  private static String way(List<String> line) {
    return line.get(0) + " by " + line.get(2);
  }

  /** An empty function hands back nothing, whatever it gets. */
  private static boolean doesAnything(int function) {
    Object handedBack = PROGRAM.get(function).hasBody() ? new Object() : null;
    return handedBack != null;
  }

  private static boolean runs(List<Function> program) {
    Pattern name = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    for (Function function : program) {
      for (String parameter : function.parameters()) {
        if (!name.matcher(parameter).matches()) {
          throw new IllegalStateException(
              function.name()
                  + ": \""
                  + parameter
                  + "\" is no name, so no line of it runs; mended, it would stop at names that"
                  + " nothing defines: "
                  + undefined());
        }
      }
    }
    return true;
  }

  /** Names that main() uses and nothing defines. */
  private static List<String> undefined() {
    List<String> defined =
        Stream.concat(PROGRAM.stream().map(Function::name), Stream.of("data", "preprocessed_data"))
            .toList();
    return Stream.of("read_data", "preprocess_data", "build_user_profile", "user_id")
        .filter(used -> !defined.contains(used))
        .toList();
  }

  private static Callable<List<String>> valueOfAnEmptyFunction() {
    return () -> {
      runs(PROGRAM);
      return List.of("nothing");
    };
  }
}
