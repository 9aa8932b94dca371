/**
 * Who will need what: the chance that a user buys in a topic soon, by Smile's classifiers, and
 * whether that beats the base rate.
 *
 * <p>Start at {@link lectern.needs.NeedsSample}: features before a cut-off and what was bought
 * after it. {@link lectern.needs.NeedsClassifier} learns from one, {@link
 * lectern.needs.NeedsEvaluation} judges it on a later one, {@link lectern.needs.ShuffledLabels}
 * against answers without meaning. Another question is another {@link lectern.needs.NeedsLabel}.
 */
package lectern.needs;
