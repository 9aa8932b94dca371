/**
 * Sequence models on Deeplearning4j: precision 3.3, 4.2 and 5.2.
 *
 * <p>{@link lectern.lstm.LstmRecommender} says what a learner takes next, {@link
 * lectern.lstm.InterestModel} how likely a course is it, with probabilities that are checked, and
 * {@link lectern.lstm.PrecisionListing} what the article's own program does, step by step. A
 * network is a configuration of Deeplearning4j in a class of its own ({@link
 * lectern.lstm.NextCourseNetwork}, {@link lectern.lstm.InterestNetwork}); a fit is another; {@link
 * lectern.lstm.Windows} cuts histories into what both learn from. The layers under them are those
 * of {@link lectern.lstm.fast.FastLayers}.
 *
 * <p>Nothing else in Lectern loads Deeplearning4j's native libraries, and nothing here before the
 * first model: they are unpacked once, into .lectern/javacpp, which takes some seconds.
 */
package lectern.lstm;
