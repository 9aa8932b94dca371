package lectern.market;

import java.util.ArrayList;
import java.util.List;
import lectern.display.Progress;
import lectern.display.UserError;
import lectern.math.Parallel;
import lectern.simulate.PlatformState;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Week;

/**
 * The closed loop: each week a policy collects and cleans the events so far, finds segments,
 * suggests courses and sends messages; the platform's users answer; the next week begins with what
 * they did. Several policies run side by side on the same platforms.
 *
 * <pre>{@code
 * var results = Loop.of(SimulationOptions.usual().users(500).weeks(12))
 *     .run(List.of(popular, personal, diversified), 10, 1L, Progress.shown());
 * results.against("popular", "net revenue")
 * }</pre>
 *
 * <p>All policies of one seed meet the same users, courses and chance ({@link PlatformState}), so
 * that their differences are paired over seeds. The first weeks, if wanted, run without a policy,
 * to have data to learn from.
 *
 * <p>Article: precision 2 (the cycle from collecting to feedback), community 8.3 (what too much
 * personalisation does).
 */
public final class Loop {
  private final SimulationOptions options;
  private final int warmUp;

  private Loop(SimulationOptions options, int warmUp) {
    this.options = options;
    this.warmUp = warmUp;
  }

  /** On platforms of these options; campaigns and discounts of the options are not run. */
  public static Loop of(SimulationOptions options) {
    return new Loop(options, 1);
  }

  /**
   * The same with so many weeks before any policy acts; 1 if unsaid.
   *
   * @param weeks at least 0, fewer than all weeks
   */
  public Loop warmUp(int weeks) {
    if (weeks < 0 || weeks >= options.weeks()) {
      throw new UserError(
          "warmUp must be at least 0 and below the "
              + options.weeks()
              + " weeks, not "
              + weeks
              + ".");
    }
    return new Loop(options, weeks);
  }

  /** Runs every policy on platforms of the seeds first, first + 1, …; silent. */
  public LoopResults run(List<LoopPolicy> policies, int seeds, long first) {
    return run(policies, seeds, first, Progress.silent());
  }

  /**
   * Runs every policy on platforms of the seeds first, first + 1, …
   *
   * @param seeds how many, at least 1
   */
  public LoopResults run(List<LoopPolicy> policies, int seeds, long first, Progress progress) {
    if (policies.isEmpty()
        || policies.stream().map(LoopPolicy::name).distinct().count() < policies.size()) {
      throw new UserError("The loop needs at least one policy, each with a name of its own.");
    }
    if (seeds < 1) {
      throw new UserError("seeds must be at least 1, not " + seeds + ".");
    }
    if (warmUp >= options.weeks()) {
      throw new UserError(
          "No week is left for the policies: choose more than " + warmUp + " weeks.");
    }
    List<List<LoopRun>> runs = new ArrayList<>();
    try (Progress.Task task = progress.begin("Loop", policies.size())) {
      for (LoopPolicy policy : policies) {
        LoopRun[] ofPolicy = new LoopRun[seeds];
        Parallel.forBlocks(
            seeds,
            1,
            (from, to) -> {
              for (int s = from; s < to; s++) {
                ofPolicy[s] = run(policy, first + s);
              }
            });
        runs.add(List.of(ofPolicy));
        task.at(runs.size(), policy.name());
      }
    }
    return new LoopResults(policies.stream().map(LoopPolicy::name).toList(), runs, warmUp);
  }

  /** One policy on one platform. */
  public LoopRun run(LoopPolicy policy, long seed) {
    PlatformState platform = Simulation.start(options, seed);
    List<LoopStage> stages = policy.stages().get();
    long begin = options.start().toEpochDay() * 86_400;
    List<Week> weeks = new ArrayList<>();
    List<Double> diversity = new ArrayList<>();
    while (platform.nextWeek() < options.weeks()) {
      if (platform.nextWeek() < warmUp) {
        weeks.add(platform.week());
        diversity.add(Double.NaN);
        continue;
      }
      long now = begin + platform.nextWeek() * 7 * 86_400L;
      LoopContext context = new LoopContext(platform, now, seed);
      stages.forEach(stage -> stage.before(context));
      diversity.add(fieldsInLists(context));
      Week week = platform.week(context.actions());
      stages.forEach(stage -> stage.after(context, week));
      weeks.add(week);
    }
    return new LoopRun(seed, weeks, diversity);
  }

  /** The mean number of different fields in a list; NaN without lists. */
  private static double fieldsInLists(LoopContext context) {
    double sum = 0;
    int lists = 0;
    for (int user = 0; user < context.users().size(); user++) {
      int[] list = context.list(user);
      if (list.length > 0) {
        sum += java.util.Arrays.stream(list).mapToObj(context::topic).distinct().count();
        lists++;
      }
    }
    return lists == 0 ? Double.NaN : sum / lists;
  }
}
