package lectern.lstm.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import lectern.data.Sha256;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

/**
 * The passes as checksums of their bits, written down once: every Java, machine and number of
 * threads must reach them.
 */
class SameBitsTest {
  private static float[] random(int length, String name) {
    RandomStream random = RandomStream.of(13, "same bits", name);
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static String sum(float[]... arrays) {
    Sha256 sum = new Sha256();
    for (float[] array : arrays) {
      for (float number : array) {
        sum.add(Float.floatToRawIntBits(number));
      }
    }
    return sum.hex().substring(0, 16);
  }

  private static String lstm() {
    LstmWeights weights = new LstmWeights(20, 70);
    float[] numbers = random(weights.count(), "lstm");
    weights.pack(numbers, true);
    LstmForward forward = new LstmForward();
    forward.room(weights, 50, 6);
    Panels.respace(random(50 * 6 * 20, "x"), 20, forward.x, weights.inputsPadded, 300);
    forward.run(weights, null);
    LstmBackward backward = new LstmBackward();
    backward.room(weights, forward);
    Panels.respace(random(50 * 6 * 70, "dh"), 70, backward.dh, weights.hiddenPadded, 300);
    float[] gradient = new float[weights.count()];
    backward.run(weights, forward, gradient);
    return sum(
        Arrays.copyOf(forward.h, 300 * weights.hiddenPadded),
        gradient,
        Arrays.copyOf(backward.dx, 300 * weights.inputsPadded));
  }

  private static String output() {
    OutputWeights weights = new OutputWeights(30, 200);
    weights.pack(random(weights.count(), "output"), true);
    OutputPass pass = new OutputPass();
    pass.room(weights, 300);
    Panels.respace(random(300 * 30, "x"), 30, pass.x, weights.inputsPadded, 300);
    RandomStream random = RandomStream.of(13, "same bits", "wanted");
    int[] wanted = new int[300];
    Arrays.setAll(wanted, row -> random.nextInt(200));
    float[] gradient = new float[weights.count()];
    double loss = pass.back(weights, 50, 6, wanted, null, gradient);
    return sum(gradient, new float[] {(float) loss}, Arrays.copyOf(pass.dx, 300 * 64));
  }

  @Test
  void theLstm() {
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals("016bb16706913e6c", Parallel.withThreads(threads, SameBitsTest::lstm));
    }
  }

  @Test
  void theOutput() {
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals("3a19d6d090be6a65", Parallel.withThreads(threads, SameBitsTest::output));
    }
  }
}
