package lectern.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict of every claim, so that one that changes is seen. */
class VerdictsTest {
  @ParameterizedTest
  @ValueSource(strings = {"omnichannel", "crossplatform", "precision", "community", "crossover"})
  void everyClaimHasTheVerdictOfTheTable(String article) throws IOException {
    String found =
        Articles.in(article).stream()
            .map(
                claim ->
                    claim.section().split(" ", 2)[1]
                        + " | "
                        + claim.statement()
                        + " | "
                        + claim.check().verdict().words())
            .collect(Collectors.joining("\n"));
    assertEquals(table(article), found);
  }

  private static String table(String article) throws IOException {
    try (var in = VerdictsTest.class.getResourceAsStream("verdicts-" + article + ".txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }
  }
}
