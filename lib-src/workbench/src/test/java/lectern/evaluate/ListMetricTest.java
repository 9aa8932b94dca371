package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListMetricTest {
  private static final List<IntFunction<ListMetric>> ALL =
      List.of(
          PrecisionAt::new,
          RecallAt::new,
          HitRateAt::new,
          NdcgAt::new,
          Mrr::new,
          AveragePrecisionAt::new);

  /** Suggested [4, 9, 7, 2], relevant {2, 9, 11}: hits at places 2 and 4. */
  @Test
  void handComputed() {
    int[] suggested = {4, 9, 7, 2};
    ItemSet relevant = ItemSet.of(11, 2, 9);
    assertEquals(2 / 4.0, new PrecisionAt(4).of(suggested, relevant));
    assertEquals(1 / 3.0, new PrecisionAt(3).of(suggested, relevant));
    assertEquals(2 / 10.0, new PrecisionAt(10).of(suggested, relevant), "a short list");
    assertEquals(2 / 3.0, new RecallAt(4).of(suggested, relevant));
    assertEquals(0, new HitRateAt(1).of(suggested, relevant));
    assertEquals(1, new HitRateAt(2).of(suggested, relevant));
    assertEquals(0.5, new Mrr(4).of(suggested, relevant));
    assertEquals(0, new Mrr(1).of(suggested, relevant));
    assertEquals(0.5, new Mrr().of(suggested, relevant));
    assertEquals((1 / 2.0 + 2 / 4.0) / 3, new AveragePrecisionAt(4).of(suggested, relevant), 1e-15);
    assertEquals(1 / 2.0 / 2, new AveragePrecisionAt(2).of(suggested, relevant), 1e-15);
    // (1 / log2 3 + 1 / log2 5) / (1 + 1 / log2 3 + 1 / log2 4)
    double hits = 1 / 1.584962500721156 + 1 / 2.321928094887362;
    assertEquals(
        hits / (1.5 + 1 / 1.584962500721156), new NdcgAt(4).of(suggested, relevant), 1e-15);
  }

  /** The figures in the doc comments. */
  @Test
  void documentedExamples() {
    int[] suggested = {5, 3};
    assertEquals(0.5, new PrecisionAt(2).of(suggested, ItemSet.of(3, 8)));
    assertEquals(0.25, new RecallAt(2).of(suggested, ItemSet.of(3, 8, 9, 12)));
    assertEquals(0.3869, new NdcgAt(2).of(suggested, ItemSet.of(3, 8)), 0.00005);
    assertEquals(0.5, new Mrr(2).of(suggested, ItemSet.of(3, 8)));
    assertArrayEquals(new int[] {2}, ItemSet.of(2, 9).placesIn(new int[] {4, 9, 7, 2}, 3));
  }

  record Case(int[] suggested, ItemSet relevant, int k, double[] wanted) {}

  static Stream<Case> trecEval() throws IOException {
    try (var in = ListMetricTest.class.getResourceAsStream("trec-eval.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ListMetricTest::read)
          .toList()
          .stream();
    }
  }

  private static Case read(String line) {
    String[] part = line.split(";");
    double[] wanted =
        Arrays.stream(part, 3, part.length).mapToDouble(Double::parseDouble).toArray();
    return new Case(ints(part[0]), ItemSet.of(ints(part[1])), Integer.parseInt(part[2]), wanted);
  }

  private static int[] ints(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @ParameterizedTest
  @MethodSource("trecEval")
  void agreesWithTrecEval(Case c) {
    double[] ours = {
      new PrecisionAt(c.k).of(c.suggested, c.relevant),
      new RecallAt(c.k).of(c.suggested, c.relevant),
      new HitRateAt(c.k).of(c.suggested, c.relevant),
      new NdcgAt(c.k).of(c.suggested, c.relevant),
      new Mrr().of(c.suggested, c.relevant)
    };
    assertArrayEquals(c.wanted, ours, 1e-12);
  }

  @Test
  void lawsOnRandomLists() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int[] suggested = shuffled(random, 30);
      ItemSet relevant = ItemSet.of(Arrays.copyOf(shuffled(random, 30), 1 + random.nextInt(12)));
      int k = 1 + random.nextInt(15);
      for (IntFunction<ListMetric> make : ALL) {
        ListMetric metric = make.apply(k);
        String about = metric.label() + ", seed " + seed;
        double value = metric.of(suggested, relevant);
        assertTrue(value >= 0 && value <= 1, about);
        assertEquals(value, metric.of(Arrays.copyOf(suggested, k), relevant), "beyond k, " + about);
        assertEquals(0, metric.of(new int[0], relevant), "an empty list, " + about);
        int[] earlier = suggested.clone();
        int place = 1 + random.nextInt(29);
        if (relevant.contains(earlier[place]) && !relevant.contains(earlier[place - 1])) {
          int kept = earlier[place];
          earlier[place] = earlier[place - 1];
          earlier[place - 1] = kept;
          assertTrue(metric.of(earlier, relevant) >= value, "a hit moved up, " + about);
        }
        double best = metric.of(relevant.toArray(), relevant);
        assertTrue(value <= best, about);
        if (!(metric instanceof PrecisionAt) || relevant.size() >= k) {
          assertEquals(
              metric instanceof RecallAt ? Math.min(1, k / (double) relevant.size()) : 1,
              best,
              1e-15,
              "a perfect list, " + about);
        }
      }
    }
  }

  private static int[] shuffled(Random random, int n) {
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      all[i] = all[j];
      all[j] = i;
    }
    return all;
  }

  @Test
  void nothingRelevantHasNoValue() {
    for (IntFunction<ListMetric> make : ALL) {
      assertTrue(Double.isNaN(make.apply(3).of(new int[] {1, 2, 3}, ItemSet.of())));
    }
  }

  @Test
  void refusesCutOffBelowOne() {
    for (IntFunction<ListMetric> make : ALL) {
      UserError error = assertThrows(UserError.class, () -> make.apply(0));
      assertTrue(error.getMessage().startsWith("k must be at least 1, not 0"), error.getMessage());
    }
  }

  @Test
  void refusesHitSuggestedTwice() {
    var metric = new PrecisionAt(3);
    var error = assertThrows(UserError.class, () -> metric.of(new int[] {4, 1, 4}, ItemSet.of(4)));
    assertEquals("Item 4 is suggested twice: a list must hold each item once.", error.getMessage());
    assertEquals(0.5, new PrecisionAt(2).of(new int[] {4, 1, 4}, ItemSet.of(4)), "beyond k");
  }

  @Test
  void labelsNameTheVariant() {
    assertEquals("Precision@10 (divided by k)", new PrecisionAt(10).label());
    assertEquals("Recall@10 (|hits| / |relevant|)", new RecallAt(10).label());
    assertEquals("HitRate@10 (any hit)", new HitRateAt(10).label());
    assertEquals("NDCG@10 (binary, log2)", new NdcgAt(10).label());
    assertEquals("MRR@10 (first hit, 0 beyond 10)", new Mrr(10).label());
    assertEquals("MRR (first hit, whole list)", new Mrr().label());
    assertEquals("MAP@5 (divided by min(k, |relevant|))", new AveragePrecisionAt(5).label());
  }

  @Test
  void itemSet() {
    ItemSet set = ItemSet.of(7, 3, 7);
    assertEquals(2, set.size());
    assertTrue(set.contains(3));
    assertFalse(set.contains(4));
    assertEquals("[3, 7]", set.toString());
    assertEquals(ItemSet.of(3, 7), set);
    assertEquals(ItemSet.of(3, 7).hashCode(), set.hashCode());
    assertFalse(set.equals(ItemSet.of(3)));
    set.toArray()[0] = 99;
    assertTrue(set.contains(3), "a copy is given out");
  }
}
