package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import lectern.article.ArticleClaim;
import lectern.article.Articles;
import org.junit.jupiter.api.Test;

/** The verdict of every claim that takes a network, so that one that changes is seen. */
class PrecisionDeepClaimsTest {
  private static final List<String> VERDICTS =
      List.of(
          "3.3.1 | a network finds features of higher order by itself | agrees",
          "3.3.1 | a network recommends more accurately | differs",
          "5.2 | the program runs to its end | agrees",
          "5.2 | the network takes behaviours of any number | does not run",
          "5.2 | the program predicts for a platform of more than 1,000 courses | does not run",
          "5.2 | model accuracy, which the program prints | no number given",
          "5.3.3 | training improves the parameters | differs");

  @Test
  void everyClaimHasItsVerdict() {
    String found =
        new PrecisionDeepClaims()
            .claims().stream().map(PrecisionDeepClaimsTest::row).collect(Collectors.joining("\n"));
    assertEquals(String.join("\n", VERDICTS), found);
  }

  private static String row(ArticleClaim claim) {
    return claim.section().split(" ", 2)[1]
        + " | "
        + claim.statement()
        + " | "
        + claim.check().verdict().words();
  }

  @Test
  void theyStandAmongTheOthersOfTheArticle() {
    List<String> statements =
        Articles.in("precision 5.2").stream().map(ArticleClaim::statement).toList();
    assertTrue(statements.contains("the program runs to its end"), statements.toString());
  }
}
