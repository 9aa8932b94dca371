package lectern.lstm;

import java.util.Objects;

/**
 * How {@link InterestModel} is fitted.
 *
 * <pre>{@code InterestOptions.of(32).epochs(5).head(InterestModel.Head.AS_PRINTED) }</pre>
 *
 * @param embedding numbers that stand for a course in a history, 1 to 4096; 32 if unsaid
 * @param hidden numbers that stand for a learner, and for a course that is judged, 1 to 4096
 * @param length how many courses of a history it looks back on, 1 to 1000; 20 if unsaid
 * @param batch histories to a step, 1 to 100,000; 128 if unsaid
 * @param epochs how often it goes through all histories, 1 to 10,000; 8 if unsaid
 * @param learningRate of Adam, above 0; 0.005 if unsaid
 * @param negatives courses drawn at random beside each that was taken, 1 to 100; 1 if unsaid
 * @param head how learner and course meet; {@link InterestModel.Head#WITH_PRODUCT} if unsaid
 */
public record InterestOptions(
    int embedding,
    int hidden,
    int length,
    int batch,
    int epochs,
    double learningRate,
    int negatives,
    InterestModel.Head head) {
  public InterestOptions {
    Checks.between("embedding", embedding, 1, 4096);
    Checks.between("hidden", hidden, 1, 4096);
    Checks.between("length", length, 1, 1000);
    Checks.between("batch", batch, 1, 100_000);
    Checks.between("epochs", epochs, 1, 10_000);
    Checks.aboveZero("learningRate", learningRate);
    Checks.between("negatives", negatives, 1, 100);
    Objects.requireNonNull(head, "head");
  }

  /** So many numbers for a learner, everything else as said above. */
  public static InterestOptions of(int hidden) {
    return new InterestOptions(32, hidden, 20, 128, 8, 0.005, 1, InterestModel.Head.WITH_PRODUCT);
  }

  public InterestOptions embedding(int size) {
    return new InterestOptions(size, hidden, length, batch, epochs, learningRate, negatives, head);
  }

  public InterestOptions hidden(int size) {
    return new InterestOptions(
        embedding, size, length, batch, epochs, learningRate, negatives, head);
  }

  public InterestOptions length(int courses) {
    return new InterestOptions(
        embedding, hidden, courses, batch, epochs, learningRate, negatives, head);
  }

  public InterestOptions batch(int size) {
    return new InterestOptions(
        embedding, hidden, length, size, epochs, learningRate, negatives, head);
  }

  public InterestOptions epochs(int number) {
    return new InterestOptions(
        embedding, hidden, length, batch, number, learningRate, negatives, head);
  }

  public InterestOptions learningRate(double rate) {
    return new InterestOptions(embedding, hidden, length, batch, epochs, rate, negatives, head);
  }

  public InterestOptions negatives(int number) {
    return new InterestOptions(
        embedding, hidden, length, batch, epochs, learningRate, number, head);
  }

  public InterestOptions head(InterestModel.Head kind) {
    return new InterestOptions(
        embedding, hidden, length, batch, epochs, learningRate, negatives, kind);
  }
}
