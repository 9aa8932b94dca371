package lectern.feature;

import lectern.display.UserError;

/**
 * How {@link TfIdf} weighs words.
 *
 * <pre>{@code TfIdfOptions.usual().sublinear(true).minDocuments(2) }</pre>
 *
 * @param tokenizer cuts texts into words; {@link Tokenizer#words()} if unsaid
 * @param sublinear whether a word that stands n times counts 1 + ln n instead of n; not if unsaid
 * @param smooth whether ln((1 + N) ÷ (1 + n)) + 1 is the weight of a word in n of N texts, or ln(N
 *     ÷ n) + 1; smooth if unsaid
 * @param normalised whether each text's weights are divided by the root of their squares' sum; so
 *     if unsaid
 * @param minDocuments words in fewer texts are left out, at least 1; 1 if unsaid
 * @param maxShare words in more than this share of the texts are left out, above 0 to 1; 1 if
 *     unsaid
 */
public record TfIdfOptions(
    Tokenizer tokenizer,
    boolean sublinear,
    boolean smooth,
    boolean normalised,
    int minDocuments,
    double maxShare) {
  public TfIdfOptions {
    if (minDocuments < 1) {
      throw new UserError("minDocuments must be at least 1, not " + minDocuments + ".");
    }
    if (!(maxShare > 0 && maxShare <= 1)) {
      throw new UserError("maxShare must be above 0 and at most 1, not " + maxShare + ".");
    }
  }

  /** Everything as said above: what scikit-learn's TfidfVectorizer does with these words. */
  public static TfIdfOptions usual() {
    return new TfIdfOptions(Tokenizer.words(), false, true, true, 1, 1);
  }

  public TfIdfOptions tokenizer(Tokenizer other) {
    return new TfIdfOptions(other, sublinear, smooth, normalised, minDocuments, maxShare);
  }

  public TfIdfOptions sublinear(boolean yes) {
    return new TfIdfOptions(tokenizer, yes, smooth, normalised, minDocuments, maxShare);
  }

  public TfIdfOptions smooth(boolean yes) {
    return new TfIdfOptions(tokenizer, sublinear, yes, normalised, minDocuments, maxShare);
  }

  public TfIdfOptions normalised(boolean yes) {
    return new TfIdfOptions(tokenizer, sublinear, smooth, yes, minDocuments, maxShare);
  }

  public TfIdfOptions minDocuments(int texts) {
    return new TfIdfOptions(tokenizer, sublinear, smooth, normalised, texts, maxShare);
  }

  public TfIdfOptions maxShare(double share) {
    return new TfIdfOptions(tokenizer, sublinear, smooth, normalised, minDocuments, share);
  }
}
