package lectern.recommend;

/**
 * How {@link ItemKnn} scores.
 *
 * @param similarity cosine if unsaid
 * @param k how many neighbours of an item are kept, at least 1; 200 if unsaid
 * @param neighbours of the suggested item, if unsaid
 * @param scoring sum if unsaid
 * @param values whether values count as they are, or every cell as 1: as 1 if unsaid
 * @param shrinkage added below the fraction of the similarity, at least 0; 0 if unsaid. It pulls
 *     items that few users have towards 0, and does nothing to {@link ItemKnn.Similarity#PRINTED}
 */
public record ItemKnnOptions(
    ItemKnn.Similarity similarity,
    int k,
    ItemKnn.Neighbours neighbours,
    ItemKnn.Scoring scoring,
    boolean values,
    double shrinkage) {
  public ItemKnnOptions {
    Checks.atLeastOne("k", k);
    Checks.notBelowZero("shrinkage", shrinkage);
  }

  /** So many neighbours, everything else as said above. */
  public static ItemKnnOptions of(int k) {
    return new ItemKnnOptions(
        ItemKnn.Similarity.COSINE,
        k,
        ItemKnn.Neighbours.OF_THE_SUGGESTED,
        ItemKnn.Scoring.SUM,
        false,
        0);
  }

  /** The article "crossplatform", 4.1, to the letter: its similarity, and a sum over N(j). */
  public static ItemKnnOptions crossplatform(int k) {
    return of(k).similarity(ItemKnn.Similarity.PRINTED).values(true);
  }

  public ItemKnnOptions similarity(ItemKnn.Similarity measure) {
    return new ItemKnnOptions(measure, k, neighbours, scoring, values, shrinkage);
  }

  public ItemKnnOptions neighbours(ItemKnn.Neighbours whose) {
    return new ItemKnnOptions(similarity, k, whose, scoring, values, shrinkage);
  }

  public ItemKnnOptions scoring(ItemKnn.Scoring how) {
    return new ItemKnnOptions(similarity, k, neighbours, how, values, shrinkage);
  }

  public ItemKnnOptions values(boolean count) {
    return new ItemKnnOptions(similarity, k, neighbours, scoring, count, shrinkage);
  }

  public ItemKnnOptions shrinkage(double by) {
    return new ItemKnnOptions(similarity, k, neighbours, scoring, values, by);
  }
}
