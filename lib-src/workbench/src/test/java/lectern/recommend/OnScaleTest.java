package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class OnScaleTest extends RecommenderContractTest {
  @Override
  Recommender fit(Interactions train, long seed) {
    return OnScale.of(SgdMf.fit(train, SgdMfOptions.of(3), seed), 3, 4);
  }

  @Override
  Recommender load(Path file) {
    return OnScale.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    SgdMf model = SgdMf.fit(train, SgdMfOptions.of(3), 1);
    return List.of(OnScale.of(model, 2.9, 4), OnScale.of(model, 3, 3.1));
  }

  @Override
  int checkerboardFloor() {
    return 0;
  }

  @Test
  void cutsBothEnds() {
    SlopeOne model = SlopeOne.fit(PublishedPairs.ratings());
    OnScale cut = OnScale.of(model, 1, 4);
    assertEquals(1, cut.estimate(0, 0));
    assertEquals(1.35, cut.estimate(0, 4), 1e-12);
    assertEquals(4, cut.estimate(1, 3));
    assertEquals("slope one", cut.name());
    assertThrows(UserError.class, () -> OnScale.of(model, 5, 5));
  }

  @Test
  void anySavedModelIsReadByItsFile() {
    Path file = folder.resolve("any");
    fit(ratings(1), 3).save(file);
    Recommender back = SavedModels.load(file);
    assertTrue(back instanceof OnScale);
    assertEquals(3, back.provenance().seed());
    assertThrows(UserError.class, () -> SavedModels.load(folder.resolve("none")));
    var foreign =
        new FittedOn(back.users(), back.items(), new Provenance("no.such.Model", "", "", 0, 1));
    ModelFile.save(file, foreign, out -> {});
    assertTrue(
        assertThrows(UserError.class, () -> SavedModels.load(file))
            .getMessage()
            .contains("no.such.Model"));
  }
}
