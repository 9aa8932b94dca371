package lectern.article;

import java.util.List;
import lectern.claim.Claim;

/** What the article "community" prints. */
public final class CommunityClaims implements ClaimSource {
  @Override
  public List<ArticleClaim> claims() {
    return ClaimList.of("community")
        .notebook("04-community/1-portraits-and-engagement")
        .add(
            "4.3",
            "engagement U of the example user",
            "0.6 · 0.8 + 0.3 · 0.7 + 0.1 · 0.5",
            (section, statement) ->
                Claim.of(section, statement, "0.55").check(0.6 * 0.8 + 0.3 * 0.7 + 0.1 * 0.5))
        .claims();
  }
}
