package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class MarkovChainTest extends SequenceContractTest {
  @Override
  SequenceRecommender fit(Interactions train, long seed) {
    return MarkovChain.fit(train);
  }

  @Override
  Recommender load(Path file) {
    return MarkovChain.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(MarkovChain.fit(train, new MarkovChain.Options(2)));
  }

  @Override
  int checkerboardFloor() {
    return 20;
  }

  /** Three take a then b, one a then c; d is most popular and never follows a. */
  private static Interactions courses() {
    var rows = Interactions.builder();
    for (String user : List.of("1", "2", "3")) {
      rows.add(user, "a", 1, 1).add(user, "b", 1, 2);
    }
    rows.add("4", "a", 1, 1).add("4", "c", 1, 2);
    for (int user = 5; user < 11; user++) {
      rows.add(Integer.toString(user), "d", 1, 1);
    }
    return rows.build();
  }

  @Test
  void scoresAreSmoothedProbabilities() {
    MarkovChain model = MarkovChain.fit(courses());
    float[] expected = new float[4];
    double[] shares = {4 / 14.0, 3 / 14.0, 1 / 14.0, 6 / 14.0};
    double[] followed = {0, 3, 1, 0};
    for (int i = 0; i < 4; i++) {
      expected[i] = (float) ((followed[i] + shares[i]) / (4 + 1));
    }
    assertArrayEquals(expected, after(model, 3, 0));
    float sum = 0;
    for (float score : expected) {
      sum += score;
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void popularityStandsBehindWhatEverFollowed() {
    MarkovChain model = MarkovChain.fit(courses());
    List<String> afterA = model.top(new int[] {0}, 4).stream().map(Suggestion::id).toList();
    assertEquals(List.of("b", "c", "d"), afterA);
    float[] strangers = {4 / 14f, 3 / 14f, 1 / 14f, 6 / 14f};
    assertArrayEquals(strangers, after(model), 1e-7f);
    assertArrayEquals(strangers, after(model, 2), 1e-7f, "nothing ever followed c");
  }

  @Test
  void badOptionsAndDataWithoutTimesAreRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(UserError.class, () -> new MarkovChain.Options(bad));
    }
    Interactions untimed = Interactions.builder().add(1, 1, 1).build();
    assertThrows(UserError.class, () -> MarkovChain.fit(untimed));
  }
}
