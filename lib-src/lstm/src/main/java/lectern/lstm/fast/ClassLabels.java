package lectern.lstm.fast;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Labels of Deeplearning4j as one class for each row: sequences × steps, sequence by sequence. */
final class ClassLabels {
  private float[] numbers;
  private int[] classes;

  /** Each row's class, −1 where a row has none, after {@link #read} said true. */
  int[] classes() {
    return classes;
  }

  /**
   * Reads them.
   *
   * @param channelsFirst whether they are sequences × classes × steps
   * @param sparse whether they are class numbers, sequences × 1 × steps
   * @return false when a row's labels are not a single 1 among zeros
   */
  boolean read(INDArray labels, boolean channelsFirst, boolean sparse, int count) {
    INDArray bySteps = NativeArrays.bySteps(labels, channelsFirst);
    int rows = (int) (bySteps.size(0) * bySteps.size(1));
    int width = (int) bySteps.size(2);
    numbers = Blocks.room(numbers, rows * width);
    NativeArrays.read(bySteps, numbers, rows * width);
    classes = classes == null || classes.length < rows ? new int[rows] : classes;
    return sparse ? numbers(rows, count) : oneHot(rows, width);
  }

  private boolean numbers(int rows, int count) {
    for (int row = 0; row < rows; row++) {
      classes[row] = (int) numbers[row];
      if (classes[row] < 0 || classes[row] >= count) {
        return false;
      }
    }
    return true;
  }

  private boolean oneHot(int rows, int width) {
    Arrays.fill(classes, 0, rows, -1);
    for (int i = 0; i < rows * width; i++) {
      if (numbers[i] != 0f) {
        if (numbers[i] != 1f || classes[i / width] >= 0) {
          return false;
        }
        classes[i / width] = i % width;
      }
    }
    return true;
  }
}
