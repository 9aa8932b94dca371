package lectern.lstm.fast;

import java.util.List;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's LSTM layer with both ways on our kernels: the same numbers, gradients and
 * configuration. Steps kept from batch to batch (rnnTimeStep, truncated backpropagation) go the
 * inherited way, and so does the way back where a mask does more than end sequences early.
 */
final class FastLstm extends LSTM {
  private static final long serialVersionUID = 1L;
  private static final List<String> KEYS =
      List.of(
          LSTMParamInitializer.INPUT_WEIGHT_KEY,
          LSTMParamInitializer.RECURRENT_WEIGHT_KEY,
          LSTMParamInitializer.BIAS_KEY);

  private transient LstmWeights weights;
  private transient LstmForward forward;
  private transient LstmBackward backward;
  private transient float[] numbers;
  private transient float[] narrow;
  private transient float[] mask;
  private transient INDArray forwardOf;

  FastLstm(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  /** Why this layer must stay as it is; empty when it need not. */
  static String obstacle(org.deeplearning4j.nn.conf.layers.LSTM layer, DataType dataType) {
    if (dataType != DataType.FLOAT) {
      return "numbers of type " + dataType;
    }
    if (!(layer.getActivationFn() instanceof ActivationTanH)) {
      return "activation " + layer.getActivationFn();
    }
    if (!(layer.getGateActivationFn() instanceof ActivationSigmoid)) {
      return "gates with activation " + layer.getGateActivationFn();
    }
    if (layer.getWeightNoise() != null) {
      return "weight noise";
    }
    return layer.getIDropout() != null && layer.getRnnDataFormat() == RNNFormat.NWC
        ? "dropout with steps before channels"
        : "";
  }

  private boolean channelsFirst() {
    return getDataFormat() != RNNFormat.NWC;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr manager) {
    if (input == null || input.rank() != 3) {
      return super.activate(training, manager);
    }
    applyDropOutIfNecessary(training, manager);
    run(training);
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {forward.sequences, forward.steps, weights.hidden},
            'c');
    write(forward.h, weights.hiddenPadded, out, weights.hidden);
    forwardOf = training ? input : null;
    return channelsFirst() ? out.permute(0, 2, 1) : out;
  }

  @Override
  public INDArray activate(INDArray in, boolean training, LayerWorkspaceMgr manager) {
    setInput(in, manager);
    return activate(training, manager);
  }

  private void run(boolean training) {
    INDArray in = NativeArrays.bySteps(input, channelsFirst());
    prepare();
    if (in.size(2) != weights.inputs) {
      throw new DL4JInvalidInputException(
          "The input has size " + in.size(2) + ", and the layer expects " + weights.inputs + ".");
    }
    NativeArrays.read(paramsFlattened, numbers, weights.count());
    weights.pack(numbers, training);
    forward.room(weights, (int) in.size(0), (int) in.size(1));
    read(in, weights.inputs, forward.x, weights.inputsPadded);
    forward.run(weights, readMask());
  }

  private void prepare() {
    int inputs = (int) layerConf().getNIn();
    int hidden = (int) layerConf().getNOut();
    if (weights == null || weights.inputs != inputs || weights.hidden != hidden) {
      weights = new LstmWeights(inputs, hidden);
      forward = new LstmForward();
      backward = new LstmBackward();
      numbers = new float[weights.count()];
    }
  }

  private float[] readMask() {
    if (maskArray == null) {
      return null;
    }
    int rows = forward.sequences * forward.steps;
    mask = Blocks.room(mask, rows);
    NativeArrays.read(NativeArrays.inOnePiece(maskArray), mask, rows);
    return mask;
  }

  private void read(INDArray from, int width, float[] to, int toWidth) {
    int rows = forward.sequences * forward.steps;
    if (width == toWidth) {
      NativeArrays.read(from, to, rows * width);
      return;
    }
    narrow = Blocks.room(narrow, rows * width);
    NativeArrays.read(from, narrow, rows * width);
    Panels.respace(narrow, width, to, toWidth, rows);
  }

  private void write(float[] from, int width, INDArray to, int toWidth) {
    int rows = forward.sequences * forward.steps;
    if (width == toWidth) {
      NativeArrays.write(from, to, rows * width);
      return;
    }
    narrow = Blocks.room(narrow, rows * toWidth);
    Panels.respace(from, width, narrow, toWidth, rows);
    NativeArrays.write(narrow, to, rows * toWidth);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr manager) {
    if (input == null || input.rank() != 3 || epsilon.rank() != 3) {
      return super.backpropGradient(epsilon, manager);
    }
    if (forwardOf != input) {
      applyDropOutIfNecessary(true, manager);
      run(true);
    }
    forwardOf = null;
    backward.room(weights, forward);
    read(
        NativeArrays.bySteps(epsilon, channelsFirst()),
        weights.hidden,
        backward.dh,
        weights.hiddenPadded);
    if (maskArray != null && !endsEarlyOnly()) {
      return super.backpropGradient(epsilon, manager);
    }
    backward.run(weights, forward, numbers);
    NativeArrays.write(numbers, gradientsFlattened, weights.count());
    Gradient gradient = new DefaultGradient();
    for (String key : KEYS) {
      gradient.gradientForVariable().put(key, gradientViews.get(key));
    }
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATION_GRAD,
            DataType.FLOAT,
            new long[] {forward.sequences, forward.steps, weights.inputs},
            'c');
    write(backward.dx, weights.inputsPadded, out, weights.inputs);
    return new Pair<>(
        gradient, backpropDropOutIfPresent(channelsFirst() ? out.permute(0, 2, 1) : out));
  }

  /** True when no step that is masked adds to the loss, and none that is not comes after one. */
  private boolean endsEarlyOnly() {
    for (int row = 0; row < forward.sequences * forward.steps; row++) {
      boolean first = row % forward.steps == 0;
      if (mask[row] != 1f && (mask[row] != 0f || addsToLoss(row))
          || mask[row] == 1f && !first && mask[row - 1] != 1f) {
        return false;
      }
    }
    return true;
  }

  private boolean addsToLoss(int row) {
    for (int j = row * weights.hiddenPadded; j < (row + 1) * weights.hiddenPadded; j++) {
      if (backward.dh[j] != 0f) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void clear() {
    super.clear();
    forwardOf = null;
  }
}
