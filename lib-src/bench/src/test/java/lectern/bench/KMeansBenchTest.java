package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.cluster.KMeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KMeansBenchTest {
  private static final MixtureRows ROWS = new MixtureRows(500, 3, 4);

  @Test
  void bothSidesReadTheSameRowsAndStart(@TempDir Path folder) throws IOException {
    var work = new KMeansBench.Lloyd(ROWS, 2);
    work.write(folder);
    Work.Attempt attempt = work.ours(folder);
    attempt.run();
    var rows = ROWS.matrix();
    var model = KMeans.fit(rows, MixtureRows.options(ROWS.start(rows), 2), 0);
    assertEquals(model.objective(), attempt.loss());
    assertArrayEquals(rows.array(), Folders.doubles(folder.resolve("rows.f8")));
    assertEquals(500 * 3 * 8, Files.size(folder.resolve("rows.f8")));
  }

  /** Otherwise the two sides might not have done the same work. */
  @Test
  void comingToRestEarlyIsNoMeasurement(@TempDir Path folder) throws IOException {
    var work = new KMeansBench.Lloyd(ROWS, 300);
    work.write(folder);
    Work.Attempt attempt = work.ours(folder);
    attempt.run();
    assertThrows(IllegalStateException.class, attempt::loss);
  }

  @Test
  void foldersAreRemovedWhole(@TempDir Path folder) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Folders.write(inner.resolve("x.i4"), new int[] {1, -2});
    assertArrayEquals(new int[] {1, -2}, Folders.ints(inner.resolve("x.i4")));
    Folders.delete(folder.resolve("a"));
    assertFalse(Files.exists(folder.resolve("a")));
  }
}
