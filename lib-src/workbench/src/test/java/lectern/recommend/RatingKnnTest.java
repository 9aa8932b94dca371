package lectern.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.display.UserError;
import lectern.recommend.RatingKnn.Form;
import lectern.recommend.RatingKnn.Side;
import lectern.recommend.RatingKnn.Similarity;
import org.junit.jupiter.api.Test;

/** Golden numbers: Surprise 1.1.5 on {@link PublishedPairs}. */
class RatingKnnTest extends RecommenderContractTest {
  private static final RatingKnnOptions USUAL = RatingKnnOptions.of(Form.CENTRED).k(5);

  @Override
  Recommender fit(Interactions train, long seed) {
    return RatingKnn.fit(train, USUAL);
  }

  @Override
  Recommender load(Path file) {
    return RatingKnn.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    var shrunk = USUAL.similarity(Similarity.PEARSON_BASELINE);
    assertTrue(
        RatingKnn.fit(train, shrunk.shrinkage(1)).similarity(2, 3)
            != RatingKnn.fit(train, shrunk).similarity(2, 3));
    return List.of(
        RatingKnn.fit(train, USUAL.side(Side.ITEMS)),
        RatingKnn.fit(train, RatingKnnOptions.of(Form.PLAIN).k(5)),
        RatingKnn.fit(train, RatingKnnOptions.of(Form.BASELINE).k(5)),
        RatingKnn.fit(train, USUAL.similarity(Similarity.COSINE)),
        RatingKnn.fit(train, USUAL.similarity(Similarity.PEARSON)),
        RatingKnn.fit(train, shrunk),
        RatingKnn.fit(train, USUAL.k(4)),
        RatingKnn.fit(train, USUAL.minNeighbours(USERS)),
        RatingKnn.fit(train, USUAL.minSupport(14)));
  }

  /** All likes are 1, so every estimate is: ties, which go by number. */
  @Override
  int checkerboardFloor() {
    return 0;
  }

  private static void golden(Side side, Form form, Similarity similarity, double... expected) {
    var options =
        RatingKnnOptions.of(form)
            .side(side)
            .similarity(similarity)
            .k(3)
            .minNeighbours(2)
            .minSupport(2);
    PublishedPairs.assertEstimates(RatingKnn.fit(PublishedPairs.ratings(), options), expected);
  }

  @Test
  void goldenPlainUsers() {
    golden(
        Side.USERS,
        Form.PLAIN,
        Similarity.COSINE,
        2.32353867715,
        3.321837538523,
        2.997504108268,
        3.035070529637,
        3.361607175346,
        2.313878794004,
        1.985409095503,
        1.667945254804,
        3.003835764411,
        2.97310680802,
        1.672567407269,
        2.345134814538,
        2.337307082496,
        1.996575206895);
    golden(
        Side.USERS,
        Form.PLAIN,
        Similarity.MSD,
        2.0,
        1.68,
        3.181818181818,
        4.441176470588,
        3.764705882353,
        3.6,
        2.95,
        2.818181818182,
        3.727272727273,
        1.942675159236,
        3.105263157895,
        4.421052631579,
        3.764705882353,
        2.558823529412);
    golden(
        Side.USERS,
        Form.PLAIN,
        Similarity.PEARSON,
        2.97619047619,
        2.97619047619,
        3.81199275993,
        4.0,
        4.148387550921,
        5.0,
        4.0,
        2.0,
        4.0,
        2.97619047619,
        2.753393944404,
        4.506787888807,
        3.0,
        2.5);
    golden(
        Side.USERS,
        Form.PLAIN,
        Similarity.PEARSON_BASELINE,
        2.386075363198,
        1.693037681599,
        3.127540161785,
        4.417573276248,
        4.006147727447,
        3.062548257261,
        2.546911192946,
        1.7178265117,
        3.153479535101,
        1.605036509647,
        2.782085452475,
        4.564170904949,
        3.468956109086,
        2.600151465992);
  }

  @Test
  void goldenCentredUsers() {
    golden(
        Side.USERS,
        Form.CENTRED,
        Similarity.COSINE,
        0.221538271017,
        1.21983713239,
        4.456498988947,
        3.296211161789,
        3.622747807498,
        3.218979799001,
        2.8905101005,
        1.859961883665,
        3.195852393272,
        0.921336740114,
        3.751621728487,
        4.424189135756,
        3.870880967334,
        3.530149091733);
    golden(
        Side.USERS,
        Form.CENTRED,
        Similarity.MSD,
        1.3632,
        1.0432,
        3.678787878788,
        3.988235294118,
        3.311764705882,
        3.48,
        2.83,
        2.309090909091,
        3.218181818182,
        1.346496815287,
        3.305263157895,
        4.621052631579,
        4.282352941176,
        3.076470588235);
    golden(
        Side.USERS,
        Form.CENTRED,
        Similarity.PEARSON,
        1.0,
        1.0,
        4.420528989292,
        3.397419142903,
        3.545806693825,
        3.74826767296,
        2.74826767296,
        1.147963633358,
        3.147963633358,
        1.0,
        2.948868685199,
        4.702262629602,
        3.8,
        3.3);
    golden(
        Side.USERS,
        Form.CENTRED,
        Similarity.PEARSON_BASELINE,
        1.693037681599,
        1.0,
        3.61173401299,
        3.853532785023,
        3.442107236222,
        3.3776819339,
        2.862044869585,
        1.658786305495,
        3.094439328896,
        1.208186501283,
        2.939304849175,
        4.72139030165,
        4.077006894579,
        3.208202251484);
  }

  @Test
  void goldenBaselineUsers() {
    golden(
        Side.USERS,
        Form.BASELINE,
        Similarity.COSINE,
        1.814611287572,
        2.812910148945,
        3.419290637182,
        3.096359241053,
        3.422895886762,
        2.533125027606,
        2.204655329105,
        1.753242978399,
        3.089133488006,
        2.397300197195,
        2.183047535834,
        2.855614943103,
        2.70988020025,
        2.369148324649);
    golden(
        Side.USERS,
        Form.BASELINE,
        Similarity.MSD,
        1.898536040931,
        1.578536040931,
        3.369203003805,
        4.31131965539,
        3.634849067155,
        3.546284553404,
        2.896284553404,
        2.709119677791,
        3.618210586881,
        1.720882286118,
        3.114313250337,
        4.430102724022,
        3.881079521362,
        2.675197168421);
    golden(
        Side.USERS,
        Form.BASELINE,
        Similarity.PEARSON,
        2.471460436563,
        2.721460436563,
        4.027463740943,
        3.818339552414,
        3.966727103336,
        4.6646270658,
        3.6646270658,
        1.804942250868,
        3.804942250868,
        2.54022119433,
        2.753841811972,
        4.507235756375,
        3.192405063291,
        2.692405063291);
    golden(
        Side.USERS,
        Form.BASELINE,
        Similarity.PEARSON_BASELINE,
        2.267938402514,
        1.574900720915,
        3.311718651378,
        4.257999836097,
        3.846574287296,
        3.117445046361,
        2.601807982046,
        1.737106582311,
        3.172759605712,
        1.431180102494,
        2.7712098347,
        4.553295287174,
        3.608155649853,
        2.739351006759);
  }

  @Test
  void goldenPlainItems() {
    golden(
        Side.ITEMS,
        Form.PLAIN,
        Similarity.COSINE,
        1.0,
        1.0,
        4.307517735112,
        3.681232357188,
        3.347789915876,
        3.659581264012,
        3.677515107354,
        2.345713773805,
        2.329790632006,
        1.0,
        3.979943543003,
        4.673894957938,
        3.340418735988,
        3.322484892646);
    golden(
        Side.ITEMS,
        Form.PLAIN,
        Similarity.MSD,
        1.0,
        1.0,
        3.865979381443,
        3.838709677419,
        3.5,
        3.333333333333,
        3.571428571429,
        2.585585585586,
        2.333333333333,
        1.0,
        3.709677419355,
        4.75,
        3.666666666667,
        3.428571428571);
    golden(
        Side.ITEMS,
        Form.PLAIN,
        Similarity.PEARSON,
        1.0,
        1.0,
        4.107791805176,
        3.725773195876,
        3.374665270357,
        3.625334729643,
        3.709320838343,
        2.409111443078,
        2.312667364822,
        1.0,
        3.888659793814,
        4.687332635178,
        3.374665270357,
        3.290679161657);
    golden(
        Side.ITEMS,
        Form.PLAIN,
        Similarity.PEARSON_BASELINE,
        1.0,
        1.0,
        3.965394909943,
        3.751717345684,
        3.387229143668,
        3.45258259055,
        3.455158947948,
        2.521478763047,
        2.27172690191,
        1.0,
        3.806686610801,
        4.693614571834,
        3.54741740945,
        3.544841052052);
  }

  @Test
  void goldenCentredItems() {
    golden(
        Side.ITEMS,
        Form.CENTRED,
        Similarity.COSINE,
        1.277541800943,
        1.943263544002,
        4.646642963271,
        3.182760115212,
        2.952877450928,
        3.54787970268,
        3.064543681234,
        2.623255574748,
        3.273054176008,
        1.339125228158,
        3.481471301027,
        4.27898249299,
        3.228717174655,
        2.709513466526);
    golden(
        Side.ITEMS,
        Form.CENTRED,
        Similarity.MSD,
        1.352852852853,
        1.861111111111,
        4.3264604811,
        3.376344086022,
        3.041666666667,
        3.194444444444,
        3.261904761905,
        2.938438438438,
        3.194444444444,
        1.460481099656,
        3.247311827957,
        4.291666666667,
        3.527777777778,
        3.119047619048);
    golden(
        Side.ITEMS,
        Form.CENTRED,
        Similarity.PEARSON,
        1.277448809777,
        1.937555788274,
        4.694974248445,
        3.24295532646,
        2.968554741042,
        3.510779290447,
        3.101764241539,
        2.686560252855,
        3.250223153095,
        1.587182443269,
        3.405841924399,
        4.281222105863,
        3.260109831161,
        2.683122564852);
    golden(
        Side.ITEMS,
        Form.CENTRED,
        Similarity.PEARSON_BASELINE,
        1.318144392948,
        1.92207535177,
        4.434360434533,
        3.288578650117,
        2.980056317187,
        3.324769136916,
        3.163283376115,
        2.839623155995,
        3.19380225368,
        1.46896552459,
        3.343547915234,
        4.286441745353,
        3.419603955816,
        3.252965480219);
  }

  @Test
  void goldenBaselineItems() {
    golden(
        Side.ITEMS,
        Form.BASELINE,
        Similarity.COSINE,
        1.056521506418,
        1.305975645562,
        4.41739659793,
        3.526783079935,
        3.223857181838,
        3.644364761968,
        3.474712319982,
        2.402235280223,
        2.635766277569,
        1.109878862818,
        3.82549426575,
        4.5499622239,
        3.325202233944,
        3.119682105274);
    golden(
        Side.ITEMS,
        Form.BASELINE,
        Similarity.MSD,
        1.085981155206,
        1.27291007384,
        4.014838057416,
        3.69556373521,
        3.353985363924,
        3.303533755274,
        3.469315099458,
        2.671566740791,
        2.606243407173,
        1.148858675973,
        3.566531477145,
        4.603985363924,
        3.636867088608,
        3.3264579566);
    golden(
        Side.ITEMS,
        Form.BASELINE,
        Similarity.PEARSON,
        1.057354370483,
        1.303757342555,
        4.295240690028,
        3.576316903376,
        3.246833590015,
        3.608587429188,
        3.508827663792,
        2.46646581356,
        2.616424707377,
        1.187448884852,
        3.739203501314,
        4.559500954837,
        3.357917969902,
        3.090185987105);
    golden(
        Side.ITEMS,
        Form.BASELINE,
        Similarity.PEARSON_BASELINE,
        1.073037950446,
        1.297815985887,
        4.116978804684,
        3.608654629939,
        3.258859728962,
        3.428478906381,
        3.356815273585,
        2.594516713493,
        2.569542887797,
        1.151583894741,
        3.663623895056,
        4.565245157127,
        3.523313725281,
        3.446497377688);
  }

  @Test
  void strangersAndEmptyRowsGetBiases() {
    Interactions train =
        Interactions.builder().add(1, 1, 2).add(2, 1, 5).user("9").item("9").build();
    Biases biases = Biases.fit(train);
    for (Form form : Form.values()) {
      RatingKnn model = RatingKnn.fit(train, RatingKnnOptions.of(form));
      assertEquals(biases.estimate(-1, 0), model.estimate(-1, 0), form.toString());
      assertEquals(biases.estimate(-1, 0), model.estimate("9", "1"), form.toString());
      assertEquals(0, model.similarity(0, 0));
    }
    assertEquals(3.5, RatingKnn.fit(train, RatingKnnOptions.of(Form.PLAIN)).estimate("1", "9"));
    assertEquals(2, RatingKnn.fit(train, RatingKnnOptions.of(Form.CENTRED)).estimate("1", "9"));
  }

  @Test
  void wrongOptionsAreRefused() {
    assertThrows(UserError.class, () -> USUAL.k(0));
    assertThrows(UserError.class, () -> USUAL.minNeighbours(0));
    assertThrows(UserError.class, () -> USUAL.minSupport(0));
    assertThrows(UserError.class, () -> USUAL.shrinkage(-1));
    assertThrows(UserError.class, () -> USUAL.shrinkage(Double.NaN));
    assertEquals(
        "user neighbours, centred, pearson baseline, k = 5",
        RatingKnn.fit(ratings(1), USUAL.similarity(Similarity.PEARSON_BASELINE)).name());
  }

  @Test
  void aSquareTooLargeIsRefused() {
    String message =
        assertThrows(UserError.class, () -> Checks.squareFits("It", "items", 12_001, "Do less."))
            .getMessage();
    assertTrue(message.contains("12001 items") && message.endsWith("Do less."), message);
  }
}
