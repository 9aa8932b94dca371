package lectern.lstm;

import lectern.lstm.fast.FastLayers;
import lectern.math.RandomStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of precision 5.2 with the layers and settings that the listing names, and the usual
 * ones where it names none: embeddings even in ±0.05, weights even in ±√(6 / (in + out)) (the
 * original has orthogonal recurrent ones), biases 0 and 1 for the forget gate, Adam with 0.001.
 */
final class ListingNetwork {
  static final int EMBEDDING = 16;
  static final int UNITS = 32;
  private static final double EPSILON = 1e-7;

  private final ComputationGraph network;

  ListingNetwork(int courses, long seed) {
    network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.001, Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY, 0.999, EPSILON))
                .graphBuilder()
                .addInputs("row")
                .addLayer(
                    "embedding",
                    new EmbeddingSequenceLayer.Builder()
                        .nIn(courses)
                        .nOut(EMBEDDING)
                        .activation(Activation.IDENTITY)
                        .inferInputLength(true)
                        .outputDataFormat(RNNFormat.NCW)
                        .build(),
                    "row")
                .addLayer(
                    "lstm",
                    new LSTM.Builder()
                        .nIn(EMBEDDING)
                        .nOut(UNITS)
                        .activation(Activation.TANH)
                        .dataFormat(RNNFormat.NCW)
                        .build(),
                    "embedding")
                .addVertex("last", new LastTimeStepVertex("row"), "lstm")
                .addLayer(
                    "dense",
                    new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(UNITS)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build(),
                    "last")
                .setOutputs("dense")
                .build());
    network.init();
    fill(courses, seed);
    FastLayers.attach(network);
  }

  private void fill(int courses, long seed) {
    int gates = 4 * UNITS;
    float[] lstm = new float[gates * (EMBEDDING + UNITS + 1)];
    RandomStream random = RandomStream.of(seed, "listing", "start");
    even(lstm, 0, gates * EMBEDDING, Math.sqrt(6.0 / (EMBEDDING + gates)), random);
    even(lstm, gates * EMBEDDING, gates * UNITS, Math.sqrt(6.0 / (UNITS + gates)), random);
    for (int i = 0; i < UNITS; i++) {
      lstm[gates * (EMBEDDING + UNITS) + UNITS + i] = 1;
    }
    float[] embedding = new float[courses * EMBEDDING];
    even(embedding, 0, embedding.length, 0.05, random);
    float[] dense = new float[UNITS + 1];
    even(dense, 0, UNITS, Math.sqrt(6.0 / (UNITS + 1)), random);
    set("embedding", embedding);
    set("lstm", lstm);
    set("dense", dense);
  }

  private static void even(float[] to, int from, int count, double range, RandomStream random) {
    for (int i = from; i < from + count; i++) {
      to[i] = (float) (range * (2 * random.nextDouble() - 1));
    }
  }

  private void set(String name, float[] numbers) {
    Layer layer = network.getLayer(name);
    layer.setParams(Nd4j.createFromArray(numbers));
  }

  /** One step on some rows of the matrix; gives the loss a row. */
  double step(double[][] values, int[] rows, float[] labels) {
    float[] wanted = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      wanted[i] = labels[rows[i]];
    }
    network.fit(
        new MultiDataSet(
            input(values, rows), Nd4j.createFromArray(wanted).reshape(rows.length, 1)));
    return network.score();
  }

  /** The outputs for some rows. */
  float[] predict(double[][] values, int[] rows) {
    return network.outputSingle(input(values, rows)).dup('c').data().asFloat();
  }

  /** The matrix's numbers as rows of the embedding: cut to whole numbers, as the original does. */
  private static INDArray input(double[][] values, int[] rows) {
    int width = values[0].length;
    float[] input = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        input[i * width + j] = (int) values[rows[i]][j];
      }
    }
    return Nd4j.createFromArray(input).reshape(rows.length, 1, width);
  }
}
