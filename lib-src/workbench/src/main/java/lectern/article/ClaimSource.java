package lectern.article;

import java.util.List;

/**
 * The claims of one article, or of one part of it; found by {@link java.util.ServiceLoader}.
 *
 * <p>Making the list computes nothing: that happens when a claim is checked.
 */
public interface ClaimSource {
  /** The claims, in the order of the article. */
  List<ArticleClaim> claims();
}
