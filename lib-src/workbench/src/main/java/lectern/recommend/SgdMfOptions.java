package lectern.recommend;

/**
 * How {@link SgdMf} is fitted: the choices of the article "omnichannel", 9.2.
 *
 * <pre>{@code SgdMfOptions.of(20).start(Start.ORTHOGONAL).penalty(Penalty.L1).batch(64) }</pre>
 *
 * <p>Unsaid, they are those of Surprise's SVD, but for the order: {@link #surprise()}.
 *
 * @param factors f, at least 1; 100 in {@link #surprise()}
 * @param epochs how often all values are used, at least 1; 20 if unsaid
 * @param learningRate η, above 0; 0.005 if unsaid
 * @param decay of the rate, η / (1 + decay × epoch), at least 0; 0 if unsaid
 * @param penalty what keeps numbers small; the sum of squares (L2) if unsaid
 * @param regularisation λ, at least 0; 0.02 if unsaid
 * @param objective what is made small; squared errors if unsaid
 * @param satisfaction a of {@link SgdMf.Objective#SATISFACTION}, at least 0; 1 if unsaid
 * @param start how factors begin; normal if unsaid
 * @param startDeviation standard deviation of the start, at least 0; 0.1 if unsaid
 * @param batch how many values make a step, at least 1, or {@link #FULL}; 1 if unsaid
 * @param biased whether μ and biases are part of it; they are if unsaid
 * @param shuffled whether each epoch has a random order of its own, or all go user by user;
 *     shuffled if unsaid
 */
public record SgdMfOptions(
    int factors,
    int epochs,
    double learningRate,
    double decay,
    SgdMf.Penalty penalty,
    double regularisation,
    SgdMf.Objective objective,
    double satisfaction,
    SgdMf.Start start,
    double startDeviation,
    int batch,
    boolean biased,
    boolean shuffled) {
  /** All values in one step. */
  public static final int FULL = Integer.MAX_VALUE;

  public SgdMfOptions {
    Checks.atLeastOne("factors", factors);
    Checks.atLeastOne("epochs", epochs);
    Checks.aboveZero("learningRate", learningRate);
    Checks.notBelowZero("decay", decay);
    Checks.notBelowZero("regularisation", regularisation);
    Checks.notBelowZero("satisfaction", satisfaction);
    Checks.notBelowZero("startDeviation", startDeviation);
    Checks.atLeastOne("batch", batch);
  }

  /** So many factors, everything else as said above. */
  public static SgdMfOptions of(int factors) {
    return new SgdMfOptions(
        factors,
        20,
        0.005,
        0,
        SgdMf.Penalty.L2,
        0.02,
        SgdMf.Objective.SQUARED,
        1,
        SgdMf.Start.NORMAL,
        0.1,
        1,
        true,
        true);
  }

  /** The defaults of Surprise's SVD: 100 factors, user by user. */
  public static SgdMfOptions surprise() {
    return of(100).shuffled(false);
  }

  public SgdMfOptions factors(int number) {
    return new SgdMfOptions(
        number,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions epochs(int number) {
    return new SgdMfOptions(
        factors,
        number,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions learningRate(double rate) {
    return new SgdMfOptions(
        factors,
        epochs,
        rate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions decay(double by) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        by,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions penalty(SgdMf.Penalty kind) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        kind,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions regularisation(double lambda) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        lambda,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions objective(SgdMf.Objective goal) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        goal,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions satisfaction(double weight) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        weight,
        start,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions start(SgdMf.Start kind) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        kind,
        startDeviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions startDeviation(double deviation) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        deviation,
        batch,
        biased,
        shuffled);
  }

  public SgdMfOptions batch(int size) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        size,
        biased,
        shuffled);
  }

  public SgdMfOptions biased(boolean wanted) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        wanted,
        shuffled);
  }

  public SgdMfOptions shuffled(boolean wanted) {
    return new SgdMfOptions(
        factors,
        epochs,
        learningRate,
        decay,
        penalty,
        regularisation,
        objective,
        satisfaction,
        start,
        startDeviation,
        batch,
        biased,
        wanted);
  }
}
