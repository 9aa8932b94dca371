/**
 * Layers in the place of Deeplearning4j's: the same numbers, several times as fast.
 *
 * <p>Start at {@link lectern.lstm.fast.FastLayers}, which puts them into a network. A layer here is
 * thin: it copies between ND4J's memory and arrays, and leaves the work to a pass ({@link
 * lectern.lstm.fast.LstmForward}, {@link lectern.lstm.fast.LstmBackward}, {@link
 * lectern.lstm.fast.OutputPass}), which cuts a batch into {@link lectern.lstm.fast.Blocks} and
 * works on them with {@link lectern.lstm.fast.Kernels}. {@link lectern.lstm.fast.LastStepScorer}
 * answers without Deeplearning4j.
 */
package lectern.lstm.fast;
