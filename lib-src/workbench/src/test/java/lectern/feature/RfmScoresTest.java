package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class RfmScoresTest {
  private static UserFeatures rfm(double[][] rows) {
    List<String> users =
        java.util.stream.IntStream.range(0, rows.length).mapToObj(i -> "u" + i).toList();
    return UserFeatures.of(users, List.of("recency_days", "frequency", "monetary"), rows);
  }

  @Test
  void quintilesByHand() {
    UserFeatures five =
        rfm(new double[][] {{5, 1, 10}, {4, 1, 20}, {3, 1, 30}, {2, 1, 40}, {1, 9, 50}});
    RfmScores scores = RfmScores.fit(five);
    assertArrayEquals(new double[] {18, 26, 34, 42}, scores.borders().row(2), 1e-12);
    UserFeatures out = scores.transform(five);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, out.column("m_score"));
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, out.column("r_score"), "few days are good");
    assertArrayEquals(new double[] {1, 1, 1, 1, 5}, out.column("f_score"), "ties score alike");
    assertEquals(15, out.get("u4", "rfm_score"));
  }

  @Test
  void othersArePlacedBetweenTheSameBorders() {
    RfmScores scores =
        RfmScores.fit(rfm(new double[][] {{5, 1, 10}, {4, 1, 20}, {3, 1, 30}, {2, 1, 40}}));
    UserFeatures other = scores.transform(rfm(new double[][] {{100, 0, 1000}}));
    assertArrayEquals(new double[] {1, 1, 5, 7}, other.matrix().row(0));
  }

  @Test
  void needsUsersAndKnownValues() {
    assertThrows(UserError.class, () -> RfmScores.fit(rfm(new double[0][])));
    assertThrows(UserError.class, () -> RfmScores.fit(rfm(new double[][] {{1, Double.NaN, 1}})));
  }
}
