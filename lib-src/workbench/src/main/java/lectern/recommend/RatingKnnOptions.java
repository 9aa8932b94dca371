package lectern.recommend;

/**
 * How {@link RatingKnn} predicts.
 *
 * <pre>{@code RatingKnnOptions.of(RatingKnn.Form.BASELINE).similarity(PEARSON_BASELINE).k(60) }
 * </pre>
 *
 * @param side whose neighbours: of users if unsaid
 * @param form what a neighbour's value is compared with
 * @param similarity {@link RatingKnn.Similarity#MSD} if unsaid
 * @param k at most so many neighbours, at least 1; 40 if unsaid
 * @param minNeighbours with fewer, neighbours do not count, at least 1; 1 if unsaid
 * @param minSupport two rows with fewer values in common have similarity 0, at least 1; 1 if unsaid
 * @param shrinkage of {@link RatingKnn.Similarity#PEARSON_BASELINE}, at least 0; 100 if unsaid
 */
public record RatingKnnOptions(
    RatingKnn.Side side,
    RatingKnn.Form form,
    RatingKnn.Similarity similarity,
    int k,
    int minNeighbours,
    int minSupport,
    double shrinkage) {
  public RatingKnnOptions {
    Checks.atLeastOne("k", k);
    Checks.atLeastOne("minNeighbours", minNeighbours);
    Checks.atLeastOne("minSupport", minSupport);
    Checks.notBelowZero("shrinkage", shrinkage);
  }

  /** This form, everything else as said above. */
  public static RatingKnnOptions of(RatingKnn.Form form) {
    return new RatingKnnOptions(
        RatingKnn.Side.USERS, form, RatingKnn.Similarity.MSD, 40, 1, 1, 100);
  }

  public RatingKnnOptions side(RatingKnn.Side whose) {
    return new RatingKnnOptions(whose, form, similarity, k, minNeighbours, minSupport, shrinkage);
  }

  public RatingKnnOptions similarity(RatingKnn.Similarity measure) {
    return new RatingKnnOptions(side, form, measure, k, minNeighbours, minSupport, shrinkage);
  }

  public RatingKnnOptions k(int neighbours) {
    return new RatingKnnOptions(
        side, form, similarity, neighbours, minNeighbours, minSupport, shrinkage);
  }

  public RatingKnnOptions minNeighbours(int least) {
    return new RatingKnnOptions(side, form, similarity, k, least, minSupport, shrinkage);
  }

  public RatingKnnOptions minSupport(int least) {
    return new RatingKnnOptions(side, form, similarity, k, minNeighbours, least, shrinkage);
  }

  public RatingKnnOptions shrinkage(double by) {
    return new RatingKnnOptions(side, form, similarity, k, minNeighbours, minSupport, by);
  }
}
