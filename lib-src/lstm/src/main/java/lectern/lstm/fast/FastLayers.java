package lectern.lstm.fast;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.layers.feedforward.embedding.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.layers.recurrent.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Puts fast layers into a network of Deeplearning4j that is otherwise left as it is: five to seven
 * times the speed of training on a processor.
 *
 * <pre>{@code
 * MultiLayerNetwork network = new MultiLayerNetwork(configuration);
 * network.init();
 * FastLayers.attach(network)      // says which layers are fast now, and which are not and why
 * network.fit(data);              // as before
 * }</pre>
 *
 * <p>Configuration, numbers, gradients, updaters, listeners and saved files are those of
 * Deeplearning4j: what is saved loads without Lectern. After 50 steps the numbers differ by less
 * than 1e-5 from those of the layers that were there. They have the same bits on any number of
 * threads, with the vector unit or without, and on any processor; what is left to Deeplearning4j
 * (the updater, dropout's masks, layers that stay) does not depend on threads either when {@code
 * OMP_NUM_THREADS} is 1, as Lectern starts its kernels.
 *
 * <p>Fast are: LSTM (tanh, logistic gates), EmbeddingSequenceLayer (no bias, no activation) and
 * RnnOutputLayer (softmax with cross entropy), each in single precision and without weight noise;
 * dropout and masks included.
 */
public final class FastLayers {
  private FastLayers() {}

  /**
   * What was done.
   *
   * @param fast names of the layers that are fast now
   * @param kept a line on each layer that stayed as it was
   */
  public record Attached(List<String> fast, List<String> kept) {
    public Attached {
      fast = List.copyOf(fast);
      kept = List.copyOf(kept);
    }

    @Override
    public String toString() {
      String text = fast.isEmpty() ? "No layer is fast." : "Fast: " + String.join(", ", fast) + ".";
      return kept.isEmpty() ? text : text + " As they were: " + String.join("; ", kept) + ".";
    }
  }

  /** Into a network of layers one behind another; it is initialised if it was not. */
  public static Attached attach(MultiLayerNetwork network) {
    if (!network.isInitCalled()) {
      network.init();
    }
    network.initGradientsView();
    Layer[] layers = network.getLayers();
    Swap swap = new Swap();
    for (int i = 0; i < layers.length; i++) {
      Layer fast = swap.of(layers[i], i);
      if (fast != null) {
        layers[i] = fast;
        byName(network).replace(fast.conf().getLayer().getLayerName(), fast);
      }
    }
    return swap.result();
  }

  /** Into a graph that is initialised. */
  public static Attached attach(ComputationGraph network) {
    network.initGradientsView();
    Layer[] layers = network.getLayers();
    Swap swap = new Swap();
    for (int i = 0; i < layers.length; i++) {
      Layer fast = swap.of(layers[i], i);
      if (fast != null) {
        for (GraphVertex vertex : network.getVertices()) {
          if (vertex instanceof LayerVertex place && place.getLayer() == layers[i]) {
            set(place, fast);
          }
        }
        layers[i] = fast;
      }
    }
    return swap.result();
  }

  /** The swaps of one network. */
  private static final class Swap {
    private final List<String> fast = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /** The fast layer in the place of another, or null. */
    Layer of(Layer layer, int place) {
      String name = layer.conf().getLayer().getLayerName();
      name = name == null ? "layer " + place : name;
      DataType type = layer.params() == null ? null : layer.params().dataType();
      String obstacle = obstacle(layer, type);
      if (!obstacle.isEmpty()) {
        kept.add(name + " (" + obstacle + ")");
        return null;
      }
      fast.add(name);
      return dressed(made(layer, type), layer);
    }

    Attached result() {
      return new Attached(fast, kept);
    }
  }

  private static String obstacle(Layer layer, DataType type) {
    var kind = layer.conf().getLayer();
    if (layer.getClass() == LSTM.class) {
      return FastLstm.obstacle((org.deeplearning4j.nn.conf.layers.LSTM) kind, type);
    }
    if (layer.getClass() == RnnOutputLayer.class) {
      return FastOutput.obstacle((org.deeplearning4j.nn.conf.layers.RnnOutputLayer) kind, type);
    }
    if (layer.getClass() == EmbeddingSequenceLayer.class) {
      return FastEmbedding.obstacle(
          (org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer) kind, type);
    }
    return "a " + layer.getClass().getSimpleName();
  }

  private static BaseLayer<?> made(Layer layer, DataType type) {
    NeuralNetConfiguration conf = layer.conf();
    if (layer instanceof LSTM) {
      return new FastLstm(conf, type);
    }
    return layer instanceof RnnOutputLayer
        ? new FastOutput(conf, type)
        : new FastEmbedding(conf, type);
  }

  /** With the numbers, gradients and listeners of the layer before. */
  private static Layer dressed(BaseLayer<?> fast, Layer layer) {
    fast.setListeners(layer.getListeners());
    fast.setIndex(layer.getIndex());
    fast.setParamsViewArray(layer.params());
    fast.setParamTable(layer.paramTable());
    fast.setConf(layer.conf());
    if (layer.getGradientsViewArray() != null) {
      fast.setBackpropGradientsViewArray(layer.getGradientsViewArray());
    }
    return fast;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Layer> byName(MultiLayerNetwork network) {
    try {
      return (Map<String, Layer>) field(MultiLayerNetwork.class, "layerMap").get(network);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(LayerVertex vertex, Layer layer) {
    try {
      field(LayerVertex.class, "layer").set(vertex, layer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field field(Class<?> of, String name) throws NoSuchFieldException {
    Field field = of.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
