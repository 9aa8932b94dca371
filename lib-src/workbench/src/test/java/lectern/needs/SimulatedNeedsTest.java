package lectern.needs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import lectern.data.EventLog;
import lectern.feature.FeatureExtraction;
import lectern.feature.LoyaltyIndicators;
import lectern.feature.SatisfactionIndicators;
import lectern.feature.ScoreWeights;
import lectern.feature.UserHistory;
import lectern.feature.UserScores;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import org.junit.jupiter.api.Test;

/** On the simulated platform, whose truth is known. */
class SimulatedNeedsTest {
  private static final SimulatedPlatform PLATFORM =
      Simulation.run(SimulationOptions.usual().users(1000).weeks(24), 1);

  private static double[] truth(UserHistory history, IntToDoubleFunction of) {
    EventLog log = PLATFORM.cleanLog();
    return history.users().ids().stream()
        .mapToDouble(id -> of.applyAsDouble(log.users().number(id)))
        .toArray();
  }

  @Test
  void scoresGoAlongWithTheTrueSatisfactionAndLoyalty() {
    UserHistory history = UserHistory.of(PLATFORM.cleanLog(), PLATFORM.weekStart(24));
    var satisfaction = new SatisfactionIndicators().of(history);
    double one =
        UserScores.of(satisfaction, ScoreWeights.equal(satisfaction))
            .rankCorrelation(truth(history, PLATFORM.truth()::satisfaction));
    assertTrue(one > 0.35, "satisfaction: " + one);
    var loyalty = new LoyaltyIndicators().of(history);
    double two =
        UserScores.of(loyalty, ScoreWeights.equal(loyalty))
            .rankCorrelation(truth(history, PLATFORM.truth()::loyalty));
    assertTrue(two > 0.45, "loyalty: " + two);
  }

  @Test
  void needsArePredictedBeyondTheBaseRateAndNotFromShuffledAnswers() {
    UnaryOperator<FeatureExtraction> chosen =
        f -> f.recencyFrequencyMonetary().interests("field").activity();
    BuysTopic label = new BuysTopic("field", "data");
    EventLog log = PLATFORM.cleanLog();
    NeedsSample train = NeedsSample.of(log, PLATFORM.weekStart(14), label, chosen);
    NeedsSample test = NeedsSample.of(log, PLATFORM.weekStart(19), label, chosen);
    NeedsOptions options = NeedsOptions.of(NeedsOptions.Kind.LOGISTIC).penalty(5);
    NeedsEvaluation real = NeedsEvaluation.of(NeedsClassifier.fit(train, options, 1), test, 1);
    assertTrue(real.logLoss().beatsBaseRate() && real.brier().beatsBaseRate(), real.toString());
    ShuffledLabels check = ShuffledLabels.of(train, test, options, 19, 1);
    assertTrue(check.pValue() == 0.05 && check.meanShuffledGain() < 0.01, check.toString());
  }
}
