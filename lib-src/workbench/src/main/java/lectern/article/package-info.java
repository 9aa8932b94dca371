/**
 * Every claim of the five articles, each with a computation of its own.
 *
 * <p>Start at {@link lectern.article.Articles}: {@code Articles.check("community 4.3")} checks what
 * a section prints, {@link lectern.article.Articles#ledger} checks all articles and makes the file
 * {@code notebooks/claims.json}. A claim is written once, in the {@link
 * lectern.article.ClaimSource} of its article; notebooks show it from there.
 *
 * <p>Yours to extend: a class that implements {@link lectern.article.ClaimSource} and is named in
 * {@code META-INF/services} adds claims, from another module too.
 */
package lectern.article;
