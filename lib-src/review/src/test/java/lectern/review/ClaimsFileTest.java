package lectern.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.article.ArticleLedger;
import lectern.article.Articles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** notebooks/claims.json is what the claims give. */
@Tag("slow")
class ClaimsFileTest {
  @Test
  void theFileHoldsWhatIsComputed() throws IOException {
    ArticleLedger ledger = Articles.ledger();
    for (String article : Articles.NAMES) {
      assertTrue(ledger.in(article).rows().size() >= 20, "claims of " + article);
    }
    String file = Files.readString(Path.of("..", "..", "notebooks", "claims.json"));
    assertEquals(file, ledger.json(), "write it anew: ./lectern claims --save");
  }
}
