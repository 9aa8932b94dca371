package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Datasets;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.UserKnn.Neighbours;
import lectern.recommend.UserKnn.Options;
import lectern.recommend.UserKnn.Scoring;
import lectern.recommend.UserKnn.Similarity;
import org.junit.jupiter.api.Test;

/** Golden numbers: the formulas written once more with numpy on dense arrays. */
class UserKnnTest extends RecommenderContractTest {
  private static final Interactions ARTICLE = Datasets.omnichannelRatings().interactions();

  @Override
  Recommender fit(Interactions train, long seed) {
    return UserKnn.fit(train, new Options(5, Scoring.WEIGHTED_SUM));
  }

  @Override
  Recommender load(Path file) {
    return UserKnn.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    var sum = Scoring.WEIGHTED_SUM;
    var of = Neighbours.OF_USER;
    return List.of(
        UserKnn.fit(train, new Options(4, Similarity.COSINE, sum, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.COSINE_OF_COMMON, sum, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.PEARSON, sum, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.COSINE, Scoring.WEIGHTED_MEAN, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.COSINE, Scoring.CENTRED_WEIGHTED_MEAN, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.COSINE, Scoring.DOT_PRODUCT_SUM, of, 0)),
        UserKnn.fit(train, new Options(5, Similarity.COSINE, sum, Neighbours.AMONG_RATERS, 0)));
  }

  @Override
  int checkerboardFloor() {
    return USERS;
  }

  private static void assertEstimates(double[][] expected, Options options) {
    UserKnn model = UserKnn.fit(ARTICLE, options);
    for (int u = 0; u < expected.length; u++) {
      double[] out = new double[5];
      model.estimates(u, out);
      assertArrayEquals(expected[u], out, 1e-12, "user " + (u + 1));
      assertEquals(out[2], model.estimate(u, 2));
    }
  }

  @Test
  void goldenWeightedMean() {
    assertEstimates(
        new double[][] {
          {3.0, 3.0, 4.0, 3.0, 3.3072541412899357},
          {4.370539528182252, 4.0, 4.5, 3.0, 1.9441907077266218},
          {3.429141410236595, 4.0, 5.0, 2.9999999999999996, 1.7854292948817025},
          {1.5913848233182981, 3.5, 5.0, 3.0, 3.295692411659149},
          {2.9999999999999996, 5.0, 3.25, 3.5099800796971214, 4.0}
        },
        new Options(2));
  }

  @Test
  void goldenCentredMeanOverCommonItemsWithShrinkage() {
    assertEstimates(
        new double[][] {
          {
            3.283838474166849,
            3.373546489791298,
            3.3327414380459155,
            2.773623268818985,
            2.666202315726181
          },
          {5.066435670931213, 4.999918652887045, 4.5, 4.266669920127729, 3.8669822523897506},
          {2.023615330334124, 3.666666666666667, 4.312376477871322, 3.0, 3.129141962240931},
          {3.3361180456605206, 4.0, 4.830965752183662, 3.2666666666666666, 3.04693191081104},
          {
            3.0437302313795747,
            3.583279101924697,
            3.5833333333333335,
            2.9167018522630306,
            3.267787774718142
          }
        },
        new Options(
            3,
            Similarity.COSINE_OF_COMMON,
            Scoring.CENTRED_WEIGHTED_MEAN,
            Neighbours.OF_USER,
            0.5));
  }

  @Test
  void goldenPearson() {
    assertEstimates(
        new double[][] {
          {3.0, 3.0, 4.0, 3.0, 3.5},
          {5.0, 4.0, 4.5, 3.0, 1.0},
          {1.0, 3.3333333333333335, 5.0, 3.3333333333333335, 3.0},
          {1.0, 3.5, 5.0, 3.5, 3.0},
          {3.25, 5.0, 3.25, 4.0, 3.25}
        },
        new Options(2, Similarity.PEARSON, Scoring.WEIGHTED_MEAN, Neighbours.OF_USER, 0));
  }

  @Test
  void goldenSums() {
    assertEstimates(
        new double[][] {
          {
            2.2512469668803106,
            0.7574097093298414,
            3.921515741940317,
            1.8725421122153898,
            4.869802340745044
          },
          {4.463200985935607, 2.7991937077804505, 0.0, 3.0636041320453824, 1.985410228558505},
          {
            3.796873021735855,
            2.689635795997215,
            3.820527801064766,
            2.017226846997911,
            3.211683592243376
          },
          {
            2.635252773719546,
            0.3360672201667223,
            4.901894677425396,
            1.4868402281511055,
            4.671540028865003
          },
          {
            2.2065792743303714,
            3.498992134725563,
            0.9467621366623018,
            4.816420554778361,
            3.257693077994596
          }
        },
        new Options(3, Scoring.WEIGHTED_SUM));
    assertEstimates(
        new double[][] {
          {85.0, 32.0, 116.0, 69.0, 155.0},
          {196.0, 128.0, 0.0, 132.0, 80.0},
          {155.0, 112.0, 123.0, 84.0, 109.0},
          {80.0, 12.0, 145.0, 45.0, 138.0},
          {92.0, 160.0, 40.0, 212.0, 136.0}
        },
        new Options(3, Scoring.DOT_PRODUCT_SUM));
  }

  @Test
  void goldenNearestAmongRatersWithShrinkage() {
    assertEstimates(
        new double[][] {
          {
            2.9999999999999996,
            3.159206323526114,
            3.495046133807186,
            2.9999999999999996,
            3.0000000000000004
          },
          {4.705847474574616, 4.294152525425384, 4.5, 3.8824575762761526, 3.0590676779776884},
          {
            4.003433539587356,
            3.601373415834942,
            3.83842081056962,
            3.199313292082529,
            2.395193044577702
          },
          {
            2.262384665482035,
            3.5387525380837848,
            4.242569200710779,
            3.3542088429952424,
            3.2524769330964074
          },
          {
            3.1494849690618967,
            3.9704661610111565,
            3.5286110661706993,
            3.558771211861924,
            3.55154509281431
          }
        },
        new Options(1, Similarity.COSINE, Scoring.WEIGHTED_MEAN, Neighbours.AMONG_RATERS, 1));
  }

  @Test
  void neighboursAreTheNearestWithSimilarityAboveZero() {
    UserKnn model = UserKnn.fit(ARTICLE, new Options(3));
    assertEquals(
        List.of("4", "3", "5"), model.neighbours(0).stream().map(UserKnn.Neighbour::id).toList());
    assertEquals(0.9803789354850793, model.neighbours(0).get(0).similarity(), 1e-15);
    assertEquals(
        List.of("5", "3"), model.neighbours(1).stream().map(UserKnn.Neighbour::id).toList());
    assertEquals(List.of(), model.neighbours(-1));
    assertEquals(List.of(), model.neighbours(5));
  }

  @Test
  void strangersGetEachItemsMeanOrSum() {
    UserKnn mean = UserKnn.fit(ARTICLE, new Options(3));
    double[] out = new double[5];
    mean.estimates(-1, out);
    assertArrayEquals(new double[] {3, 4.5, 4.5, 10 / 3.0, 11 / 4.0}, out, 1e-12);
    assertEquals(48 / 14.0, mean.meanValue(), 1e-12);
    assertEquals(48 / 14.0, mean.estimate(0, 99), 1e-12);
    assertEquals(48 / 14.0, mean.estimate("1", "no such item"), 1e-12);
    UserKnn.fit(ARTICLE, new Options(3, Scoring.WEIGHTED_SUM)).estimates(77, out);
    assertArrayEquals(new double[] {9, 9, 9, 10, 11}, out, 1e-12);
    Interactions lonely = Interactions.builder().add(1, 1, 2).item("2").user("9").build();
    assertEquals(2, UserKnn.fit(lonely, new Options(1)).estimate("9", "2"));
    assertEquals(2, UserKnn.fit(lonely, new Options(1)).estimate("1", "2"));
  }

  /** Rows (1 2 0), (2 0 4), (0 3 1): the articles' sums, worked out by hand. */
  @Test
  void theArticlesSums() {
    Interactions three =
        Interactions.builder()
            .add(1, 1, 1)
            .add(1, 2, 2)
            .add(2, 1, 2)
            .add(2, 3, 4)
            .add(3, 2, 3)
            .add(3, 3, 1)
            .build();
    double second = 2 / Math.sqrt(5 * 20);
    double third = 6 / Math.sqrt(5 * 10);
    UserKnn crossplatform = UserKnn.fit(three, Options.crossplatform(2));
    assertEquals(4 * second + 1 * third, crossplatform.estimate(0, 2), 1e-12);
    assertEquals(third, UserKnn.fit(three, Options.crossplatform(1)).estimate(0, 2), 1e-12);
    UserKnn precision = UserKnn.fit(three, Options.precision(Integer.MAX_VALUE));
    assertEquals(4 + 1, precision.estimate(0, 2), 1e-12);
  }

  @Test
  void equalNeighboursCountByNumber() {
    Interactions same =
        Interactions.builder()
            .add(1, 1, 1)
            .add(2, 1, 1)
            .add(3, 1, 1)
            .add(2, 2, 0)
            .add(3, 2, 0)
            .build();
    assertEquals(
        List.of("2"),
        UserKnn.fit(same, new Options(1)).neighbours(0).stream()
            .map(UserKnn.Neighbour::id)
            .toList());
  }

  /** 0.1 + 0.1 + 0.1 is not 0.3: rounding must not look like variance. */
  @Test
  void pearsonIsZeroWithoutVariance() {
    var rows = Interactions.builder();
    for (int i = 0; i < 3; i++) {
      rows.add(1, i, 0.1).add(2, i, i).add(3, i, 0.1).add(4, i, 2 - i).add(5, i, 10 * i + 3);
    }
    rows.add(6, 0, 1);
    var options = new Options(9, Similarity.PEARSON, Scoring.WEIGHTED_MEAN, Neighbours.OF_USER, 0);
    UserKnn model = UserKnn.fit(rows.build(), options);
    assertEquals(List.of(), model.neighbours(0));
    assertEquals(List.of(), model.neighbours(5));
    var nearest = model.neighbours(1);
    assertEquals(List.of("5"), nearest.stream().map(UserKnn.Neighbour::id).toList());
    assertEquals(1, nearest.get(0).similarity(), 1e-12);
    assertEquals(List.of(), model.neighbours(3));
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> new Options(0));
    for (double beta : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          UserError.class,
          () -> new Options(1, Similarity.COSINE, Scoring.WEIGHTED_MEAN, Neighbours.OF_USER, beta));
    }
    assertTrue(UserKnn.fit(ARTICLE, new Options(7)).name().endsWith("k = 7"));
  }
}
