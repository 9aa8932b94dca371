/**
 * Clean events: rows that are dropped or mended and counted, one user's accounts on several
 * platforms joined, names replaced by pseudonyms.
 *
 * <p>Start at {@link lectern.clean.Cleaning}: it takes a log and steps, and gives a {@link
 * lectern.clean.CleaningReport} with the clean log and every row that is not in it. A further rule
 * is a {@link lectern.clean.CleaningStep}.
 */
package lectern.clean;
