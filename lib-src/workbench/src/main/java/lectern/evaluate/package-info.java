/**
 * How good are suggestions: splits, metrics that name their variant, intervals, paired tests.
 *
 * <p>Start at {@link lectern.evaluate.Evaluation}: with a {@link lectern.evaluate.Split} of the
 * data and fitted models it gives {@link lectern.evaluate.Results}, which show themselves as a
 * table with intervals and the protocol line that the numbers belong to, and compare models by
 * {@link lectern.evaluate.PairedComparison} with {@link lectern.evaluate.Holm}'s correction.
 *
 * <pre>{@code
 * var split = Split.leaveLastOut(data);
 * var results = Evaluation.of("MovieLens 100K", split).at(10).seed(7)
 *     .run(Popularity.fit(split.train()), UserKnn.fit(split.train(), new UserKnn.Options(40)));
 * results.compare("NDCG@10", "popularity");
 * }</pre>
 *
 * <p>More splits: {@link lectern.evaluate.Folds} with {@link lectern.evaluate.CrossValidation}, new
 * items by {@link lectern.evaluate.ColdItems}, users new to a domain by {@link
 * lectern.evaluate.ColdInDomain}. What all lists do together: {@link
 * lectern.evaluate.SuggestedLists}, {@link lectern.evaluate.Exposure}, {@link
 * lectern.evaluate.GroupGap}, with {@link lectern.evaluate.Groups}.
 *
 * <p>Yours to extend: a {@link lectern.evaluate.ListMetric} judges one user's list of suggestions
 * against the {@link lectern.evaluate.ItemSet} the user really took; a {@link
 * lectern.evaluate.ValueMetric} judges predicted values; {@link lectern.evaluate.Split#of} takes
 * any split.
 */
package lectern.evaluate;
