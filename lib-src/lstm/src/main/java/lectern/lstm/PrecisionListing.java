package lectern.lstm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.math.RandomStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the listing of precision 5.2 does, step by step, until the step that fails.
 *
 * <pre>{@code PrecisionListing.run(Table.read().csv("user_behavior.csv"), 7, Progress.shown()) }
 * </pre>
 *
 * <p>In order: a users × courses matrix of behaviours ({@link ListingMatrix}: ids must be 1, 2, 3,
 * … without a gap, behaviours must be numbers); an embedding of 16 numbers whose row is looked up
 * by the behaviour, not by the course; an LSTM of 32 units over the matrix's row, one step a
 * course, in the order of course ids, which is no order in time; one logistic output. Labels are
 * thrown at random, so there is nothing to learn. It trains for 10 epochs in batches of 32, and
 * then asks for predictions on the first 1,000 users and the first 1,000 courses of the data it was
 * trained on, which a network for another number of courses refuses.
 *
 * <p>At last it calls "accuracy" the share of predictions p with p = [p &gt; 0.5], true only of
 * predictions that are exactly 0 or 1. {@link #accuracyMeant} compares [p &gt; 0.5] with the
 * labels.
 *
 * <p>Rebuilt from its steps and shapes; no Python runs. The network's numbers come from our random
 * streams, not from TensorFlow's, so only what does not depend on them can be compared. Use {@link
 * InterestModel} for the model that was meant.
 *
 * @param steps what happened, up to the step that fails
 * @param users rows of the matrix, 0 before it is there
 * @param courses its columns
 * @param losses the loss of each epoch, empty if it did not get there
 * @param predictions one for each row of the test data, empty if it did not get there
 * @param accuracy the listing's last number, NaN if it did not get there
 * @param accuracyMeant the share of predictions on the right side of 0.5; NaN likewise
 */
public record PrecisionListing(
    List<Step> steps,
    int users,
    int courses,
    double[] losses,
    float[] predictions,
    double accuracy,
    double accuracyMeant)
    implements Displayable {
  private static final int EPOCHS = 10;
  private static final int BATCH = 32;
  private static final int TESTED = 1000;

  /**
   * One step of the listing.
   *
   * @param what the step
   * @param done false for the one that fails, which is the last
   * @param result what it gives, or why it fails
   */
  public record Step(String what, boolean done, String result) {}

  public PrecisionListing {
    steps = List.copyOf(steps);
    losses = losses.clone();
    predictions = predictions.clone();
  }

  @Override
  public double[] losses() {
    return losses.clone();
  }

  @Override
  public float[] predictions() {
    return predictions.clone();
  }

  /** True if every step gives something. */
  public boolean runs() {
    return steps.get(steps.size() - 1).done();
  }

  /**
   * Runs it.
   *
   * @param behaviour the columns user_id, course_id and behavior_type, and maybe others
   * @throws lectern.display.UserError if one of the columns is missing
   */
  public static PrecisionListing run(Table behaviour, long seed, Progress progress) {
    return new Run(seed).of(behaviour, progress);
  }

  /** One run, which collects what happens. */
  private static final class Run {
    private final long seed;
    private final List<Step> steps = new ArrayList<>();
    private int users;
    private int courses;
    private double[] losses = {};
    private float[] predictions = {};
    private double accuracy = Double.NaN;
    private double meant = Double.NaN;

    Run(long seed) {
      this.seed = seed;
    }

    PrecisionListing of(Table behaviour, Progress progress) {
      users = ListingMatrix.distinct(behaviour, ListingMatrix.USER);
      courses = ListingMatrix.distinct(behaviour, ListingMatrix.COURSE);
      int types = ListingMatrix.distinct(behaviour, ListingMatrix.TYPE);
      done(
          "read and count",
          "%d lines, %d users, %d courses, %d kinds of behaviour",
          behaviour.rowCount(),
          users,
          courses,
          types);
      try {
        goOn(behaviour, progress);
      } catch (ListingMatrix.Failed e) {
        steps.add(new Step("fill the matrix", false, e.getMessage()));
      }
      return new PrecisionListing(steps, users, courses, losses, predictions, accuracy, meant);
    }

    private void goOn(Table behaviour, Progress progress) throws ListingMatrix.Failed {
      ListingMatrix matrix = ListingMatrix.fill(behaviour);
      done(
          "fill the matrix",
          "(%d, %d); lines over earlier ones: %d; ids counted from the end: %d",
          users,
          courses,
          matrix.overwritten(),
          matrix.wrapped());
      done(
          "build the model",
          "(n, %d) → embedding (n, %d, %d) → LSTM (n, %d) → logistic (n, 1)",
          courses,
          courses,
          ListingNetwork.EMBEDDING,
          ListingNetwork.UNITS);
      float[] labels = labels();
      done("throw the labels", "(%d, 1) of 0 and 1, of chance", users);
      String outside = outside(matrix.values());
      if (!outside.isEmpty()) {
        steps.add(new Step("train", false, outside));
        return;
      }
      ListingNetwork network = new ListingNetwork(courses, seed);
      train(network, matrix.values(), labels, progress);
      done(
          "train",
          "%d epochs in batches of %d, loss %.4f to %.4f (that of a thrown coin: 0.6931)",
          EPOCHS,
          BATCH,
          losses[0],
          losses[EPOCHS - 1]);
      test(network, matrix.values(), labels);
    }

    private float[] labels() {
      RandomStream random = RandomStream.of(seed, "listing", "labels");
      float[] labels = new float[users];
      for (int u = 0; u < users; u++) {
        labels[u] = random.nextInt(2);
      }
      return labels;
    }

    /** A behaviour that is no row of the embedding. */
    private String outside(double[][] values) {
      for (int u = 0; u < users; u++) {
        for (int c = 0; c < courses; c++) {
          int row = (int) values[u][c];
          if (row < 0 || row >= courses) {
            return String.format(
                Locale.ROOT,
                "the behaviour %d of user %d is no row of the embedding, which has 0 to %d",
                row,
                u + 1,
                courses - 1);
          }
        }
      }
      return "";
    }

    private void train(
        ListingNetwork network, double[][] values, float[] labels, Progress progress) {
      RandomStream order = RandomStream.of(seed, "listing", "order");
      losses = new double[EPOCHS];
      try (var task = progress.begin("the listing's LSTM", (long) EPOCHS * users)) {
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
          int[] rows = order.permutation(users);
          for (int from = 0; from < users; from += BATCH) {
            int to = Math.min(users, from + BATCH);
            int[] some = Arrays.copyOfRange(rows, from, to);
            losses[epoch] += network.step(values, some, labels) * some.length / users;
            task.at(
                (long) epoch * users + to,
                String.format(Locale.ROOT, "epoch %d of %d", epoch + 1, EPOCHS));
          }
        }
      }
    }

    private void test(ListingNetwork network, double[][] values, float[] labels) {
      int rows = Math.min(TESTED, users);
      int columns = Math.min(TESTED, courses);
      done("cut the test data", "(%d, %d), out of what was trained on", rows, columns);
      if (columns != courses) {
        steps.add(
            new Step(
                "predict",
                false,
                "the model takes rows of " + courses + " courses, and these have " + columns));
        return;
      }
      predictions = network.predict(values, IntStream.range(0, rows).toArray());
      done("predict", "(%d, 1), each above 0 and below 1", rows);
      int same = 0;
      int right = 0;
      for (int u = 0; u < rows; u++) {
        float side = predictions[u] > 0.5f ? 1 : 0;
        same += predictions[u] == side ? 1 : 0;
        right += labels[u] == side ? 1 : 0;
      }
      accuracy = same / (double) rows;
      meant = right / (double) rows;
      done(
          "print the accuracy",
          "%s: the share of predictions that are exactly 0 or 1; of those on the right side of 0.5:"
              + " %.3f",
          accuracy,
          meant);
    }

    private void done(String what, String format, Object... values) {
      steps.add(new Step(what, true, String.format(Locale.ROOT, format, values)));
    }
  }

  /** A line a step. */
  public Table table() {
    StringColumn what = StringColumn.create("step");
    StringColumn done = StringColumn.create("done");
    StringColumn result = StringColumn.create("result");
    for (Step step : steps) {
      what.append(step.what());
      done.append(step.done() ? "yes" : "FAILS");
      result.append(step.result());
    }
    return Table.create("precision 5.2, step by step", what, done, result);
  }

  @Override
  public String toString() {
    Step last = steps.get(steps.size() - 1);
    return "The listing of precision 5.2 "
        + (last.done() ? "runs to its end. " : "stops at \"" + last.what() + "\": ")
        + last.result();
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), table());
  }
}
