/**
 * Reruns notebooks without a browser and compares what they show with what was committed.
 *
 * <p>Start at {@link lectern.review.NotebookRunner}: it runs a {@link lectern.review.Notebook} in a
 * fresh kernel, cells 1 to n in order, and gives back the notebook with its new outputs. {@link
 * lectern.review.Differences} tells what two runs show differently; {@link
 * lectern.review.CommittedRules} what a notebook must be to be committed. {@link
 * lectern.review.Main} is the command line of {@code ./lectern run}.
 */
package lectern.review;
