package lectern.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.claim.Claim;
import lectern.claim.Verdict;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class ArticlesTest {
  @Test
  void aClaimBelongsToItsArticleChapterAndSection() {
    ArticleClaim claim = new ArticleClaim("community 4.3", "x", "y", "z", () -> null);
    for (String part : List.of("community", "community 4", "community 4.3")) {
      assertTrue(claim.isIn(part), part);
    }
    for (String part : List.of("comm", "community 4.", "community 4.31", "precision 4.3", "4.3")) {
      assertFalse(claim.isIn(part), part);
    }
    assertEquals("community", claim.article());
  }

  @Test
  void claimsStandInTheOrderOfArticlesAndSections() {
    List<ArticleClaim> all = Articles.all();
    for (int i = 1; i < all.size(); i++) {
      int before = Articles.NAMES.indexOf(all.get(i - 1).article());
      int here = Articles.NAMES.indexOf(all.get(i).article());
      assertTrue(before >= 0 && before <= here, all.get(i).section());
    }
  }

  @Test
  void oneClaimIsFoundByItsWords() {
    var checked = Articles.check("community 4.3", "engagement U");
    assertEquals(Verdict.DIFFERS, checked.verdict());
    assertEquals("0.55", checked.printed());
    UserError none = assertThrows(UserError.class, () -> Articles.check("community", "no such"));
    assertTrue(none.getMessage().contains("engagement U"), none.getMessage());
    UserError part = assertThrows(UserError.class, () -> Articles.in("community 77"));
    assertTrue(part.getMessage().contains("community 4.3"), part.getMessage());
  }

  @Test
  void makingTheListComputesNothing() {
    int[] computed = new int[1];
    List<ArticleClaim> claims =
        ClaimList.of("precision")
            .notebook("n")
            .add(
                "4.1",
                "s",
                "h",
                (section, statement) -> {
                  computed[0]++;
                  return Claim.of(section, statement, "1").check(1);
                })
            .claims();
    assertEquals(0, computed[0]);
    assertEquals(Verdict.AGREES, claims.get(0).check().verdict());
    assertEquals("precision 4.1", claims.get(0).check().section());
    assertThrows(
        IllegalStateException.class, () -> ClaimList.of("precision").add("1", "s", "h", null));
  }

  @Test
  void theLedgerCountsAndWritesItsRows() {
    ArticleClaim claim =
        new ArticleClaim(
            "community 4.3",
            "u",
            "by hand",
            "n",
            () -> Claim.of("community 4.3", "u", "1").check(2));
    ArticleLedger ledger = new ArticleLedger(List.of(new ArticleLedger.Row(claim, claim.check())));
    assertEquals(1, ledger.counts().intColumn("differs").get(Articles.NAMES.indexOf("community")));
    assertEquals(0, ledger.with(Verdict.AGREES).rows().size());
    assertTrue(ledger.json().contains("\"how\": \"by hand\""), ledger.json());
    assertTrue(ledger.json().contains("\"section\": \"4.3\""), ledger.json());
  }
}
