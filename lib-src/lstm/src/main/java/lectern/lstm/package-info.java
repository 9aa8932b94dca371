/**
 * Sequence models on Deeplearning4j: precision 3.3, 4.2 and 5.2.
 *
 * <p>Start at {@link lectern.lstm.LstmRecommender}: what a learner takes next. Nothing else in
 * Lectern loads Deeplearning4j's native libraries, and nothing here before the first model.
 */
package lectern.lstm;
