package lectern.article;

import lectern.simulate.Dirt;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;

/** The simulated platforms that several claims ask: each run once, when the first claim asks it. */
final class ArticlePlatform {
  private ArticlePlatform() {}

  /** The usual 2,000 users and 12 weeks without dirt, seed 7. */
  static SimulatedPlatform usual() {
    return Usual.PLATFORM;
  }

  /** 600 users and 8 weeks with the usual dirt on the log, seed 7. */
  static SimulatedPlatform soiled() {
    return OfDirt.PLATFORM;
  }

  private static final class OfDirt {
    static final SimulatedPlatform PLATFORM =
        Simulation.run(SimulationOptions.usual().users(600).weeks(8).dirt(Dirt.usual()), 7);
  }

  private static final class Usual {
    static final SimulatedPlatform PLATFORM = Simulation.run(SimulationOptions.usual(), 7);
  }
}
