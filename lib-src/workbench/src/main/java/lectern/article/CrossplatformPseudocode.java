package lectern.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.claim.Claim;

/** The pseudo-code of "crossplatform" 3: names, arguments, and what flows into what. */
public final class CrossplatformPseudocode implements ClaimSource {
  /**
   * A step of the pseudo-code.
   *
   * @param result the name it gives
   * @param function what is called
   * @param arguments names, as printed
   */
  private record Step(String result, String function, List<String> arguments) {}

  private static final List<Step> ANALYSIS =
      List.of(
          new Step("clean_data", "data_cleaning", List.of("data")),
          new Step("integrated_data", "data_integration", List.of("clean_data")),
          new Step("extracted_features", "feature_extraction", List.of("integrated_data")),
          new Step("user_groups", "user_segmentation", List.of("extracted_features")));

  private static final List<Step> CONTENT =
      List.of(
          new Step("user_interest_models", "build_interest_models", List.of("user_groups")),
          new Step(
              "recommended_content",
              "content_recommendation",
              List.of("user_interest_models", "content_data")));

  private static final List<Step> MARKETING =
      List.of(
          new Step("user_groups", "analyze_user_behavior", List.of("behavior_data")),
          new Step(
              "recommended_content", "customize_content", List.of("user_groups", "content_data")),
          new Step("marketing_goals", "set_marketing_goals", List.of()),
          new Step(
              "selected_channels", "select_channels", List.of("marketing_goals", "user_groups")),
          new Step("ad_placement", "ad投放策略", List.of("selected_channels", "recommended_content")),
          new Step("marketing_effects", "evaluate_effects", List.of("ad_placement")));

  /** How many arguments the programs of 5.2 give the functions of the same names. */
  private static final Map<String, Integer> DEFINED = new LinkedHashMap<>();

  static {
    DEFINED.put("data_cleaning", 1);
    DEFINED.put("data_integration", 1);
    DEFINED.put("feature_extraction", 1);
    DEFINED.put("user_segmentation", 1);
    DEFINED.put("build_interest_models", 2);
    DEFINED.put("content_recommendation", 2);
    DEFINED.put("set_marketing_goals", 0);
    DEFINED.put("select_channels", 2);
    DEFINED.put("ad_placement", 2);
  }

  @Override
  public List<ArticleClaim> claims() {
    return ClaimList.of("crossplatform")
        .notebook("02-crossplatform/4-goals-channels-effects")
        .add(
            "3",
            "ad投放策略 can be the name of a function",
            "every character by Unicode's rule for names, which Python follows: a start, then"
                + " parts",
            (section, statement) ->
                Claim.statement(section, statement)
                    .check(isName("ad投放策略"), "letters of any script"))
        .add(
            "3",
            "every step has what it needs from a step before",
            "the arguments of each step against parameters and results before it",
            (section, statement) -> {
              List<String> missing = new ArrayList<>();
              missing.addAll(missing(List.of("data"), ANALYSIS));
              missing.addAll(missing(List.of("user_groups", "content_data"), CONTENT));
              missing.addAll(missing(List.of("behavior_data", "content_data"), MARKETING));
              return Claim.statement(section, statement)
                  .check(missing.isEmpty(), missing.isEmpty() ? "all twelve do" : "" + missing);
            })
        .add(
            "3",
            "the programs of 5.2 carry out the steps of the pseudo-code",
            "the ten functions that no step explains further, by name and number of arguments,"
                + " against those defined in 5.2",
            (section, statement) -> {
              List<String> other = new ArrayList<>();
              for (List<Step> part : List.of(ANALYSIS, CONTENT, MARKETING)) {
                for (Step step : part) {
                  Integer defined = DEFINED.get(step.function());
                  boolean explained =
                      Set.of("analyze_user_behavior", "customize_content")
                          .contains(step.function());
                  if (!explained && (defined == null || defined != step.arguments().size())) {
                    other.add(
                        step.function()
                            + (defined == null
                                ? " is not defined"
                                : " takes "
                                    + defined
                                    + " arguments there, "
                                    + step.arguments().size()
                                    + " here"));
                  }
                }
              }
              return Claim.statement(section, statement)
                  .check(other.isEmpty(), String.join("; ", other));
            })
        .claims();
  }

  private static boolean isName(String text) {
    return Character.isUnicodeIdentifierStart(text.codePointAt(0))
        && text.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }

  private static List<String> missing(List<String> parameters, List<Step> steps) {
    Set<String> known = new LinkedHashSet<>(parameters);
    List<String> missing = new ArrayList<>();
    for (Step step : steps) {
      step.arguments().stream().filter(a -> !known.contains(a)).forEach(missing::add);
      known.add(step.result());
    }
    return missing;
  }
}
