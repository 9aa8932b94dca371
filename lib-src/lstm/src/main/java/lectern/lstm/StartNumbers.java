package lectern.lstm;

import lectern.math.RandomStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where a network begins, from our own random streams: the same on every machine.
 *
 * <p>Embeddings are normal with deviation 1. An LSTM of H numbers has weights and biases even in
 * ±1/√H, and 1 more in the bias of its forget gate, so that it remembers at first. Another layer of
 * n inputs is even in ±1/√n.
 */
final class StartNumbers {
  private StartNumbers() {}

  static void fill(ComputationGraph network, long seed) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof FeedForwardLayer kind) {
        layer.setParams(Nd4j.createFromArray(numbers(kind, layer, seed)));
      }
    }
  }

  private static float[] numbers(FeedForwardLayer kind, Layer layer, long seed) {
    RandomStream random = RandomStream.of(seed, "lstm", "start", kind.getLayerName());
    float[] numbers = new float[(int) layer.numParams()];
    boolean normal = kind instanceof EmbeddingSequenceLayer;
    double range = 1 / Math.sqrt(kind instanceof LSTM ? kind.getNOut() : kind.getNIn());
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (normal ? random.nextGaussian() : range * (2 * random.nextDouble() - 1));
    }
    if (kind instanceof LSTM) {
      int hidden = (int) kind.getNOut();
      int forget = numbers.length - 3 * hidden;
      for (int i = forget; i < forget + hidden; i++) {
        numbers[i] += 1;
      }
    }
    return numbers;
  }
}
