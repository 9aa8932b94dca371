package lectern.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class TfIdfTest {
  private static final List<String> IDS = List.of("a", "b", "c");
  private static final List<String> TEXTS =
      List.of("Python data data", "Python web", "Cooking web web web");

  private static double[] row(TfIdfOptions options, int document) {
    return TfIdf.fit(IDS, TEXTS, options).matrix().toDense().row(document);
  }

  /** Numbers of scikit-learn 1's TfidfVectorizer for the same words. */
  @Test
  void agreesWithScikitLearn() {
    TfIdfOptions usual = TfIdfOptions.usual();
    assertEquals(
        List.of("cooking", "data", "python", "web"), TfIdf.fit(IDS, TEXTS).vocabulary().ids());
    assertArrayEquals(
        new double[] {0, 0.9347019636214327, 0.35543246785041743, 0}, row(usual, 0), 1e-15);
    assertArrayEquals(
        new double[] {0.40142857372745955, 0, 0, 0.9158903319694655}, row(usual, 2), 1e-15);
    assertArrayEquals(
        new double[] {0.5309414837594586, 0, 0, 0.8474084852202652},
        row(usual.sublinear(true), 2),
        1e-15);
    assertArrayEquals(
        new double[] {0.44558469455243965, 0, 0, 0.8952397890959768},
        row(usual.smooth(false), 2),
        1e-15);
    assertArrayEquals(
        new double[] {0, 3.386294361119891, 1.2876820724517808, 0},
        row(usual.normalised(false), 0),
        1e-15);
  }

  @Test
  void cosineByHand() {
    TfIdf two = TfIdf.fit(List.of("a", "b"), List.of("python data", "python web"));
    double other = Math.log(1.5) + 1;
    assertEquals(1 / (1 + other * other), two.cosine("a", "b"), 1e-15);
    TfIdf plain =
        TfIdf.fit(
            IDS.subList(0, 2),
            List.of("python data", "python web"),
            TfIdfOptions.usual().normalised(false));
    assertEquals(two.cosine("a", "b"), plain.cosine("a", "b"), 1e-15);
  }

  @Test
  void nearestTitlesInBothLanguages() {
    TfIdf titles =
        TfIdf.fit(
            List.of("1", "2", "3", "4", "5"),
            List.of("Python数据分析", "Python 编程入门", "家常菜入门", "数据分析实战", "Wine tasting"));
    assertEquals("4", titles.nearest("1", 1).get(0).id());
    assertEquals(
        List.of("2", "3"),
        titles.nearestTo("入门", 9).stream().map(TfIdf.Near::id).sorted().toList());
    assertEquals(List.of(), titles.nearest("5", 3), "no word shared: nothing near");
    assertEquals(List.of(), titles.nearestTo("量子", 3));
    assertEquals(Map.of(), titles.transform("量子"));
    assertEquals(2, titles.words().intColumn("texts").get(0), "frequent words first");
  }

  @Test
  void rowsAreOfLengthOneAndCosinesBetweenZeroAndOne() {
    String[] words = {"数据", "分析", "python", "web", "design", "税务", "理财"};
    for (long seed = 1; seed <= 20; seed++) {
      RandomStream random = RandomStream.of(seed, "titles");
      List<String> ids = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (int d = 0; d < 30; d++) {
        ids.add("t" + d);
        StringBuilder text = new StringBuilder();
        for (int w = random.nextInt(6); w >= 0; w--) {
          text.append(words[random.nextInt(words.length)]).append(' ');
        }
        texts.add(text.toString());
      }
      TfIdf titles = TfIdf.fit(ids, texts);
      for (String id : ids) {
        assertEquals(1, titles.cosine(id, id), 1e-12, "seed " + seed);
        for (TfIdf.Near near : titles.nearest(id, 5)) {
          assertTrue(near.cosine() > 0 && near.cosine() <= 1 + 1e-12, "seed " + seed);
          assertEquals(near.cosine(), titles.cosine(near.id(), id), 1e-12, "seed " + seed);
        }
      }
    }
  }

  @Test
  void eachSettingChangesSomething() {
    TfIdfOptions usual = TfIdfOptions.usual();
    assertEquals(2, TfIdf.fit(IDS, TEXTS, usual.minDocuments(2)).vocabulary().size());
    assertEquals(2, TfIdf.fit(IDS, TEXTS, usual.maxShare(0.5)).vocabulary().size());
    assertNotEquals(
        TfIdf.fit(List.of("x"), List.of("数据分析"), usual).vocabulary(),
        TfIdf.fit(List.of("x"), List.of("数据分析"), usual.tokenizer(Tokenizer.bigrams()))
            .vocabulary());
  }

  @Test
  void mistakesAreNamed() {
    assertThrows(UserError.class, () -> TfIdf.fit(List.of("a"), List.of()));
    assertThrows(UserError.class, () -> TfIdf.fit(List.of(), List.of()));
    assertThrows(UserError.class, () -> TfIdf.fit(List.of("a"), List.of("，")));
    assertThrows(UserError.class, () -> TfIdf.fit(IDS, TEXTS).nearest("d", 1));
    assertThrows(UserError.class, () -> TfIdf.fit(IDS, TEXTS).nearest("a", 0));
    assertThrows(UserError.class, () -> TfIdfOptions.usual().maxShare(0));
    assertThrows(UserError.class, () -> TfIdfOptions.usual().minDocuments(0));
  }
}
