package lectern.simulate;

import java.util.ArrayList;
import java.util.List;
import lectern.display.Progress;

/**
 * A platform for paid courses whose truth is known: interests, segments, prices, messages and their
 * effects. The package page gives the model.
 *
 * <pre>{@code
 * var platform = Simulation.run(SimulationOptions.usual(), 7);
 * platform.log()                                   // what an analyst sees
 * platform.truth().segments()                      // what he would like to know
 * }</pre>
 *
 * <p>Same options and seed, same bits, on any number of threads.
 */
public final class Simulation {
  private Simulation() {}

  /** Runs all weeks with the campaigns and discounts of the options, and no suggestions. */
  public static SimulatedPlatform run(SimulationOptions options, long seed) {
    return run(options, seed, Progress.silent());
  }

  /**
   * As {@link #run(SimulationOptions, long)}.
   *
   * @param progress told after each week
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  public static SimulatedPlatform run(SimulationOptions options, long seed, Progress progress) {
    PlatformState state = start(options, seed);
    List<Trial> trials = new ArrayList<>();
    try (var task = progress.begin("simulation", options.weeks())) {
      for (int week = 0; week < options.weeks(); week++) {
        Actions actions = new Actions();
        for (TimedDiscount cut : options.discounts()) {
          if (cut.week() == week) {
            actions.discount(cut.theme(), cut.discount());
          }
        }
        List<Trial> now = new ArrayList<>();
        for (Campaign campaign : options.campaigns()) {
          if (campaign.week() == week) {
            now.add(new Trial(campaign, state.world(), state.states()));
          }
        }
        state.week(actions, now);
        trials.addAll(now);
        task.at(week + 1);
      }
    }
    return new SimulatedPlatform(state, trials);
  }

  /** A platform before its first week, to be run week by week under a policy. */
  public static PlatformState start(SimulationOptions options, long seed) {
    return new PlatformState(options, seed);
  }
}
