package lectern.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import lectern.claim.Checked;

/**
 * Collects the claims of one article.
 *
 * <pre>{@code
 * return ClaimList.of("community")
 *     .notebook("04-community/1-portraits-and-engagement")
 *     .add("4.3", "engagement U of the example user", "0.6·0.8 + 0.3·0.7 + 0.1·0.5",
 *         (section, statement) -> Claim.of(section, statement, "0.55").check(…))
 *     .claims();
 * }</pre>
 */
public final class ClaimList {
  private final String article;
  private final List<ArticleClaim> claims = new ArrayList<>();
  private String notebook = "";

  private ClaimList(String article) {
    this.article = article;
  }

  /** A list for the article of this short name. */
  public static ClaimList of(String article) {
    return new ClaimList(article);
  }

  /** Where a reader meets the claims that follow. */
  public ClaimList notebook(String path) {
    notebook = path;
    return this;
  }

  /**
   * Adds a claim.
   *
   * @param section without the article's name: {@code "4.3"}
   * @param statement what is claimed, in our words; no other claim of the section says the same
   * @param how what is computed, in a sentence
   * @param computation from the full section and the statement
   */
  public ClaimList add(
      String section,
      String statement,
      String how,
      BiFunction<String, String, Checked> computation) {
    if (notebook.isEmpty()) {
      throw new IllegalStateException("say first in which notebook readers meet " + statement);
    }
    String full = article + " " + section;
    claims.add(
        new ArticleClaim(full, statement, how, notebook, () -> computation.apply(full, statement)));
    return this;
  }

  public List<ArticleClaim> claims() {
    return List.copyOf(claims);
  }
}
