/**
 * What is known of each user, as numbers: from events to rows that a clustering or a classifier can
 * use.
 *
 * <p>Start at {@link lectern.feature.FeatureExtraction}: it takes a log and a cut-off time, and
 * gives {@link lectern.feature.UserFeatures} from what happened before. A further feature is a
 * {@link lectern.feature.FeatureExtractor}. Of a log of which little is known, {@link
 * lectern.feature.AvailableFeatures} makes what it can. {@link lectern.feature.LogScale} shortens
 * long tails, {@link lectern.feature.Scaler} brings columns to one scale, {@link
 * lectern.feature.RfmScores} to scores from 1 to 5; {@link lectern.feature.UserScores} rates
 * satisfaction and loyalty, with intervals; {@link lectern.feature.TfIdf} turns Chinese and English
 * titles into weighted words.
 */
package lectern.feature;
