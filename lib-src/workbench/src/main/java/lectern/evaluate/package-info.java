/**
 * How good are suggestions: metrics that name their variant.
 *
 * <p>A {@link lectern.evaluate.ListMetric} judges one user's list of suggestions against the {@link
 * lectern.evaluate.ItemSet} the user really took; a {@link lectern.evaluate.ValueMetric} judges
 * predicted values. Both can be extended.
 */
package lectern.evaluate;
