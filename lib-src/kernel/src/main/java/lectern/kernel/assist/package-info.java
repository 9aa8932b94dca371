/**
 * Help while code is written: what could stand at the cursor, what a name means, whether the code
 * is complete.
 *
 * <p>{@link lectern.kernel.assist.Completer} comes to a {@link lectern.kernel.assist.Completion},
 * {@link lectern.kernel.assist.Inspector} to a bundle of text and HTML, {@link
 * lectern.kernel.assist.CompletenessCheck} to a {@link lectern.kernel.assist.Completeness}. All
 * three look at code through {@link lectern.kernel.compile.Looks} and run nothing. {@link
 * lectern.kernel.assist.KnownClasses} knows what could be imported, {@link
 * lectern.kernel.assist.Ranking} which candidate comes first.
 */
package lectern.kernel.assist;
