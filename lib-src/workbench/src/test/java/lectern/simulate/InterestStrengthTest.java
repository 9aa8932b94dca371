package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.data.Events;
import lectern.evaluate.Evaluation;
import lectern.evaluate.PairedComparison;
import lectern.evaluate.RecallAt;
import lectern.evaluate.Split;
import lectern.recommend.ImplicitAls;
import lectern.recommend.ItemKnn;
import lectern.recommend.ItemKnnOptions;
import lectern.recommend.MarkovChain;
import lectern.recommend.Popularity;
import lectern.recommend.SequenceRules;
import lectern.recommend.UserKnn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models can learn from the simulated log. */
class InterestStrengthTest {
  private static final String RECALL = "Recall@10";

  private static List<PairedComparison> againstPopularity(
      double strength, String event, long seed) {
    var log =
        Simulation.run(SimulationOptions.usual().users(1000).interestStrength(strength), seed)
            .cleanLog();
    Split split = Split.leaveLastOut(log.interactions(event), seed);
    var train = split.train();
    var results =
        Evaluation.of("simulated", split)
            .at(10)
            .seed(seed)
            .metrics(new RecallAt(10))
            .run(
                Popularity.fit(train),
                UserKnn.fit(train, new UserKnn.Options(200, UserKnn.Scoring.WEIGHTED_SUM)),
                ItemKnn.fit(train, ItemKnnOptions.of(50)),
                ImplicitAls.fit(train, new ImplicitAls.Options(4), seed),
                MarkovChain.fit(train),
                SequenceRules.fit(train));
    return results.compare(RECALL, "popularity").all();
  }

  /** With 0 nobody's choices tell anything of his next one but what is popular. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void withoutInterestsNoModelBeatsPopularity(long seed) {
    for (String event : List.of(Events.VIEW, Events.PURCHASE)) {
      for (PairedComparison c : againstPopularity(0, event, seed)) {
        assertTrue(c.interval().low() <= 0, seed + " " + event + " " + c);
      }
    }
  }

  @Test
  void withInterestsAllButTheSimplestChainDoByFar() {
    for (String event : List.of(Events.VIEW, Events.PURCHASE)) {
      for (PairedComparison c : againstPopularity(1, event, 1)) {
        boolean chain = c.first().equals("Markov chain");
        assertTrue(c.interval().low() > (chain ? -0.05 : 0.05), event + " " + c);
      }
    }
  }
}
