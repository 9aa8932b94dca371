/**
 * Clean events: rows that are dropped or mended and counted, one user's accounts on several
 * platforms joined, names replaced by pseudonyms.
 *
 * <p>Start at {@link lectern.clean.Cleaning}: it takes a log and steps, and gives a {@link
 * lectern.clean.CleaningReport} with the clean log and every row that is not in it. A further rule
 * is a {@link lectern.clean.CleaningStep}. Where the dirt is known, {@link
 * lectern.clean.CleaningQuality} tells what was found and what was missed.
 *
 * <p>{@link lectern.clean.IdentityJoin} tells which accounts are one person's, and {@link
 * lectern.clean.IdentityQuality} how well, where the truth is known. {@link
 * lectern.clean.Pseudonyms}, {@link lectern.clean.KAnonymity} and {@link lectern.clean.NoisyCounts}
 * are for data that leave the house.
 */
package lectern.clean;
