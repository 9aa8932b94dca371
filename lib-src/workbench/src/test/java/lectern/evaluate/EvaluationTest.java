package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.MimeBundle;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.math.RandomStream;
import lectern.recommend.Popularity;
import lectern.recommend.Recommender;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /**
   * Courses a to e; ann is tested on c (5) and d (2), bob on d (4); eve has nothing held out. In
   * the training part a has three users, b two, c and d one, e none.
   */
  private static Split byHand() {
    Interactions all =
        Interactions.builder()
            .add("ann", "a", 4)
            .add("ann", "c", 5)
            .add("ann", "d", 2)
            .add("bob", "a", 3)
            .add("bob", "b", 3)
            .add("bob", "d", 4)
            .add("eve", "a", 1)
            .add("eve", "b", 2)
            .add("eve", "c", 3)
            .add("eve", "d", 5)
            .item("e")
            .build();
    boolean[] tested = new boolean[all.size()];
    tested[1] = true;
    tested[2] = true;
    tested[5] = true;
    return Split.of(all, tested, "by hand");
  }

  private static final ScoredModel.Scores FLAT = (user, item) -> 3;

  private static Evaluation evaluation() {
    return Evaluation.of("hand-made", byHand()).seed(7);
  }

  /** Popularity suggests ann [b, c], bob [c, d]: places 2 and 2. */
  @Test
  void handComputed() {
    Split split = byHand();
    Results results =
        Evaluation.of("hand-made", split).at(2).seed(7).run(Popularity.fit(split.train()));
    assertEquals(List.of("ann", "bob"), results.users(), "eve has nothing held out");
    assertArrayEquals(new double[] {0.5, 1}, results.perUser("popularity", "Recall@2").toArray());
    assertEquals(0.75, results.value("popularity", "Recall@2"));
    assertEquals(0.5, results.value("popularity", "Precision@2"));
    assertEquals(1, results.value("popularity", "HitRate@2"));
    assertEquals(0.5, results.value("popularity", "MRR@2"));
    double late = 1 / 1.584962500721156;
    assertEquals((late / (1 + late) + late) / 2, results.value("popularity", "NDCG@2"), 1e-15);
    assertEquals(new Interval(0.5, 1, 0.95), results.interval("popularity", "Recall@2"));
    assertEquals(results.value("popularity", "Recall@2"), results.values("Recall@2")[0]);
    assertEquals(0.75, results.value("popularity", "Recall@2 (|hits| / |relevant|)"), "by label");
    assertEquals(List.of(), results.notes());
  }

  @Test
  void protocolNamesEverythingANumberDependsOn() {
    Split split = byHand();
    Results results =
        Evaluation.of("hand-made", split).at(2).seed(7).run(Popularity.fit(split.train()));
    assertEquals(
        "Data: hand-made (10 interactions of 3 users with 5 items). Split: by hand; 7 to learn from,"
            + " 3 to test on, of 2 users (kept whole: 1). Candidates: all 5 items but the user's own"
            + " of the training part. Relevant: every held-out item. Cut-off: 2. Intervals: 95 %,"
            + " percentile bootstrap over users, 1,000 draws, seed 7.",
        results.protocol());
    String other =
        Evaluation.of("x", split)
            .seed(8)
            .metrics(new RecallAt(3), new NdcgAt(1), new Mrr())
            .relevantFrom(4)
            .candidates(Candidates.ALL)
            .bootstrap(new Bootstrap(200, 0.9))
            .run(Popularity.fit(split.train()))
            .protocol();
    assertTrue(
        other.contains("Candidates: all 5 items, the user's own of the training part among"));
    assertTrue(
        other.contains("Relevant: held-out items with a value of at least 4. Cut-off: 1, 3, none"));
    assertTrue(
        other.endsWith("Intervals: 90 %, percentile bootstrap over users, 200 draws, seed 8."));
    String values =
        evaluation()
            .metrics(new Mae())
            .run(new ScoredModel("flat", split.train(), FLAT))
            .protocol();
    assertFalse(values.contains("Candidates"), "no list, no candidates: " + values);
  }

  @Test
  void valuesOverAllPairs() {
    ScoredModel flat = new ScoredModel("flat", byHand().train(), FLAT);
    Results results = evaluation().metrics(new Rmse(), new Mae()).run(flat);
    assertEquals(Math.sqrt((4 + 1 + 1) / 3.0), results.value("flat", "RMSE"));
    assertEquals(4 / 3.0, results.value("flat", "MAE"));
    assertArrayEquals(new double[] {1.5, 1}, results.perUser("flat", "MAE").toArray());
  }

  @Test
  void relevantFromAThresholdCountsUsersWithoutAny() {
    Split split = byHand();
    Popularity popularity = Popularity.fit(split.train());
    Evaluation evaluation = evaluation().metrics(new RecallAt(2), new HitRateAt(2));
    Results four = evaluation.relevantFrom(4).run(popularity);
    assertEquals(1, four.value("popularity", "Recall@2"), "c of ann, d of bob");
    Results five = evaluation.relevantFrom(5).run(popularity);
    assertEquals(1, five.perUser("popularity", "Recall@2").defined());
    assertTrue(Double.isNaN(five.perUser("popularity", "Recall@2").of(1)), "bob");
    assertEquals(
        List.of(
            "Recall@2, HitRate@2: 1 of 2 users have no value, as nothing relevant was held out, and"
                + " are left out."),
        five.notes());
    assertTrue(five.perUserTable("Recall@2").column("popularity").isMissing(1));
  }

  @Test
  void candidatesDecideWhoCompetes() {
    Popularity popularity = Popularity.fit(byHand().train());
    Evaluation evaluation = evaluation().metrics(new RecallAt(2));
    assertEquals(0.75, evaluation.run(popularity).value("popularity", "Recall@2"));
    Results all = evaluation.candidates(Candidates.ALL).run(popularity);
    assertEquals(0, all.value("popularity", "Recall@2"), "a and b for everybody");
  }

  /** Users with 2 to 12 random items out of 40, with random times and values. */
  private static Interactions random(int seed, int users, String prefix) {
    RandomStream random = RandomStream.of(seed, "evaluation test");
    InteractionsBuilder builder = Interactions.builder();
    for (int user = 0; user < users; user++) {
      int size = 2 + random.nextInt(11);
      for (int item : random.sample(40, size)) {
        builder.add(
            prefix + (user * 7919 % users), "i" + item, 1 + random.nextInt(5), random.nextInt(99));
      }
    }
    return builder.build();
  }

  private static double noise(String user, String item, int salt) {
    return RandomStream.of(salt, user, item).nextDouble();
  }

  @Test
  void whoKnowsTheAnswersScoresOne() {
    Split split = Split.randomByUser(random(1, 60, "u"), 0.3, 1);
    ScoredModel oracle =
        new ScoredModel(
            "oracle", split.train(), (user, item) -> split.test().value(user, item).orElse(0));
    Results results =
        Evaluation.of("random", split)
            .metrics(new RecallAt(10), new NdcgAt(10), new HitRateAt(1), new Mrr(), new Rmse())
            .seed(1)
            .run(oracle);
    for (Metric metric : results.metrics()) {
      double wanted = metric instanceof Rmse ? 0 : 1;
      assertEquals(wanted, results.value("oracle", metric.label()), 1e-15, metric.label());
      assertEquals(wanted, results.interval("oracle", metric.label()).low(), 1e-12);
    }
  }

  @Test
  void suggestionsByChanceHitAsOftenAsChance() {
    Split split = Split.leaveLastOut(random(2, 2000, "u"));
    ScoredModel dice = new ScoredModel("dice", split.train(), (u, i) -> noise(u, i, 5));
    Results results = Evaluation.of("random", split).metrics(new RecallAt(4)).seed(1).run(dice);
    double expected = 0;
    for (int user = 0; user < split.test().userCount(); user++) {
      expected += 4.0 / (40 - split.train().sizeOf(user)) / split.test().userCount();
    }
    assertEquals(expected, results.value("dice", "Recall@4"), 0.03, "four standard errors");
    assertTrue(results.interval("dice", "Recall@4").contains(expected));
  }

  @Test
  void theOrderOfUsersDoesNotMatter() {
    for (int seed = 0; seed < 5; seed++) {
      Interactions here = random(seed, 80, "u");
      InteractionsBuilder turned = Interactions.builder();
      for (int user = 0; user < here.userCount(); user++) {
        String id = new StringBuilder(here.users().id(user)).reverse().toString();
        for (int cell = here.start(user); cell < here.start(user + 1); cell++) {
          turned.add(id, here.items().id(here.item(cell)), here.value(cell), here.time(cell));
        }
      }
      double[] one = means(here, false);
      double[] other = means(turned.build(), true);
      assertArrayEquals(one, other, 1e-12, "seed " + seed);
    }
  }

  private static double[] means(Interactions data, boolean turned) {
    Split split = Split.leaveLastOut(data);
    ScoredModel model =
        new ScoredModel(
            "noise",
            split.train(),
            (u, i) -> noise(turned ? new StringBuilder(u).reverse().toString() : u, i, 3));
    Results results = Evaluation.of("x", split).seed(1).run(model);
    return results.metrics().stream().mapToDouble(m -> results.value("noise", m.label())).toArray();
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    Split split = Split.randomByUser(random(3, 700, "u"), 0.3, 1);
    Map<String, Recommender> models = new LinkedHashMap<>();
    models.put("popularity", Popularity.fit(split.train()));
    models.put("noise", new ScoredModel("noise", split.train(), (u, i) -> noise(u, i, 4)));
    Evaluation evaluation =
        Evaluation.of("x", split)
            .metrics(new PrecisionAt(5), new NdcgAt(10), new Rmse(), new Mae())
            .seed(1);
    List<String> seen = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      Results results = Parallel.withThreads(threads, () -> evaluation.run(models));
      StringBuilder bits = new StringBuilder();
      for (Metric metric : results.metrics()) {
        for (String model : results.models()) {
          for (double value : results.perUser(model, metric.label()).toArray()) {
            bits.append(Double.doubleToLongBits(value)).append(' ');
          }
          Interval interval = results.interval(model, metric.label());
          bits.append(Double.doubleToLongBits(interval.low())).append(' ');
          bits.append(Double.doubleToLongBits(interval.high())).append('\n');
        }
      }
      PairedComparison found = results.compare("NDCG@10", "popularity").all().get(0);
      bits.append(Double.doubleToLongBits(found.interval().low())).append(' ');
      bits.append(Double.doubleToLongBits(found.p()));
      seen.add(bits.toString());
    }
    assertEquals(seen.get(0), seen.get(1));
    assertEquals(seen.get(0), seen.get(2));
    CRC32 sum = new CRC32();
    sum.update(seen.get(0).getBytes(StandardCharsets.UTF_8));
    assertEquals(3760364522L, sum.getValue(), "as first seen on Java 17 and on Java 25");
  }

  @Test
  void eachSettingChangesSomethingAndLeavesTheFirstAlone() {
    Split split = Split.randomByUser(random(4, 100, "u"), 0.3, 1);
    Popularity popularity = Popularity.fit(split.train());
    Evaluation first = Evaluation.of("x", split).seed(1);
    String usual = first.run(popularity).toString();
    for (Evaluation changed :
        List.of(
            first.at(5),
            first.metrics(new RecallAt(10)),
            first.seed(2),
            first.relevantFrom(4),
            first.candidates(Candidates.ALL),
            first.bootstrap(new Bootstrap(300, 0.8)))) {
      assertNotEquals(usual, changed.run(popularity).toString());
    }
    assertEquals(usual, first.run(popularity).toString());
    assertEquals(usual, first.at(10).run(popularity).toString(), "lists of 10 if unsaid");
  }

  @Test
  void warnsOfAModelThatMayHaveSeenTheAnswers() {
    Split split = Split.leaveLastOut(random(5, 50, "u"));
    Popularity leak = Popularity.fit(random(5, 50, "u"));
    List<String> notes = Evaluation.of("x", split).seed(1).run(leak).notes();
    assertEquals(1, notes.size());
    assertTrue(
        notes.get(0).startsWith("\"popularity\" was not fitted on exactly the training part"));
  }

  @Test
  void comparesWithABaseline() {
    Split split = Split.randomByUser(random(6, 300, "u"), 0.3, 1);
    Map<String, Recommender> models = new LinkedHashMap<>();
    models.put("base", new ScoredModel("1", split.train(), (u, i) -> noise(u, i, 1)));
    models.put("same", new ScoredModel("2", split.train(), (u, i) -> noise(u, i, 1)));
    models.put(
        "knows", new ScoredModel("3", split.train(), (u, i) -> split.test().value(u, i).orElse(0)));
    Results results = Evaluation.of("x", split).at(5).seed(1).run(models);
    Comparisons found = results.compare("NDCG@5", "base");
    assertEquals(List.of("not told apart", "better"), found.verdicts());
    assertEquals(
        results.value("knows", "NDCG@5") - results.value("base", "NDCG@5"),
        found.all().get(1).difference());
    assertEquals(List.of("worse", "worse"), results.compare("NDCG@5", "knows").verdicts());
    assertEquals(2, found.table().rowCount());
    Interval interval = found.all().get(1).interval();
    assertEquals(interval.low(), found.table().doubleColumn("low").get(1));
    assertEquals(interval.high(), found.table().doubleColumn("high").get(1));
    String html = (String) found.bundle().data().get(MimeBundle.HTML);
    assertTrue(html.contains("<b>better</b>") && !html.contains("<b>not told apart</b>"), html);
    assertEquals("knows", found.table().stringColumn("model").get(1));
    assertTrue(found.toString().contains("Data: x"), "the protocol stays beside the numbers");
    assertTrue(found.toString().contains("≤ 0.0010  ≤ 0.0020  better"), found.toString());
  }

  @Test
  void asATable() {
    Split split = byHand();
    Results results = evaluation().at(2).run(Popularity.fit(split.train()));
    var table = results.table();
    assertEquals("popularity", table.stringColumn("model").get(0));
    assertEquals(0.75, table.doubleColumn("Recall@2").get(0));
    assertEquals(0.5, table.doubleColumn("Recall@2 low").get(0));
    assertEquals(1, table.doubleColumn("Recall@2 high").get(0));
    assertEquals(16, table.columnCount());
    assertEquals(1, results.perUserTable("Recall@2").doubleColumn("popularity").get(1));
    assertEquals("bob", results.perUserTable("Recall@2").stringColumn("user").get(1));
  }

  @Test
  void shownAsTextAndSafeHtml() {
    Split split = byHand();
    Map<String, Recommender> models = new LinkedHashMap<>();
    models.put("流行度", Popularity.fit(split.train()));
    models.put("<b>", new ScoredModel("flat", split.train(), (u, i) -> -noise(u, i, 1)));
    Results results = evaluation().metrics(new RecallAt(2), new Mae()).run(models);
    List<String> lines = results.toString().lines().toList();
    assertEquals("model                    Recall@2                        MAE", lines.get(0));
    assertEquals("流行度  0.7500 (0.5000 to 1.0000)                          –", lines.get(1));
    assertTrue(lines.get(3).startsWith("Data: hand-made"));
    assertEquals("MAE: \"流行度\" does not predict values.", lines.get(4));
    String html = (String) results.bundle().data().get(MimeBundle.HTML);
    assertTrue(html.contains("&lt;b&gt;") && html.contains("<b>0.7500</b>"), html);
    assertTrue(html.contains("|hits| / |relevant|"), "the variant stands in the table");
    assertEquals(results.toString(), results.bundle().plain());
  }

  /** Divides by what can be hit at most, as LensKit does: another metric of the same name. */
  private record CappedRecallAt(int depth) implements ListMetric {
    @Override
    public String name() {
      return "Recall@" + depth;
    }

    @Override
    public String variant() {
      return "|hits| / min(|relevant|, k)";
    }

    @Override
    public double of(int[] suggested, ItemSet relevant) {
      return relevant.placesIn(suggested, depth).length / (double) Math.min(relevant.size(), depth);
    }
  }

  @Test
  void twoVariantsOfOneNameAreToldApartByTheirLabels() {
    Popularity model = Popularity.fit(byHand().train());
    ListMetric capped = new CappedRecallAt(1);
    Results results =
        evaluation().candidates(Candidates.UNSEEN).metrics(new RecallAt(1), capped).run(model);
    assertEquals(
        List.of(
            "model",
            "Recall@1 (|hits| / |relevant|)",
            "Recall@1 (|hits| / |relevant|) low",
            "Recall@1 (|hits| / |relevant|) high",
            "Recall@1 (|hits| / min(|relevant|, k))",
            "Recall@1 (|hits| / min(|relevant|, k)) low",
            "Recall@1 (|hits| / min(|relevant|, k)) high"),
        results.table().columnNames());
    assertEquals(0, results.value("popularity", capped.label()));
    refused("Two metrics are called Recall@1", () -> results.values("Recall@1"));
  }

  @Test
  void theBestOfAColumnStandsOut() {
    Split split = byHand();
    Map<String, Recommender> models = new LinkedHashMap<>();
    models.put("popularity", Popularity.fit(split.train()));
    models.put("three", new ScoredModel("three", split.train(), FLAT));
    models.put("nine", new ScoredModel("nine", split.train(), (user, item) -> 9));
    Evaluation evaluation = evaluation().metrics(new Mae());
    String html = (String) evaluation.run(models).bundle().data().get(MimeBundle.HTML);
    assertTrue(html.contains("<b>1.3333</b>"), "the smallest error, though one has none: " + html);
    assertFalse(html.contains("<b>5.3333</b>"));
    assertTrue(html.matches("(?s).*<td style=\"text-align:left[^>]*>three<.*"), html);
    assertTrue(html.matches("(?s).*<td style=\"text-align:right[^>]*><b>1.3333<.*"), html);
    String alone =
        evaluation.run(models.get("three")).bundle().data().get(MimeBundle.HTML).toString();
    assertFalse(alone.contains("<b>"), "nothing to be better than: " + alone);
  }

  @Test
  void modelsInAnOrderThatIsNeverChance() {
    Popularity model = Popularity.fit(byHand().train());
    Map<String, Recommender> named = new LinkedHashMap<>();
    named.put("z", model);
    named.put("a", model);
    assertEquals(List.of("z", "a"), evaluation().run(named).models());
    assertEquals(
        List.of("a", "y", "z"),
        evaluation().run(Map.of("z", model, "a", model, "y", model)).models());
  }

  private static void refused(String begin, Runnable what) {
    UserError error = assertThrows(UserError.class, what::run);
    assertTrue(error.getMessage().startsWith(begin), error.getMessage());
  }

  @Test
  void mistakesAreNamed() {
    Split split = byHand();
    Popularity model = Popularity.fit(split.train());
    refused("Intervals need a seed", () -> Evaluation.of("x", split).run(model));
    refused("There is no model to judge", () -> evaluation().run(Map.of()));
    refused("Two models are called \"popularity\"", () -> evaluation().run(model, model));
    refused(
        "NDCG@20 (binary, log2) looks further than the lists go, which have 10 places",
        () -> evaluation().at(10).metrics(new NdcgAt(20)).run(model));
    refused(
        "MAE (over all pairs) is named twice", () -> evaluation().metrics(new Mae(), new Mae()));
    refused("Name at least one metric", () -> evaluation().metrics());
    refused("k must be at least 1, not 0", () -> evaluation().at(0));
    refused("relevantFrom must be a finite number", () -> evaluation().relevantFrom(Double.NaN));
    Interactions other = Interactions.builder().add("ann", "a").add("ann", "zen").build();
    refused(
        "Model \"popularity\" scores 2 items that are not the split's 5",
        () -> evaluation().run(Popularity.fit(other)));
    Split empty = Split.of(other, new boolean[2], "nothing tested");
    refused(
        "The test part of the split is empty",
        () -> Evaluation.of("x", empty).seed(1).run(Popularity.fit(other)));
    Results results = evaluation().run(model);
    refused("There is no model \"knn\". Judged: popularity.", () -> results.value("knn", "MRR@10"));
    refused("There is no metric \"MAP\". Measured: Precision@10", () -> results.values("MAP"));
    refused("There is no other model", () -> results.compare("MRR@10", "popularity"));
    ScoredModel diverged = new ScoredModel("sgd", split.train(), (u, i) -> Double.NaN);
    refused(
        "Model \"sgd\" expects NaN of item \"c\" for user \"ann\"",
        () -> evaluation().metrics(new Rmse()).run(diverged));
  }

  @Test
  void tellsHowFarItHasComeAndStops() {
    Split split = Split.leaveLastOut(random(7, 600, "u"));
    Popularity model = Popularity.fit(split.train());
    List<String> heard = new ArrayList<>();
    Progress progress =
        (what, steps) ->
            new Progress.Task() {
              @Override
              public void at(long done, String note) {
                heard.add(what + " " + done + "/" + steps);
              }

              @Override
              public void close() {
                heard.add("closed");
              }
            };
    Evaluation.of("x", split).seed(1).progress(progress).run(model);
    assertEquals(
        List.of(
            "Judging popularity 512/600",
            "Judging popularity 600/600",
            "closed",
            "Drawing intervals 1/1",
            "closed"),
        heard);
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> Evaluation.of("x", split).seed(1).run(model));
    assertFalse(Thread.interrupted(), "the interrupt was taken");
  }

  @Test
  void aModelOfOtherUsersAnswersAsForStrangers() {
    Split split = byHand();
    Interactions train = split.train();
    InteractionsBuilder others = Interactions.builder().add("somebody", "b").item("e");
    for (String item : train.items().ids()) {
      others.item(item);
    }
    Results results = evaluation().metrics(new RecallAt(1)).run(Popularity.fit(others.build()));
    assertEquals(0, results.value("popularity", "Recall@1"), "b for ann, a known item for bob");
    assertEquals(1, results.notes().size());
  }
}
