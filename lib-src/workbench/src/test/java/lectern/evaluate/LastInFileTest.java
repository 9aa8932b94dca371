package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lectern.data.Datasets;
import lectern.data.Interactions;
import lectern.data.RatingsInFileOrder;
import lectern.display.UserError;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.Popularity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class LastInFileTest {
  @Test
  void equalTimesAreOrderedByTheFile() {
    Interactions all =
        Interactions.builder()
            .add(1, 1, 1, 5)
            .add(1, 2, 1, 9)
            .add(1, 3, 1, 9)
            .add(2, 1, 1, 7)
            .add(3, 1, 1, 8)
            .add(3, 2, 1, 2)
            .build();
    Split split = LastInFile.of(new RatingsInFileOrder(all, new int[] {2, 5, 4, 3, 1, 0}));
    assertEquals(1, split.test().value("1", "2").orElseThrow());
    assertEquals(1, split.test().value("3", "1").orElseThrow());
    assertEquals(2, split.test().size());
    assertEquals(1, split.usersKeptWhole());
    Interactions timeless = Interactions.builder().add(1, 1, 1).build();
    assertThrows(
        UserError.class, () -> LastInFile.of(new RatingsInFileOrder(timeless, new int[1])));
  }

  /** What other programs give on the same split, where the data is on this machine. */
  @Test
  void popularityAndItemNeighboursOnMovieLens() {
    var known = Datasets.list();
    int row = known.stringColumn("name").firstIndexOf("movielens-100k");
    Assumptions.assumeTrue(
        known.stringColumn("here").get(row).equals("yes"),
        "not run: ./lectern data fetch movielens-100k brings the data");
    Split split = LastInFile.of(Datasets.movieLens100kInFileOrder());
    var popularity = Popularity.fit(split.train());
    var neighbours = ItemKnn.fit(split.train(), ItemKnnOptions.of(2000));
    Results results =
        Evaluation.of("MovieLens 100K", split)
            .metrics(new RecallAt(10), new NdcgAt(10), new Mrr(10))
            .seed(1)
            .run(popularity, neighbours);
    double[][] expected = {{0.0859, 0.0449, 0.0326}, {0.1092, 0.0563, 0.0404}};
    String[] metrics = {"Recall@10", "NDCG@10", "MRR@10"};
    for (int m = 0; m < 3; m++) {
      assertEquals(expected[0][m], results.value(popularity.name(), metrics[m]), 0.00005);
      assertEquals(expected[1][m], results.value(neighbours.name(), metrics[m]), 0.00005);
    }
  }
}
