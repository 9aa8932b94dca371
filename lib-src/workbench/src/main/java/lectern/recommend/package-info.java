/**
 * Models that suggest items to users.
 *
 * <p>The contract is {@link lectern.recommend.Recommender}; models whose scores are ratings are
 * {@link lectern.recommend.RatingModel}s. One model a file: {@link lectern.recommend.Popularity}
 * (the baseline), {@link lectern.recommend.Biases}, {@link lectern.recommend.UserKnn}, {@link
 * lectern.recommend.RatingKnn}, {@link lectern.recommend.SlopeOne}, {@link
 * lectern.recommend.GradientMf}, {@link lectern.recommend.SgdMf}, {@link
 * lectern.recommend.ItemKnn}, {@link lectern.recommend.ContentBased} (of {@link
 * lectern.recommend.ItemFeatures}), {@link lectern.recommend.SegmentInterests}, {@link
 * lectern.recommend.CrossDomain}, {@link lectern.recommend.ImplicitAls}, {@link
 * lectern.recommend.ExplicitAls}, {@link lectern.recommend.Bpr}, {@link lectern.recommend.Ease}.
 * {@link lectern.recommend.Blend} mixes models, {@link lectern.recommend.Reranked} puts their lists
 * in another order. Models of what comes next are {@link lectern.recommend.SequenceRecommender}s:
 * {@link lectern.recommend.MarkovChain}, {@link lectern.recommend.SequenceRules}. {@link
 * lectern.recommend.SavedModels} reads any saved one. {@link
 * lectern.recommend.ListedCollaborativeFilter} is an article's listing as it stands. A new model
 * extends {@link lectern.recommend.FittedModel}, which keeps ids and provenance and saves, and
 * joins {@code RecommenderContractTest} with one more subclass.
 */
package lectern.recommend;
