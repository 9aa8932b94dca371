package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.data.Interactions;
import lectern.display.Display;
import lectern.display.UserError;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class InterestModelTest {
  @TempDir Path folder;

  private static InterestOptions small() {
    return InterestOptions.of(16).embedding(16).batch(16).epochs(25).learningRate(0.02);
  }

  private static int[] order(InterestModel model, int... history) {
    float[] scores = new float[model.items().size()];
    model.score(history, scores);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Float.compare(scores[b], scores[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Test
  void itTellsTheCourseThatComesFromOthers() {
    var model = InterestModel.fit(Chains.chains(300, 12), small(), 1);
    for (int item = 0; item < 12; item++) {
      assertTrue(model.probability(new int[] {item}, (item + 1) % 12) > 0.9);
      assertTrue(model.probability(new int[] {item}, (item + 6) % 12) < 0.1);
    }
    Reliability reliability = model.reliability();
    assertTrue(reliability.logLoss() < 0.2 && reliability.brier() < 0.05, reliability.toString());
    assertEquals(Math.log(2), reliability.baseLogLoss(), 1e-12);
    assertEquals(0.25, reliability.baseBrier());
    assertEquals(300, Arrays.stream(reliability.counts()).sum());
    assertFalse(Display.of(getClass().getClassLoader()).bundle(reliability).plain().isBlank());
  }

  @Test
  void asPrintedEveryLearnerGetsTheSameOrder() {
    Interactions train = Chains.chains(100, 12);
    var printed =
        InterestModel.fit(train, small().epochs(3).head(InterestModel.Head.AS_PRINTED), 1);
    assertArrayEquals(order(printed, 3), order(printed, 8, 9));
    assertArrayEquals(order(printed), order(printed, 1, 2, 3));
    var product = InterestModel.fit(train, small().epochs(3), 1);
    assertFalse(Arrays.equals(order(product, 3), order(product, 8, 9)));
  }

  @Test
  void scoresAreTheNetworksOwn() {
    for (InterestModel.Head head : InterestModel.Head.values()) {
      var model = InterestModel.fit(Chains.chains(60, 12), small().epochs(2).head(head), 1);
      ComputationGraph network = model.network();
      float[] scores = new float[12];
      model.score(new int[] {3, 4}, scores);
      for (int item = 0; item < 12; item++) {
        var out =
            network.outputSingle(
                Nd4j.createFromArray(new float[] {12, 3, 4}).reshape(1, 1, 3),
                Nd4j.createFromArray(new float[] {item, item, item}).reshape(1, 1, 3));
        assertEquals(out.getDouble(0, 0, 2), 1 / (1 + Math.exp(-scores[item])), 1e-6);
      }
    }
  }

  @Test
  void savedAndReadItSaysTheSame() {
    var model = InterestModel.fit(Chains.chains(60, 12), small().epochs(2), 1);
    model.save(folder.resolve("model"));
    var back = InterestModel.load(folder.resolve("model"));
    assertEquals(model.probability(new int[] {4}, 5), back.probability(new int[] {4}, 5));
    assertEquals(model.reliability().toString(), back.reliability().toString());
    assertEquals(model.scaling(), back.scaling());
    assertArrayEquals(model.losses(), back.losses());
  }

  @Test
  void scalingFindsTheSlopeAndShiftThatMadeTheData() {
    lectern.math.RandomStream random = lectern.math.RandomStream.of(3, "platt");
    double[] scores = new double[20_000];
    boolean[] happened = new boolean[scores.length];
    PlattScaling truth = new PlattScaling(0.5, -1);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 3 * random.nextGaussian();
      happened[i] = random.nextDouble() < truth.probability(scores[i]);
    }
    PlattScaling found = PlattScaling.fit(scores, happened);
    assertEquals(0.5, found.slope(), 0.03);
    assertEquals(-1, found.shift(), 0.06);
    double[] said = Arrays.stream(scores).map(found::probability).toArray();
    assertTrue(Reliability.of(said, happened).calibrationError() < 0.02);
  }

  @Test
  void scoresThatPartBothKindsWithoutFaultStayFinite() {
    PlattScaling found =
        PlattScaling.fit(new double[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});
    assertTrue(Double.isFinite(found.slope()) && found.probability(1) > 0.99);
  }

  @Test
  void reliabilityByHand() {
    Reliability two =
        Reliability.of(new double[] {0.75, 0.75, 0.15}, new boolean[] {true, false, false});
    assertEquals(2, two.counts()[7]);
    assertEquals(0.5, two.happened()[7]);
    assertEquals(2 / 3.0 * 0.25 + 1 / 3.0 * 0.15, two.calibrationError(), 1e-12);
    assertEquals((0.0625 + 0.5625 + 0.0225) / 3, two.brier(), 1e-12);
    assertEquals(-(Math.log(0.75) + Math.log(0.25) + Math.log(0.85)) / 3, two.logLoss(), 1e-12);
  }

  @Test
  void badOptionsAndDataAreRefused() {
    assertThrows(UserError.class, () -> InterestOptions.of(0));
    assertThrows(UserError.class, () -> small().negatives(0));
    assertThrows(UserError.class, () -> small().learningRate(-1));
    Interactions one = Interactions.builder().add(1, 1, 1, 1).build();
    assertThrows(UserError.class, () -> InterestModel.fit(one, small(), 1));
  }
}
