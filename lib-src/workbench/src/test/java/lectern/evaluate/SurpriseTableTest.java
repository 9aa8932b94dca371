package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.Datasets;
import lectern.display.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SurpriseTableTest {
  /**
   * Every row on the real folds, where the data is on this machine. Those without chance are the
   * same to four digits but for items that a training part has not, where Surprise says the mean of
   * all and we say the user's.
   */
  @Test
  void everyRowIsWithinFourThousandthsOfSurprise() {
    var known = Datasets.list();
    int row = known.stringColumn("name").firstIndexOf("movielens-100k");
    Assumptions.assumeTrue(
        known.stringColumn("here").get(row).equals("yes"),
        "not run: ./lectern data fetch movielens-100k brings the data");
    SurpriseTable table =
        SurpriseTable.run(Datasets.movieLens100kInFileOrder(), 0, Progress.silent());
    assertEquals(6, table.rows().size());
    for (SurpriseTable.Row one : table.rows()) {
      assertEquals(one.theirRmse(), one.rmse(), 0.004, one.algorithm());
      assertEquals(one.theirMae(), one.mae(), 0.004, one.algorithm());
      if (List.of("BaselineOnly", "KNNBasic", "KNNBaseline").contains(one.algorithm())) {
        assertEquals(one.theirRmse(), one.rmse(), 0.00005, one.algorithm());
      }
    }
    assertEquals(6, table.table().rowCount());
    assertTrue(table.toString().contains("random_state=0"));
  }
}
