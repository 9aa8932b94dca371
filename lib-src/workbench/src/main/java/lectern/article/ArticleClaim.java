package lectern.article;

import java.util.function.Supplier;
import lectern.claim.Checked;

/**
 * One claim of an article with its computation.
 *
 * @param section article and section: {@code "community 4.3"}
 * @param statement what is claimed, in our words
 * @param how what is computed, in a sentence
 * @param notebook where a reader meets it, without folder {@code notebooks/} and ending: {@code
 *     "04-community/1-portraits-and-engagement"}
 * @param computation computes and compares; the same result each time
 */
public record ArticleClaim(
    String section, String statement, String how, String notebook, Supplier<Checked> computation) {

  /** Computes, and gives the verdict. */
  public Checked check() {
    return computation.get();
  }

  /** The article's short name. */
  public String article() {
    return section.split(" ", 2)[0];
  }

  /**
   * True when the claim belongs to this article, chapter or section: {@code "community"}, {@code
   * "community 4"} and {@code "community 4.3"} hold a claim of section 4.3, {@code "community
   * 4.31"} does not.
   */
  public boolean isIn(String part) {
    return section.equals(part) || section.startsWith(part + " ") || section.startsWith(part + ".");
  }
}
