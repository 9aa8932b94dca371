package lectern.lstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import lectern.data.Interactions;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.recommend.SavedModels;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class LstmRecommenderTest {
  @TempDir Path folder;

  static LstmOptions small() {
    return LstmOptions.of(16)
        .embedding(16)
        .batch(16)
        .epochs(15)
        .learningRate(0.01)
        .dropoutIn(0)
        .dropoutOut(0.1)
        .patience(0);
  }

  @Test
  void itLearnsWhatAlwaysComesNext() {
    var model = LstmRecommender.fit(Chains.chains(200, 20), small(), 1);
    for (int item = 0; item < 20; item++) {
      assertEquals((item + 1) % 20, model.top(new int[] {item}, 1).get(0).item());
    }
    double[] losses = model.losses();
    assertTrue(losses[losses.length - 1] < losses[0] / 2);
  }

  @Test
  void scoresAreTheNetworksOwnLastStep() {
    Interactions train = Chains.chains(60, 12);
    CourseFields fields = CourseFields.of(train.items(), Chains.fields(12));
    for (LstmOptions options : List.of(small().epochs(2), small().epochs(2).fieldEmbedding(0))) {
      var model = LstmRecommender.fit(train, fields, options, 1, Progress.silent());
      ComputationGraph network = model.network();
      int[] history = {3, 4, 9};
      float[] steps = {12, 3, 4, 9};
      float[] kinds = {4, 3, 0, 1};
      var courses = Nd4j.createFromArray(steps).reshape(1, 1, 4);
      var out =
          options.fieldEmbedding() > 0
              ? network.outputSingle(courses, Nd4j.createFromArray(kinds).reshape(1, 1, 4))
              : network.outputSingle(courses);
      float[] scores = new float[12];
      model.score(history, scores);
      double sum = 0;
      for (float score : scores) {
        sum += Math.exp(score);
      }
      for (int item = 0; item < 12; item++) {
        assertEquals(out.getDouble(0, item, 3), Math.exp(scores[item]) / sum, 1e-6);
      }
    }
  }

  @Test
  void onlyTheLastStepsOfALongHistoryCount() {
    var model = LstmRecommender.fit(Chains.chains(60, 12), small().length(3).epochs(2), 1);
    float[] one = new float[12];
    float[] other = new float[12];
    model.score(new int[] {7, 7, 1, 2, 3}, one);
    model.score(new int[] {1, 2, 3}, other);
    assertArrayEquals(one, other);
  }

  @Test
  void manyHistoriesAtOnceAreScoredAsOneByOne() {
    var model = LstmRecommender.fit(Chains.chains(60, 12), small().epochs(2), 1);
    List<int[]> histories =
        List.of(new int[0], new int[] {3, -4, 5}, new int[] {1}, new int[] {9, 8, 7, 6});
    float[][] together = model.scores(histories);
    for (int i = 0; i < histories.size(); i++) {
      float[] alone = new float[12];
      model.score(histories.get(i), alone);
      assertArrayEquals(alone, together[i]);
    }
  }

  @Test
  void fieldsChangeTheModelUnlessTurnedOff() {
    Interactions train = Chains.chains(60, 12);
    CourseFields fields = CourseFields.of(train.items(), Chains.fields(12));
    LstmOptions options = small().epochs(2);
    float[] without = new float[12];
    float[] with = new float[12];
    float[] off = new float[12];
    LstmRecommender.fit(train, options, 1).score(new int[] {1}, without);
    var model = LstmRecommender.fit(train, fields, options, 1, Progress.silent());
    model.score(new int[] {1}, with);
    LstmRecommender.fit(train, fields, options.fieldEmbedding(0), 1, Progress.silent())
        .score(new int[] {1}, off);
    assertArrayEquals(without, off);
    assertFalse(Arrays.equals(without, with));
    model.save(folder.resolve("model"));
    float[] back = new float[12];
    ((LstmRecommender) SavedModels.load(folder.resolve("model"))).score(new int[] {1}, back);
    assertArrayEquals(with, back);
    assertThrows(
        UserError.class,
        () -> LstmRecommender.fit(Chains.chains(60, 13), fields, options, 1, Progress.silent()));
  }

  @Test
  void itStopsWhenNothingGetsBetterAndTakesTheBestEpoch() {
    Interactions train = Chains.chains(150, 15);
    LstmOptions options = small().epochs(60).learningRate(0.03);
    var model = LstmRecommender.fit(train, options.patience(2), 1);
    double[] qualities = model.qualities();
    assertTrue(qualities.length < 60, qualities.length + " epochs");
    double best = DoubleStream.of(qualities).max().orElseThrow();
    assertEquals(best, qualities[qualities.length - 3]);
    var kept = LstmRecommender.fit(train, options.epochs(qualities.length - 2).patience(100), 1);
    float[] one = new float[15];
    float[] other = new float[15];
    model.score(new int[] {2}, one);
    kept.score(new int[] {2}, other);
    assertArrayEquals(other, one);
  }

  @Test
  void anInterruptEndsItSoon() {
    Interactions train = Chains.chains(200, 20);
    Progress atTheThirdStep =
        (what, steps) ->
            new Progress.Task() {
              @Override
              public void at(long done, String note) {
                assertTrue(note.startsWith("epoch 1 of 15, loss "), note);
                assertTrue(done <= 4);
                if (done == 3) {
                  Thread.currentThread().interrupt();
                }
              }

              @Override
              public void close() {}
            };
    assertThrows(
        CancellationException.class, () -> LstmRecommender.fit(train, small(), 1, atTheThirdStep));
    assertFalse(Thread.interrupted());
    LstmRecommender.fit(train, small().epochs(1), 1);
  }

  @Test
  void deeplearning4jReadsTheExportedNetwork() throws Exception {
    var model = LstmRecommender.fit(Chains.chains(30, 10), small().epochs(2), 1);
    model.exportNetwork(folder.resolve("network.zip"));
    ComputationGraph read = ComputationGraph.load(folder.resolve("network.zip").toFile(), true);
    assertEquals(model.network().params(), read.params());
    assertThrows(UserError.class, () -> model.exportNetwork(folder.resolve("no/network.zip")));
  }

  @Test
  void badOptionsAndDataAreRefused() {
    assertThrows(UserError.class, () -> LstmOptions.of(0));
    assertThrows(UserError.class, () -> small().embedding(0));
    assertThrows(UserError.class, () -> small().length(0));
    assertThrows(UserError.class, () -> small().batch(0));
    assertThrows(UserError.class, () -> small().epochs(0));
    assertThrows(UserError.class, () -> small().learningRate(Double.NaN));
    assertThrows(UserError.class, () -> small().dropoutIn(1));
    assertThrows(UserError.class, () -> small().dropoutOut(-0.1));
    assertThrows(UserError.class, () -> small().patience(-1));
    assertThrows(UserError.class, () -> small().fieldEmbedding(-1));
    Interactions none = Interactions.builder().build();
    assertThrows(UserError.class, () -> LstmRecommender.fit(none, small(), 1));
    Interactions untimed = Interactions.builder().add(1, 1, 1).build();
    assertThrows(UserError.class, () -> LstmRecommender.fit(untimed, small(), 1));
    assertThrows(UserError.class, () -> new CourseFields(List.of("a"), new int[] {1}));
  }
}
