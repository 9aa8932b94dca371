package lectern.lstm.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.lstm.fast.Networks.Kind;
import lectern.lstm.fast.Networks.Masks;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class FastLayersTest {
  @TempDir Path folder;

  static Stream<Kind> kinds() {
    Kind plain = Networks.kind(30, 8, 12);
    return Stream.of(
        plain,
        Networks.kind(90, 64, 64),
        Networks.kind(70, 65, 70),
        plain.oneHot(true),
        plain.format(RNNFormat.NWC),
        plain.keep(0.7, 1),
        plain.keep(1, 0.7),
        plain.keep(0.8, 0.6).masks(Masks.LABELS_END_EARLY),
        plain.masks(Masks.LABELS_END_EARLY).oneHot(true),
        plain.masks(Masks.BOTH_END_EARLY),
        plain.masks(Masks.BOTH_BEGIN_LATE),
        plain.oneHot(true).truncated(true));
  }

  /** The network after so many steps, its dropout drawn from the same seed each time. */
  private static MultiLayerNetwork trained(MultiLayerNetwork network, Kind kind, int steps) {
    RandomStream random = RandomStream.of(6, "batches");
    Nd4j.getRandom().setSeed(7);
    for (int step = 0; step < steps; step++) {
      network.fit(Networks.batch(kind, 5 + 40 * (step % 2), 4 + step % 5, random));
    }
    return network;
  }

  private static MultiLayerNetwork fast(Kind kind) {
    MultiLayerNetwork network = Networks.network(kind, DataType.FLOAT);
    FastLayers.Attached attached = FastLayers.attach(network);
    assertEquals(3, attached.fast().size(), attached.toString());
    return network;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void after50StepsTheNumbersAreThoseOfDeeplearning4j(Kind kind) {
    float[] stock =
        trained(Networks.network(kind, DataType.FLOAT), kind, 50).params().toFloatVector();
    float[] ours = trained(fast(kind), kind, 50).params().toFloatVector();
    for (int i = 0; i < ours.length; i++) {
      assertEquals(stock[i], ours[i], 1e-5, "number " + i);
    }
    float[] before = Networks.network(kind, DataType.FLOAT).params().toFloatVector();
    assertTrue(Math.abs(before[3] - ours[3]) > 1e-3, "nothing was learnt");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sharesAndScoresAreThoseOfDeeplearning4j(Kind kind) {
    MultiLayerNetwork stock = Networks.network(kind, DataType.FLOAT);
    MultiLayerNetwork ours = fast(kind);
    DataSet batch = Networks.batch(kind, 37, 9, RandomStream.of(8, "batch"));
    assertArrayEquals(
        stock.output(batch.getFeatures()).dup('c').data().asFloat(),
        ours.output(batch.getFeatures()).dup('c').data().asFloat(),
        2e-6f);
    assertEquals(stock.score(batch, false), ours.score(batch, false), 1e-5 * stock.score(batch));
    if (kind.keepIn() == 1 && kind.keepOut() == 1) {
      stock.fit(batch);
      ours.fit(batch);
      assertEquals(stock.score(), ours.score(), 1e-5 * stock.score());
    }
  }

  /** Against differences of the loss of Deeplearning4j's own layers in double precision. */
  @Test
  void gradientsAreTheSlopesOfTheLoss() {
    for (Masks masks : List.of(Masks.NONE, Masks.LABELS_END_EARLY)) {
      Kind kind = Networks.kind(11, 5, 7).masks(masks);
      DataSet batch = Networks.batch(kind, 20, 6, RandomStream.of(9, "batch"));
      MultiLayerNetwork ours = fast(kind);
      ours.setInputMiniBatchSize(20);
      ours.setInput(batch.getFeatures());
      ours.setLabels(batch.getLabels());
      ours.setLayerMaskArrays(null, batch.getLabelsMaskArray());
      ours.computeGradientAndScore();
      float[] gradient = ours.gradient().gradient().dup().data().asFloat();
      MultiLayerNetwork exact = Networks.network(kind, DataType.DOUBLE);
      double[] numbers = exact.params().toDoubleVector();
      double largest = 0;
      for (float g : gradient) {
        largest = Math.max(largest, Math.abs(g));
      }
      for (int i = 0; i < numbers.length; i += 3) {
        double slope =
            (lossAt(exact, batch, numbers, i, 1e-5) - lossAt(exact, batch, numbers, i, -1e-5))
                / 2e-5;
        assertEquals(slope, gradient[i] / 20, 1e-5 * largest / 20, "number " + i + ", " + masks);
      }
    }
  }

  private static double lossAt(
      MultiLayerNetwork network, DataSet batch, double[] numbers, int place, double by) {
    double[] moved = numbers.clone();
    moved[place] += by;
    network.setParams(Nd4j.createFromArray(moved).reshape(1, moved.length));
    return network.score(batch, false);
  }

  @Test
  void theBitsAreThoseOfOneThreadOnMany() {
    Kind kind = Networks.kind(150, 20, 40).keep(0.8, 0.8).masks(Masks.LABELS_END_EARLY);
    float[] one =
        Parallel.withThreads(1, () -> trained(fast(kind), kind, 12)).params().toFloatVector();
    for (int threads : new int[] {2, 3}) {
      assertArrayEquals(
          one,
          Parallel.withThreads(threads, () -> trained(fast(kind), kind, 12))
              .params()
              .toFloatVector());
    }
  }

  @Test
  void aSavedFileLoadsInDeeplearning4jAlone() throws Exception {
    Kind kind = Networks.kind(30, 8, 12);
    MultiLayerNetwork ours = trained(fast(kind), kind, 3);
    java.io.File file = folder.resolve("network.zip").toFile();
    ours.save(file);
    MultiLayerNetwork stock = MultiLayerNetwork.load(file, true);
    assertEquals(org.deeplearning4j.nn.layers.recurrent.LSTM.class, stock.getLayer(1).getClass());
    DataSet batch = Networks.batch(kind, 4, 5, RandomStream.of(8, "batch"));
    assertArrayEquals(
        stock.output(batch.getFeatures()).dup('c').data().asFloat(),
        ours.output(batch.getFeatures()).dup('c').data().asFloat(),
        2e-6f);
  }

  @Test
  void stepByStepWithStoredStateIsTheInheritedWay() {
    Kind kind = Networks.kind(30, 8, 12);
    MultiLayerNetwork stock = Networks.network(kind, DataType.FLOAT);
    MultiLayerNetwork ours = fast(kind);
    for (int step = 0; step < 3; step++) {
      var input = Nd4j.createFromArray(new float[] {step, step + 5}).reshape(2, 1, 1);
      assertArrayEquals(
          stock.rnnTimeStep(input).dup('c').data().asFloat(),
          ours.rnnTimeStep(input).dup('c').data().asFloat(),
          2e-6f);
    }
  }

  @Test
  void aLayerThatStaysIsNamedWithTheReason() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(
                    new LSTM.Builder()
                        .name("memory")
                        .nIn(3)
                        .nOut(4)
                        .activation(Activation.SOFTSIGN)
                        .build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.XENT)
                        .name("out")
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
    FastLayers.Attached attached = FastLayers.attach(network);
    assertTrue(attached.fast().isEmpty());
    assertEquals(
        "No layer is fast. As they were: memory (activation softsign); out (activation sigmoid).",
        attached.toString());
    assertNotEquals(FastLstm.class, network.getLayer(0).getClass());
  }
}
