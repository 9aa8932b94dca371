package lectern.recommend;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.lstm.LstmOptions;
import lectern.lstm.LstmRecommender;

/** The LSTM under the tests that every sequence model must pass. */
class LstmRecommenderIsASequenceModelTest extends SequenceContractTest {
  private static LstmOptions options() {
    return LstmOptions.of(12)
        .embedding(8)
        .batch(8)
        .epochs(12)
        .learningRate(0.02)
        .dropoutIn(0.1)
        .dropoutOut(0.1)
        .patience(0);
  }

  @Override
  SequenceRecommender fit(Interactions train, long seed) {
    return LstmRecommender.fit(train, options(), seed);
  }

  @Override
  Recommender load(Path file) {
    return LstmRecommender.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
            options().embedding(9),
            LstmOptions.of(13).embedding(8).batch(8).epochs(12).learningRate(0.02).patience(0),
            options().length(3),
            options().batch(7),
            options().epochs(2),
            options().learningRate(0.01),
            options().dropoutIn(0),
            options().dropoutOut(0),
            options().patience(1))
        .stream()
        .map(changed -> (Recommender) LstmRecommender.fit(train, changed, 1))
        .toList();
  }

  @Override
  int checkerboardFloor() {
    return 20;
  }
}
