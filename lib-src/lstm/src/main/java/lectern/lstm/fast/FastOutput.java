package lectern.lstm.fast;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.RnnOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.TimeSeriesUtils;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * Deeplearning4j's RnnOutputLayer for softmax and cross entropy, all in one go: see {@link
 * OutputPass}. Labels that are no single class a step, and masks of single outputs, go the
 * inherited way. Under dropout the loss told is that of the thinned inputs, where the inherited
 * layer takes another way through without dropout for it.
 */
final class FastOutput extends RnnOutputLayer {
  private static final long serialVersionUID = 1L;

  private transient OutputWeights weights;
  private transient OutputPass pass;
  private transient ClassLabels classes;
  private transient float[] numbers;
  private transient float[] narrow;
  private transient float[] counts;
  private transient int sequences;
  private transient int steps;
  private transient double loss;
  private transient INDArray lossOfInput;
  private transient INDArray lossOfLabels;

  FastOutput(NeuralNetConfiguration conf, DataType dataType) {
    super(conf, dataType);
  }

  /** Why this layer must stay as it is; empty when it need not. */
  static String obstacle(
      org.deeplearning4j.nn.conf.layers.RnnOutputLayer layer, DataType dataType) {
    if (dataType != DataType.FLOAT) {
      return "numbers of type " + dataType;
    }
    if (!(layer.getActivationFn() instanceof ActivationSoftmax)) {
      return "activation " + layer.getActivationFn();
    }
    if (!(layer.getLossFn() instanceof LossMCXENT loss) || loss.getWeights() != null) {
      return "loss " + layer.getLossFn();
    }
    if (!layer.hasBias()) {
      return "no bias";
    }
    if (layer.getWeightNoise() != null) {
      return "weight noise";
    }
    return layer.getIDropout() != null && layer.getRnnDataFormat() == RNNFormat.NWC
        ? "dropout with steps before channels"
        : "";
  }

  private boolean channelsFirst() {
    return layerConf().getRnnDataFormat() != RNNFormat.NWC;
  }

  private boolean fits() {
    return input != null
        && input.rank() == 3
        && (maskArray == null || maskArray.isColumnVectorOrScalar());
  }

  private void prepare(boolean training) {
    int inputs = (int) layerConf().getNIn();
    int outputs = (int) layerConf().getNOut();
    if (weights == null || weights.inputs != inputs || weights.classes != outputs) {
      weights = new OutputWeights(inputs, outputs);
      pass = new OutputPass();
      classes = new ClassLabels();
      numbers = new float[weights.count()];
    }
    NativeArrays.read(paramsFlattened, numbers, weights.count());
    weights.pack(numbers, training);
    sequences = (int) input.size(0);
    steps = (int) input.size(channelsFirst() ? 2 : 1);
    pass.room(weights, sequences * steps);
  }

  private void readInput() {
    int rows = sequences * steps;
    INDArray in = NativeArrays.bySteps(input, channelsFirst());
    if (weights.inputs == weights.inputsPadded) {
      NativeArrays.read(in, pass.x, rows * weights.inputs);
      return;
    }
    narrow = Blocks.room(narrow, rows * weights.inputs);
    NativeArrays.read(in, narrow, rows * weights.inputs);
    Panels.respace(narrow, weights.inputs, pass.x, weights.inputsPadded, rows);
  }

  /**
   * The input after dropout. As in the inherited layer the mask is drawn for a matrix whose row t ×
   * sequences + b is sequence b's step t.
   */
  private void readThinnedInput(LayerWorkspaceMgr manager) {
    INDArray whole = input;
    input = TimeSeriesUtils.reshape3dTo2d(whole, manager, ArrayType.BP_WORKING_MEM);
    applyDropOutIfNecessary(true, manager);
    int rows = sequences * steps;
    int width = weights.inputs;
    narrow = Blocks.room(narrow, rows * width);
    NativeArrays.read(NativeArrays.inOnePiece(input), narrow, rows * width);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(narrow, byStep(row) * width, pass.x, row * weights.inputsPadded, width);
    }
    input = whole;
  }

  /** Where sequence b's step t stands among rows that are ordered step by step. */
  private int byStep(int row) {
    return row % steps * sequences + row / steps;
  }

  /** Each row's weight from the mask, or null without one. */
  private float[] readCounts() {
    if (maskArray == null) {
      return null;
    }
    int rows = sequences * steps;
    narrow = Blocks.room(narrow, rows);
    NativeArrays.read(NativeArrays.inOnePiece(maskArray), narrow, rows);
    counts = Blocks.room(counts, rows);
    for (int row = 0; row < rows; row++) {
      counts[row] = narrow[byStep(row)];
    }
    return counts;
  }

  private boolean readLabels(float[] counts) {
    boolean sparse =
        layerConf().getLossFn() instanceof LossSparseMCXENT
            || labels.rank() == 3
                && labels.size(channelsFirst() ? 1 : 2) == 1
                && weights.classes > 1;
    if (labels.rank() != 3 || !classes.read(labels, channelsFirst(), sparse, weights.classes)) {
      return false;
    }
    for (int row = 0; row < sequences * steps; row++) {
      if (classes.classes()[row] < 0 && (counts == null || counts[row] != 0f)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr manager) {
    lossOfInput = null;
    if (!fits() || labels == null) {
      return super.backpropGradient(epsilon, manager);
    }
    prepare(true);
    float[] rowCounts = readCounts();
    if (!readLabels(rowCounts)) {
      return super.backpropGradient(epsilon, manager);
    }
    boolean thinned = layerConf().getIDropout() != null;
    if (thinned) {
      readThinnedInput(manager);
    } else {
      readInput();
    }
    loss = pass.back(weights, sequences, steps, classes.classes(), rowCounts, numbers);
    lossOfInput = input;
    lossOfLabels = labels;
    NativeArrays.write(numbers, gradientsFlattened, weights.count());
    Gradient gradient = new DefaultGradient();
    for (String key :
        List.of(DefaultParamInitializer.WEIGHT_KEY, DefaultParamInitializer.BIAS_KEY)) {
      gradient.gradientForVariable().put(key, gradientViews.get(key));
    }
    return new Pair<>(gradient, thinned ? thinnedError(manager) : error(manager));
  }

  private INDArray error(LayerWorkspaceMgr manager) {
    int rows = sequences * steps;
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATION_GRAD,
            DataType.FLOAT,
            new long[] {sequences, steps, weights.inputs},
            'c');
    float[] from = pass.dx;
    if (weights.inputs != weights.inputsPadded) {
      narrow = Blocks.room(narrow, rows * weights.inputs);
      Panels.respace(pass.dx, weights.inputsPadded, narrow, weights.inputs, rows);
      from = narrow;
    }
    NativeArrays.write(from, out, rows * weights.inputs);
    return channelsFirst() ? out.permute(0, 2, 1) : out;
  }

  private INDArray thinnedError(LayerWorkspaceMgr manager) {
    int rows = sequences * steps;
    int width = weights.inputs;
    narrow = Blocks.room(narrow, rows * width);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(pass.dx, row * weights.inputsPadded, narrow, byStep(row) * width, width);
    }
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, new long[] {rows, width}, 'c');
    NativeArrays.write(narrow, out, rows * width);
    return TimeSeriesUtils.reshape2dTo3d(
        backpropDropOutIfPresent(out), sequences, manager, ArrayType.ACTIVATION_GRAD);
  }

  @Override
  public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr manager) {
    if (!training || lossOfInput == null || lossOfInput != input || lossOfLabels != labels) {
      return super.computeScore(regularisation, training, manager);
    }
    score = (conf().isMiniBatch() ? loss / getInputMiniBatchSize() : loss) + regularisation;
    return score;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr manager) {
    if (!fits() || maskArray != null || training) {
      return super.activate(training, manager);
    }
    prepare(false);
    readInput();
    int rows = sequences * steps;
    float[] shares = new float[rows * weights.classes];
    pass.shares(weights, sequences, steps, shares);
    INDArray out =
        manager.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {sequences, steps, weights.classes},
            'c');
    NativeArrays.write(shares, out, rows * weights.classes);
    return channelsFirst() ? out.permute(0, 2, 1) : out;
  }

  @Override
  public void clear() {
    super.clear();
    lossOfInput = null;
    lossOfLabels = null;
  }
}
