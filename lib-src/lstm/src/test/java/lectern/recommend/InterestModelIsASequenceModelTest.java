package lectern.recommend;

import java.nio.file.Path;
import java.util.List;
import lectern.data.Interactions;
import lectern.lstm.InterestModel;
import lectern.lstm.InterestOptions;

/** The interest model under the tests that every sequence model must pass. */
class InterestModelIsASequenceModelTest extends SequenceContractTest {
  private static InterestOptions options() {
    return InterestOptions.of(12).embedding(8).batch(8).epochs(20).learningRate(0.02);
  }

  @Override
  SequenceRecommender fit(Interactions train, long seed) {
    return InterestModel.fit(train, options(), seed);
  }

  @Override
  Recommender load(Path file) {
    return InterestModel.load(file);
  }

  @Override
  List<Recommender> eachOptionChanged(Interactions train) {
    return List.of(
            options().embedding(9),
            options().hidden(13),
            options().length(3),
            options().batch(7),
            options().epochs(2),
            options().learningRate(0.01),
            options().negatives(2),
            options().head(InterestModel.Head.AS_PRINTED))
        .stream()
        .map(changed -> (Recommender) InterestModel.fit(train, changed, 1))
        .toList();
  }

  @Override
  int checkerboardFloor() {
    return 15;
  }
}
