package lectern.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.math.RandomStream;

/**
 * Training steps of an LSTM that predicts the next item, beside PyTorch: from the same numbers, on
 * the same batches, with as many steps of Adam.
 */
final class LstmBench implements SpeedBench {
  static final int EMBEDDING = 64;
  static final int BATCH = 64;
  static final int LENGTH = 20;
  static final int BATCHES = 30;

  /** Sizes and the least speed as a share of PyTorch's. */
  private static final List<Steps> WORKS =
      List.of(new Steps(500, 64, 0.73), new Steps(3321, 64, 1.3), new Steps(500, 128, 0.63));

  @Override
  public String name() {
    return "lstm";
  }

  @Override
  public String about() {
    return "training an LSTM (float32) beside PyTorch, of which it fetches some 5 GB";
  }

  @Override
  public boolean onlyByName() {
    return true;
  }

  @Override
  public String peerName() {
    return "PyTorch";
  }

  @Override
  public String environment() {
    return "bench-lstm-python";
  }

  @Override
  public Optional<Class<?>> jmh() {
    return Optional.empty();
  }

  @Override
  public double limit(Work work) {
    return 1 / ((Steps) work).leastSpeed();
  }

  /** Two ways of adding up in single precision, and Adam's ε at another place. */
  @Override
  public double lossTolerance() {
    return 1e-3;
  }

  @Override
  public List<Work> works() {
    return List.copyOf(WORKS);
  }

  /** So many batches once. */
  record Steps(int items, int hidden, double leastSpeed) implements Work {
    @Override
    public String name() {
      return items + "-" + hidden;
    }

    @Override
    public String protocol() {
      return items
          + " items, embedding "
          + EMBEDDING
          + ", "
          + hidden
          + " hidden, "
          + BATCHES
          + " batches of "
          + BATCH
          + " sequences x "
          + LENGTH
          + " steps, float32, Adam 0.001 from the same numbers; timed: all batches, "
          + BATCHES * BATCH
          + " sequences";
    }

    int numbers() {
      return items * EMBEDDING + 4 * hidden * (EMBEDDING + hidden + 1) + items * (hidden + 1);
    }

    /** Inputs and targets whose order can be learnt, and where both sides begin. */
    @Override
    public void write(Path folder) throws IOException {
      RandomStream random = RandomStream.of(1, "bench", "lstm");
      int[] inputs = new int[BATCHES * BATCH * LENGTH];
      int[] targets = new int[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = random.nextInt(items);
        targets[i] = (7 * inputs[i] + random.nextInt(20)) % items;
      }
      double[] start = new double[numbers()];
      for (int i = 0; i < start.length; i++) {
        start[i] = (float) (0.1 * random.nextGaussian());
      }
      Folders.write(
          folder.resolve("shape.i4"), new int[] {items, EMBEDDING, hidden, BATCHES, BATCH, LENGTH});
      Folders.write(folder.resolve("inputs.i4"), inputs);
      Folders.write(folder.resolve("targets.i4"), targets);
      Folders.write(folder.resolve("start.f8"), start);
    }

    @Override
    public Attempt ours(Path folder) throws IOException {
      return new LstmSteps(
          this,
          Folders.ints(folder.resolve("inputs.i4")),
          Folders.ints(folder.resolve("targets.i4")),
          Folders.doubles(folder.resolve("start.f8")));
    }
  }
}
