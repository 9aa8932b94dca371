package lectern.lstm;

import lectern.lstm.fast.FastLayers;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network under {@link InterestModel}: a history and, at each step, one course to be judged.
 */
final class InterestNetwork {
  static final String COURSE = "course";
  static final String MEMORY = "lstm";
  static final String JUDGED = "judged";
  static final String INTEREST = "interest";

  private InterestNetwork() {}

  static ComputationGraph create(int items, InterestOptions options, long seed) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(options.learningRate()))
            .graphBuilder()
            .addInputs("courses", "candidates");
    int hidden = options.hidden();
    graph.addLayer(COURSE, embedding(items + 1, options.embedding()), "courses");
    graph.addLayer(
        MEMORY,
        new LSTM.Builder()
            .nIn(options.embedding())
            .nOut(hidden)
            .activation(Activation.TANH)
            .dataFormat(RNNFormat.NCW)
            .build(),
        COURSE);
    graph.addLayer(JUDGED, embedding(items, hidden), "candidates");
    if (options.head() == InterestModel.Head.AS_PRINTED) {
      graph.addVertex("both", new MergeVertex(), MEMORY, JUDGED);
    } else {
      graph.addVertex(
          "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), MEMORY, JUDGED);
      graph.addVertex("both", new MergeVertex(), MEMORY, JUDGED, "product");
    }
    graph.addLayer(
        INTEREST,
        new RnnOutputLayer.Builder(LossFunction.XENT)
            .nIn(hidden * (options.head() == InterestModel.Head.AS_PRINTED ? 2 : 3))
            .nOut(1)
            .activation(Activation.SIGMOID)
            .dataFormat(RNNFormat.NCW)
            .build(),
        "both");
    ComputationGraph network = new ComputationGraph(graph.setOutputs(INTEREST).build());
    network.init();
    StartNumbers.fill(network, seed);
    FastLayers.attach(network);
    return network;
  }

  private static EmbeddingSequenceLayer embedding(int things, int size) {
    return new EmbeddingSequenceLayer.Builder()
        .nIn(things)
        .nOut(size)
        .activation(Activation.IDENTITY)
        .inferInputLength(true)
        .outputDataFormat(RNNFormat.NCW)
        .build();
  }
}
