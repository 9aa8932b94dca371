/**
 * Marketing of courses: scores of engagement and community, strategies under a budget, channels,
 * goals, effects, and the loop that joins them.
 *
 * <ul>
 *   <li>Scores (community 4): {@link lectern.market.Engagement}, {@link
 *       lectern.market.RecommendationValue}, {@link lectern.market.CommunityActivity}; measured by
 *       {@link lectern.market.EngagementParts}, weights by {@link lectern.market.ScoreFit}, what
 *       they decide by {@link lectern.market.ScoreSensitivity}, what they foretell by {@link
 *       lectern.market.ScoreForecast}, and of whole communities {@link
 *       lectern.market.CommunityScores}.
 *   <li>Community: {@link lectern.market.OpinionLeaders} of a {@link lectern.market.ReplyGraph},
 *       and the {@link lectern.market.ReferralTree}.
 *   <li>Strategies (crossover 4): {@link lectern.market.StrategyScores} make a {@link
 *       lectern.market.StrategyProblem}, {@link lectern.market.StrategySolver} gives a {@link
 *       lectern.market.StrategyPlan}.
 *   <li>Campaigns (crossplatform 3.3, omnichannel 3.2): a {@link lectern.market.Goal} with {@link
 *       lectern.market.GoalForecast} and {@link lectern.market.GoalTracking}; {@link
 *       lectern.market.ChannelResponse} for {@link lectern.market.ChannelChoice} and {@link
 *       lectern.market.AdPlacement}; {@link lectern.market.EffectReport} and {@link
 *       lectern.market.Uplift} of what was done.
 *   <li>Behaviour (precision 4.1): {@link lectern.market.NextEventData} of a log, adverts and
 *       friends for a {@link lectern.market.NextEventModel}; {@link
 *       lectern.market.NextEventAblation} tells what each group of columns is worth.
 *   <li>The loop (precision 2, community 8.3): {@link lectern.market.Loop} runs several {@link
 *       lectern.market.LoopPolicy}s week by week on simulated platforms and gives {@link
 *       lectern.market.LoopResults}. Extension point: a {@link lectern.market.LoopStage} of your
 *       own between those of {@link lectern.market.LoopStages}.
 * </ul>
 */
package lectern.market;
