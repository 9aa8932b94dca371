package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LstmBenchTest {
  @TempDir Path folder;

  @Test
  void everyRunBeginsAnewAndLearns() throws IOException {
    LstmBench.Steps work = new LstmBench.Steps(50, 16, 1);
    work.write(folder);
    Work.Attempt attempt = work.ours(folder);
    attempt.run();
    double loss = attempt.loss();
    assertTrue(loss > 1 && loss < Math.log(50), "loss " + loss);
    attempt.run();
    assertEquals(loss, attempt.loss());
    assertEquals(work.numbers(), Folders.doubles(folder.resolve("start.f8")).length);
  }

  @Test
  void theBarIsOnTheSideOfSpeed() {
    LstmBench bench = new LstmBench();
    for (Work work : bench.works()) {
      assertEquals(1, bench.limit(work) * ((LstmBench.Steps) work).leastSpeed(), 1e-12);
    }
  }

  @Test
  void qualityAsksForTheFileByItsChecksum() throws IOException {
    Settings none = new Settings(List.of(), 3, false, Optional.empty(), folder, System.out);
    assertTrue(message(none).contains(DataFile.XUETANG_SEQUENCES.path()));
    Settings empty = new Settings(List.of(), 3, false, Optional.of(folder), folder, System.out);
    assertTrue(message(empty).contains("There is no "));
    Path file = folder.resolve(DataFile.XUETANG_SEQUENCES.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "1 2 3");
    assertTrue(message(empty).contains("its SHA-256 is "));
  }

  private static String message(Settings settings) {
    return assertThrows(UserError.class, () -> new LstmQuality().run(settings)).getMessage();
  }
}
