package lectern.feature;

/**
 * One kind of features: numbers for each user from what had happened at a cut-off time.
 *
 * <p>The rows are the users of the history, in its order. The columns may depend on the extractor's
 * settings and on the log's names and attributes, not on the events, so that two cut-offs of one
 * log give the same columns.
 */
@FunctionalInterface
public interface FeatureExtractor {
  /** The features of all users of the history. */
  UserFeatures extract(UserHistory history);
}
