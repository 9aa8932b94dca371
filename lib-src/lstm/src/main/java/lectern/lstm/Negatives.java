package lectern.lstm;

import lectern.math.RandomStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Puts courses that did not come beside those that did: each history stands once with the courses
 * that came next, and so many times with others drawn evenly from all but that one.
 */
record Negatives(int items, int count) {
  /** One course that is not the one that came. */
  int draw(int came, RandomStream random) {
    int drawn = random.nextInt(items - 1);
    return drawn < came ? drawn : drawn + 1;
  }

  /** As Deeplearning4j takes it: histories, courses to be judged, 1 or 0, what counts. */
  MultiDataSet toDataSet(SequenceBatch batch, RandomStream random) {
    int cells = batch.rows() * batch.steps();
    int copies = 1 + count;
    float[] inputs = new float[copies * cells];
    float[] judged = new float[copies * cells];
    float[] labels = new float[copies * cells];
    float[] counts = new float[copies * cells];
    for (int copy = 0; copy < copies; copy++) {
      System.arraycopy(batch.inputs(), 0, inputs, copy * cells, cells);
      System.arraycopy(batch.counts(), 0, counts, copy * cells, cells);
      for (int cell = 0; cell < cells; cell++) {
        int came = (int) batch.targets()[cell];
        boolean taken = copy == 0 || batch.counts()[cell] == 0;
        judged[copy * cells + cell] = taken ? came : draw(came, random);
        labels[copy * cells + cell] = copy == 0 ? 1 : 0;
      }
    }
    long[] shape = {(long) copies * batch.rows(), 1, batch.steps()};
    return new MultiDataSet(
        new INDArray[] {
          Nd4j.createFromArray(inputs).reshape(shape), Nd4j.createFromArray(judged).reshape(shape)
        },
        new INDArray[] {Nd4j.createFromArray(labels).reshape(shape)},
        null,
        new INDArray[] {Nd4j.createFromArray(counts).reshape(shape[0], shape[2])});
  }
}
