package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.data.Datasets;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PublishedResultsTest {
  private static final Interactions DATA =
      Interactions.builder()
          .add("a", "x", 1, 1)
          .add("a", "y", 1, 2)
          .add("a", "z", 1, 3)
          .add("b", "z", 1, 1)
          .add("b", "x", 1, 2)
          .add("b", "y", 1, 3)
          .build();

  private static PublishedResults published(String... modelMetricValue) {
    Table table = Table.create("t");
    for (String name : List.of("table", "model", "metric", "value", "settings", "source")) {
      table.addColumns(StringColumn.create(name));
    }
    for (int i = 0; i < modelMetricValue.length; i += 3) {
      table.stringColumn("table").append("t");
      table.stringColumn("model").append(modelMetricValue[i]);
      table.stringColumn("metric").append(modelMetricValue[i + 1]);
      table.stringColumn("value").append(modelMetricValue[i + 2]);
      table.stringColumn("settings").append("");
      table.stringColumn("source").append("somebody");
    }
    return PublishedResults.of(table);
  }

  /** Lists of one; a's held-out item is z, b's is y; the model suggests z to a and z to b. */
  private static Results run(String name, double x, double y, double z) {
    Split split = Split.leaveLastOut(DATA);
    Map<String, Double> scores = Map.of("x", x, "y", y, "z", z);
    Recommender model = new ScoredModel(name, split.train(), (user, item) -> scores.get(item));
    return Evaluation.of("six", split)
        .metrics(new RecallAt(1))
        .candidates(Candidates.ALL)
        .seed(3)
        .run(new LinkedHashMap<>(Map.of(name, model)));
  }

  @Test
  void everyBundledNumberIsReadAndHasASource() {
    PublishedResults all = PublishedResults.movieLens100k();
    assertEquals(List.of("Surprise README", "Surprise run again", "last item"), all.tables());
    assertEquals(20 + 12 + 27, all.numbers().size());
    assertTrue(all.numbers().stream().noneMatch(n -> n.source().isBlank()));
    assertEquals(0.0859, all.in("last item").value("popularity", "Recall@10").orElseThrow());
    assertEquals(0.98, all.in("Surprise README").value("KNNBasic", "RMSE").orElseThrow());
    assertTrue(all.in("last item").value("popularity", "RMSE").isEmpty());
    assertEquals(59, Datasets.publishedMovieLens100k().rowCount());
  }

  @Test
  void oneRunIsComparedAsItIs() {
    BesidePublished beside =
        published("m", "Recall@1", "0.52", "m", "other", "1").beside(run("m", 0, 0, 1));
    assertEquals(1, beside.rows().size());
    BesidePublished.Row row = beside.of("m", "Recall@1");
    assertEquals(0.5, row.ours());
    assertEquals(-0.02, row.difference(), 1e-15);
    assertFalse(row.isSame());
    assertEquals(0, row.spread());
    assertTrue(beside.toString().contains("-0.0200"), beside.toString());
  }

  @Test
  void severalRunsCountWithTheirMeanOverSeeds() {
    PublishedResults theirs = published("m", "Recall@1", "0.3");
    BesidePublished.Row row =
        theirs.beside(run("m", 0, 0, 1), run("m", 1, 0, 0)).of("m", "Recall@1");
    assertEquals(0.25, row.ours());
    assertEquals(0.5, row.spread());
    assertEquals(List.of(0.5, 0.0), row.runs());
    assertTrue(row.isSame(), "0.25 is 0.3 to one digit");
    assertTrue(row.interval().low() >= 0 && row.interval().high() <= 0.5);
  }

  @Test
  void halfADigitIsThatOfThePrintedText() {
    assertEquals(0.00005, published("m", "x", "0.0859").numbers().get(0).halfDigit(), 1e-18);
    assertEquals(0.5, published("m", "x", "3").numbers().get(0).halfDigit());
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    UserError none =
        assertThrows(
            UserError.class, () -> published("k", "Recall@1", "1").beside(run("m", 0, 0, 1)));
    assertTrue(none.getMessage().contains("[m]") && none.getMessage().contains("[k]"));
    assertThrows(UserError.class, () -> published("m", "Recall@1", "much"));
    assertThrows(UserError.class, () -> published("m", "x", "1", "m", "x", "2"));
    assertThrows(UserError.class, () -> published("m", "x", "1").in("elsewhere"));
    Split other =
        Split.leaveLastOut(Interactions.builder().add("c", "x", 1, 1).add("c", "y", 1, 2).build());
    Results elsewhere =
        Evaluation.of("two", other)
            .metrics(new RecallAt(1))
            .seed(3)
            .run(new LinkedHashMap<>(Map.of("m", Popularity.fit(other.train()))));
    assertThrows(
        UserError.class,
        () -> published("m", "Recall@1", "1").beside(run("m", 0, 0, 1), elsewhere));
  }

  @Test
  void figuresHoldEveryModel() {
    BesidePublished beside = published("m", "Recall@1", "0.52").beside(run("m", 0, 0, 1));
    assertTrue(beside.figure("Recall@1").json().contains("\"m\""));
    assertTrue(beside.diagonal().json().contains("0.52"));
    assertThrows(UserError.class, () -> beside.figure("MRR@10"));
  }
}
