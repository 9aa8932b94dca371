package lectern.lstm.fast;

import java.util.Arrays;
import lectern.math.Parallel;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.embedding.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's EmbeddingSequenceLayer by array look-ups. Under a mask it goes the inherited
 * way.
 */
final class FastEmbedding extends EmbeddingSequenceLayer {
  private static final long serialVersionUID = 1L;
  private static final int COLUMNS = 16;

  private transient float[] table;
  private transient float[] rows;
  private transient float[] read;
  private transient int[] index;
  private transient int sequences;
  private transient int steps;

  FastEmbedding(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  /** Why this layer must stay as it is; empty when it need not. */
  static String obstacle(
      org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer layer, DataType dataType) {
    if (dataType != DataType.FLOAT) {
      return "numbers of type " + dataType;
    }
    if (layer.hasBias()) {
      return "a bias";
    }
    if (!(layer.getActivationFn() instanceof ActivationIdentity)) {
      return "activation " + layer.getActivationFn();
    }
    if (layer.getWeightNoise() != null) {
      return "weight noise";
    }
    return layer.getIDropout() != null ? "dropout" : "";
  }

  private boolean fits() {
    return maskArray == null
        && input != null
        && (input.rank() == 2 || input.rank() == 3 && input.size(1) == 1);
  }

  private boolean channelsFirst() {
    return layerConf().getOutputFormat() != RNNFormat.NWC;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr manager) {
    if (!fits()) {
      return super.activate(training, manager);
    }
    readIndex();
    int things = (int) layerConf().getNIn();
    int size = (int) layerConf().getNOut();
    int count = sequences * steps;
    table = Blocks.room(table, things * size);
    NativeArrays.read(paramsFlattened, table, things * size);
    rows = Blocks.room(rows, count * size);
    Parallel.forBlocks(
        size,
        COLUMNS,
        (from, to) -> {
          for (int row = 0; row < count; row++) {
            for (int j = from; j < to; j++) {
              rows[row * size + j] = table[j * things + index[row]];
            }
          }
        });
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATIONS, DataType.FLOAT, new long[] {sequences, steps, size}, 'c');
    NativeArrays.write(rows, out, count * size);
    return channelsFirst() ? out.permute(0, 2, 1) : out;
  }

  private void readIndex() {
    INDArray in = NativeArrays.inOnePiece(input.rank() == 3 ? input.permute(0, 2, 1) : input);
    sequences = (int) in.size(0);
    steps = (int) in.size(1);
    int count = sequences * steps;
    read = Blocks.room(read, count);
    NativeArrays.read(in, read, count);
    index = index == null || index.length < count ? new int[count] : index;
    long things = layerConf().getNIn();
    for (int row = 0; row < count; row++) {
      index[row] = (int) read[row];
      if (index[row] < 0 || index[row] >= things) {
        throw new DL4JInvalidInputException(
            "There is no row " + index[row] + " in an embedding of " + things + ".");
      }
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr manager) {
    if (!fits()) {
      return super.backpropGradient(epsilon, manager);
    }
    readIndex();
    int things = (int) layerConf().getNIn();
    int size = (int) layerConf().getNOut();
    int count = sequences * steps;
    rows = Blocks.room(rows, count * size);
    NativeArrays.read(NativeArrays.bySteps(epsilon, channelsFirst()), rows, count * size);
    table = Blocks.room(table, things * size);
    Parallel.forBlocks(
        size,
        COLUMNS,
        (from, to) -> {
          Arrays.fill(table, from * things, to * things, 0f);
          for (int row = 0; row < count; row++) {
            for (int j = from; j < to; j++) {
              table[j * things + index[row]] += rows[row * size + j];
            }
          }
        });
    NativeArrays.write(table, gradientsFlattened, things * size);
    Gradient gradient = new DefaultGradient();
    gradient
        .gradientForVariable()
        .put(
            DefaultParamInitializer.WEIGHT_KEY,
            gradientViews.get(DefaultParamInitializer.WEIGHT_KEY));
    return new Pair<>(gradient, null);
  }
}
