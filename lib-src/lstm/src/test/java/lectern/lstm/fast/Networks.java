package lectern.lstm.fast;

import lectern.math.RandomStream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Networks and batches of chance for the tests: an embedding, an LSTM, a softmax at every step. */
final class Networks {
  /** What a network and its batches are like. */
  record Kind(
      int items,
      int embedding,
      int hidden,
      double keepIn,
      double keepOut,
      boolean oneHot,
      RNNFormat format,
      boolean truncated,
      Masks masks) {
    Kind masks(Masks other) {
      return new Kind(items, embedding, hidden, keepIn, keepOut, oneHot, format, truncated, other);
    }

    Kind keep(double in, double out) {
      return new Kind(items, embedding, hidden, in, out, oneHot, format, truncated, masks);
    }

    Kind oneHot(boolean wanted) {
      return new Kind(items, embedding, hidden, keepIn, keepOut, wanted, format, truncated, masks);
    }

    Kind format(RNNFormat other) {
      return new Kind(items, embedding, hidden, keepIn, keepOut, oneHot, other, truncated, masks);
    }

    Kind truncated(boolean wanted) {
      return new Kind(items, embedding, hidden, keepIn, keepOut, oneHot, format, wanted, masks);
    }
  }

  /** Which steps count. */
  enum Masks {
    NONE,
    /** Short sequences end early; told of labels alone. */
    LABELS_END_EARLY,
    /** The same, told of inputs too. */
    BOTH_END_EARLY,
    /** Short sequences begin late. */
    BOTH_BEGIN_LATE
  }

  private Networks() {}

  static Kind kind(int items, int embedding, int hidden) {
    return new Kind(items, embedding, hidden, 1, 1, false, RNNFormat.NCW, false, Masks.NONE);
  }

  static MultiLayerNetwork network(Kind kind, DataType type) {
    var memory =
        new LSTM.Builder()
            .nIn(kind.embedding())
            .nOut(kind.hidden())
            .activation(Activation.TANH)
            .dataFormat(kind.format());
    var output =
        new RnnOutputLayer.Builder(kind.oneHot() ? new LossMCXENT() : new LossSparseMCXENT())
            .nIn(kind.hidden())
            .nOut(kind.items())
            .activation(Activation.SOFTMAX)
            .dataFormat(kind.format());
    if (kind.keepIn() < 1) {
      memory.dropOut(new Dropout(kind.keepIn()));
    }
    if (kind.keepOut() < 1) {
      output.dropOut(new Dropout(kind.keepOut()));
    }
    var list =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .dataType(type)
            .updater(updater(kind))
            .list()
            .layer(
                new EmbeddingSequenceLayer.Builder()
                    .nIn(kind.items())
                    .nOut(kind.embedding())
                    .activation(Activation.IDENTITY)
                    .inferInputLength(true)
                    .outputDataFormat(kind.format())
                    .build())
            .layer(memory.build())
            .layer(output.build());
    if (kind.truncated()) {
      list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(3);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    network.setParams(start(network, type));
    return network;
  }

  /** Not Adam on wide layers: it magnifies the rounding of numbers whose gradient is nothing. */
  private static IUpdater updater(Kind kind) {
    return kind.hidden() > 64 ? new Sgd(0.2) : new Adam(0.001);
  }

  private static INDArray start(MultiLayerNetwork network, DataType type) {
    RandomStream random = RandomStream.of(5, "start");
    float[] numbers = new float[(int) network.numParams()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (0.3 * random.nextGaussian());
    }
    return Nd4j.createFromArray(numbers).castTo(type).reshape(1, numbers.length);
  }

  /** A batch whose targets can be learnt: each is the input doubled. */
  static DataSet batch(Kind kind, int sequences, int steps, RandomStream random) {
    boolean first = kind.format() == RNNFormat.NCW;
    INDArray inputs = Nd4j.zeros(DataType.FLOAT, sequences, 1, steps);
    int width = kind.oneHot() ? kind.items() : 1;
    INDArray labels =
        first
            ? Nd4j.zeros(DataType.FLOAT, sequences, width, steps)
            : Nd4j.zeros(DataType.FLOAT, sequences, steps, width);
    INDArray mask = Nd4j.zeros(DataType.FLOAT, sequences, steps);
    boolean late = kind.masks() == Masks.BOTH_BEGIN_LATE;
    for (int b = 0; b < sequences; b++) {
      int length = 1 + random.nextInt(steps);
      for (int t = 0; t < steps; t++) {
        int item = random.nextInt(kind.items());
        int next = 2 * item % kind.items();
        inputs.putScalar(new int[] {b, 0, t}, item);
        int place = kind.oneHot() ? next : 0;
        labels.putScalar(
            first ? new int[] {b, place, t} : new int[] {b, t, place}, kind.oneHot() ? 1 : next);
        mask.putScalar(b, t, (late ? t >= steps - length : t < length) ? 1 : 0);
      }
    }
    return switch (kind.masks()) {
      case NONE -> new DataSet(inputs, labels);
      case LABELS_END_EARLY -> new DataSet(inputs, labels, null, mask);
      case BOTH_END_EARLY, BOTH_BEGIN_LATE -> new DataSet(inputs, labels, mask, mask.dup());
    };
  }
}
