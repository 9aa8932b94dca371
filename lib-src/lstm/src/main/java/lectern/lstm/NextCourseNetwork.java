package lectern.lstm;

import lectern.lstm.fast.FastLayers;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * The network under {@link LstmRecommender}, in plain Deeplearning4j: embedding, with the field's
 * embedding beside it where there is one → LSTM → softmax over all courses at every step.
 */
final class NextCourseNetwork {
  static final String COURSE = "course";
  static final String FIELD = "field";
  static final String MEMORY = "lstm";
  static final String NEXT = "next";

  private NextCourseNetwork() {}

  /**
   * The network before it has learnt anything; its numbers come from the seed.
   *
   * @param items courses, all of which may come next
   * @param fields fields of courses, 0 without
   */
  static ComputationGraph create(int items, int fields, LstmOptions options, long seed) {
    ComputationGraph network = new ComputationGraph(configuration(items, fields, options));
    network.init();
    StartNumbers.fill(network, seed);
    FastLayers.attach(network);
    return network;
  }

  private static ComputationGraphConfiguration configuration(
      int items, int fields, LstmOptions options) {
    var graph =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(options.learningRate()))
            .graphBuilder();
    String below = COURSE;
    int width = options.embedding();
    if (fields == 0) {
      graph.addInputs("courses");
    } else {
      graph.addInputs("courses", "fields");
    }
    graph.addLayer(COURSE, embedding(items + 1, options.embedding()), "courses");
    if (fields > 0) {
      graph.addLayer(FIELD, embedding(fields + 1, options.fieldEmbedding()), "fields");
      graph.addVertex("both", new MergeVertex(), COURSE, FIELD);
      below = "both";
      width += options.fieldEmbedding();
    }
    var memory =
        new LSTM.Builder()
            .nIn(width)
            .nOut(options.hidden())
            .activation(Activation.TANH)
            .gateActivationFunction(Activation.SIGMOID)
            .dataFormat(RNNFormat.NCW);
    var next =
        new RnnOutputLayer.Builder(new LossSparseMCXENT())
            .nIn(options.hidden())
            .nOut(items)
            .activation(Activation.SOFTMAX)
            .dataFormat(RNNFormat.NCW);
    if (options.dropoutIn() > 0) {
      memory.dropOut(new Dropout(1 - options.dropoutIn()));
    }
    if (options.dropoutOut() > 0) {
      next.dropOut(new Dropout(1 - options.dropoutOut()));
    }
    return graph
        .addLayer(MEMORY, memory.build(), below)
        .addLayer(NEXT, next.build(), MEMORY)
        .setOutputs(NEXT)
        .build();
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
