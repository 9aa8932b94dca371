package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import lectern.bench.QualityRow.Bar;
import lectern.bench.QualityRow.Theirs;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.evaluate.Split;
import lectern.recommend.Popularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
  private static QualityRow row(Bar bar) {
    return new QualityRow("x", new Theirs(.2, .1, .05), bar, "", seed -> null);
  }

  @Test
  void aBarIsForEveryNumber() {
    assertTrue(row(Bar.WITHIN).holds(new double[] {.201, .099, .05}));
    assertTrue(row(Bar.WITHIN).holds(new double[] {.20104, .1, .05}), "rounded to four digits");
    assertFalse(row(Bar.WITHIN).holds(new double[] {.2011, .1, .05}));
    assertFalse(row(Bar.WITHIN).holds(new double[] {.2, .1, .0489}));
    Bar bar = Bar.NOT_BELOW_BY_SEEDS;
    assertTrue(row(bar).holds(new double[] {.9, .1, .05}));
    assertTrue(row(bar).holds(new double[] {.2, .09996, .05}), "rounded to four digits");
    assertFalse(row(bar).holds(new double[] {.9, .9, .0499}));
  }

  /** Everybody had a; whoever had more had b last. Of the two left, popularity puts b first. */
  @Test
  void aTableMeasuresEveryRowAsOftenAsItsBarAsks() {
    Split split =
        Split.leaveLastOut(
            Interactions.builder()
                .add("1", "a", 1, 1)
                .add("1", "b", 1, 2)
                .add("2", "a", 1, 1)
                .add("2", "b", 1, 2)
                .add("3", "b", 1, 1)
                .item("c")
                .build());
    Set<Long> seeds = new ConcurrentSkipListSet<>();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    var table = new QualityTable("two learners", split, out);
    boolean held =
        table.print(
            List.of(
                new QualityRow(
                    "popular",
                    new Theirs(1, 1, 1),
                    Bar.NOT_BELOW_BY_SEEDS,
                    "as it is",
                    seed -> {
                      seeds.add(seed);
                      return Popularity.fit(split.train());
                    })));
    assertTrue(held);
    assertEquals(Set.of(1L, 2L, 3L, 4L, 5L), seeds);
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("1.0000 1.0000 1.0000 | 1.0000"), text);
    assertTrue(text.contains("not below, mean of 5 seeds: holds"), text);
    assertTrue(text.contains("protocol: Data: two learners"), text);
  }

  @Test
  void aFileIsComparedByItsChecksum(@TempDir Path folder) throws IOException {
    var wanted =
        new DataFile(
            "x/y.txt",
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            "a greeting");
    UserError absent = assertThrows(UserError.class, () -> wanted.in(folder));
    assertTrue(absent.getMessage().endsWith("It is a greeting."));
    Files.createDirectories(folder.resolve("x"));
    Files.writeString(folder.resolve("x/y.txt"), "hullo");
    assertThrows(UserError.class, () -> wanted.in(folder));
    Files.writeString(folder.resolve("x/y.txt"), "hello");
    assertEquals(folder.resolve("x/y.txt"), wanted.in(folder));
  }

  @Test
  void withoutAFolderOfDataItSaysWhatToFetch() {
    var settings = new Settings(List.of(), 3, false, Optional.empty(), Path.of("."), System.out);
    UserError refused = assertThrows(UserError.class, () -> new QualityBench().run(settings));
    assertTrue(refused.getMessage().contains("mooccubex-seq/sequences.txt.gz"));
  }
}
