package lectern.lstm;

/**
 * How {@link LstmRecommender} is fitted.
 *
 * <pre>{@code LstmOptions.of(64).epochs(5).dropoutIn(0).dropoutOut(0.1) }</pre>
 *
 * @param embedding numbers that stand for a course, 1 to 4096; 64 if unsaid
 * @param hidden numbers that the LSTM remembers, 1 to 4096
 * @param length how many courses of a history it looks back on, 1 to 1000; 20 if unsaid. Longer
 *     histories are learnt from piece by piece
 * @param batch histories to a step, 1 to 100,000; 256 if unsaid
 * @param epochs how often it goes through all histories at most, 1 to 10,000; 12 if unsaid
 * @param learningRate of Adam, above 0; 0.003 if unsaid
 * @param dropoutIn share of the embedding's numbers that are set to 0 while it learns, from 0 to
 *     below 1; 0.3 if unsaid. (Deeplearning4j counts the other way round: the share that is kept)
 * @param dropoutOut the same of the LSTM's numbers before the output; 0.3 if unsaid
 * @param patience epochs without a better NDCG@10 on the last course of up to 5,000 histories,
 *     which it then does not learn from, before it stops and takes the best epoch; 0 learns from
 *     everything for all epochs; 3 if unsaid
 * @param fieldEmbedding numbers that stand for a course's field where fields are given, 0 to 4096;
 *     0 leaves fields out; 16 if unsaid
 */
public record LstmOptions(
    int embedding,
    int hidden,
    int length,
    int batch,
    int epochs,
    double learningRate,
    double dropoutIn,
    double dropoutOut,
    int patience,
    int fieldEmbedding) {
  public LstmOptions {
    Checks.between("embedding", embedding, 1, 4096);
    Checks.between("hidden", hidden, 1, 4096);
    Checks.between("length", length, 1, 1000);
    Checks.between("batch", batch, 1, 100_000);
    Checks.between("epochs", epochs, 1, 10_000);
    Checks.aboveZero("learningRate", learningRate);
    Checks.dropout("dropoutIn", dropoutIn);
    Checks.dropout("dropoutOut", dropoutOut);
    Checks.between("patience", patience, 0, 10_000);
    Checks.between("fieldEmbedding", fieldEmbedding, 0, 4096);
  }

  /** So many numbers remembered, everything else as said above. */
  public static LstmOptions of(int hidden) {
    return new LstmOptions(64, hidden, 20, 256, 12, 0.003, 0.3, 0.3, 3, 16);
  }

  public LstmOptions embedding(int size) {
    return new LstmOptions(
        size,
        hidden,
        length,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions hidden(int size) {
    return new LstmOptions(
        embedding,
        size,
        length,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions length(int courses) {
    return new LstmOptions(
        embedding,
        hidden,
        courses,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions batch(int size) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        size,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions epochs(int number) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        number,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions learningRate(double rate) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        epochs,
        rate,
        dropoutIn,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions dropoutIn(double share) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        epochs,
        learningRate,
        share,
        dropoutOut,
        patience,
        fieldEmbedding);
  }

  public LstmOptions dropoutOut(double share) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        share,
        patience,
        fieldEmbedding);
  }

  public LstmOptions patience(int number) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        number,
        fieldEmbedding);
  }

  public LstmOptions fieldEmbedding(int size) {
    return new LstmOptions(
        embedding,
        hidden,
        length,
        batch,
        epochs,
        learningRate,
        dropoutIn,
        dropoutOut,
        patience,
        size);
  }
}
