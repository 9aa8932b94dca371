package lectern.bench;

import java.util.ArrayList;
import java.util.List;
import lectern.lstm.fast.FastLayers;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/** Our side of {@link LstmBench}: Deeplearning4j with our layers in it. */
final class LstmSteps implements Work.Attempt {
  private final MultiLayerNetwork network;
  private final List<DataSet> batches = new ArrayList<>();
  private final INDArray start;

  LstmSteps(LstmBench.Steps sizes, int[] inputs, int[] targets, double[] numbers) {
    network = new MultiLayerNetwork(configuration(sizes));
    network.init();
    FastLayers.Attached attached = FastLayers.attach(network);
    if (attached.fast().size() != 3) {
      throw new IllegalStateException(attached.toString());
    }
    float[] first = new float[numbers.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = (float) numbers[i];
    }
    start = Nd4j.createFromArray(first).reshape(1, first.length);
    int cells = LstmBench.BATCH * LstmBench.LENGTH;
    for (int batch = 0; batch < LstmBench.BATCHES; batch++) {
      batches.add(
          new DataSet(cube(inputs, batch * cells, cells), cube(targets, batch * cells, cells)));
    }
  }

  private static MultiLayerConfiguration configuration(LstmBench.Steps sizes) {
    return new NeuralNetConfiguration.Builder()
        .updater(new Adam(0.001))
        .list()
        .layer(
            new EmbeddingSequenceLayer.Builder()
                .nIn(sizes.items())
                .nOut(LstmBench.EMBEDDING)
                .activation(Activation.IDENTITY)
                .inferInputLength(true)
                .outputDataFormat(RNNFormat.NCW)
                .build())
        .layer(
            new LSTM.Builder()
                .nIn(LstmBench.EMBEDDING)
                .nOut(sizes.hidden())
                .activation(Activation.TANH)
                .dataFormat(RNNFormat.NCW)
                .build())
        .layer(
            new RnnOutputLayer.Builder(new LossSparseMCXENT())
                .nIn(sizes.hidden())
                .nOut(sizes.items())
                .activation(Activation.SOFTMAX)
                .dataFormat(RNNFormat.NCW)
                .build())
        .build();
  }

  private static INDArray cube(int[] numbers, int from, int count) {
    float[] some = new float[count];
    for (int i = 0; i < count; i++) {
      some[i] = numbers[from + i];
    }
    return Nd4j.createFromArray(some).reshape(LstmBench.BATCH, 1, LstmBench.LENGTH);
  }

  /** From the start, with Adam's averages at zero again. */
  @Override
  public void run() {
    network.setParams(start);
    network.getUpdater().getStateViewArray().assign(0);
    network.setIterationCount(0);
    for (DataSet batch : batches) {
      network.fit(batch);
    }
  }

  /** The mean loss of a step of the last batch, before its update. */
  @Override
  public double loss() {
    return network.score() / LstmBench.LENGTH;
  }
}
