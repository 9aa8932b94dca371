package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import lectern.data.Interactions;
import lectern.recommend.ImplicitAls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlsBenchTest {
  private static final TakenItems TAKEN = new TakenItems(60, 40, 900);
  private static final ImplicitAls.Options OPTIONS = new ImplicitAls.Options(5).iterations(3);

  @Test
  void bothSidesReadTheSameInteractionsAndStart(@TempDir Path folder) throws IOException {
    var work = new AlsBench.Fits(TAKEN, OPTIONS);
    work.write(folder);
    Work.Attempt attempt = work.ours(folder);
    attempt.run();
    Interactions data = TAKEN.interactions();
    assertEquals(ImplicitAls.fit(data, OPTIONS, 1).loss(), attempt.loss());
    int[] start = Folders.ints(folder.resolve("start.i4"));
    assertEquals(data.size(), start[60]);
    assertEquals(data.size(), Folders.ints(folder.resolve("item.i4")).length);
    assertArrayEquals(
        ImplicitAls.start(ImplicitAls.Side.ITEMS, 40, 5, 1).array(),
        Folders.doubles(folder.resolve("items.f8")));
    assertEquals(60 * 5, Folders.doubles(folder.resolve("users.f8")).length);
  }

  @Test
  void aboutSoManyAreTakenAndPopularItemsMoreOften() {
    Interactions data = TAKEN.interactions();
    assertTrue(data.size() > 450 && data.size() < 1000, "many take less, none more than half");
    assertEquals(data, TAKEN.interactions());
    var byItem = data.byItem();
    assertTrue(byItem.rowSize(0) > byItem.rowSize(39));
  }
}
