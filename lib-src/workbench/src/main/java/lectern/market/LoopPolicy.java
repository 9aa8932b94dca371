package lectern.market;

import java.util.List;
import java.util.function.Supplier;
import lectern.display.UserError;

/**
 * A way to run a platform: stages, one after the other, each week.
 *
 * <pre>{@code
 * LoopPolicy.of("popular", () -> List.of(
 *     LoopStages.collect(), LoopStages.clean(), LoopStages.popular(10)))
 * }</pre>
 *
 * @param name for tables and figures
 * @param stages makes the stages of one run, new ones each time
 */
public record LoopPolicy(String name, Supplier<List<LoopStage>> stages) {
  public LoopPolicy {
    if (name == null || name.isBlank()) {
      throw new UserError("A policy needs a name.");
    }
  }

  public static LoopPolicy of(String name, Supplier<List<LoopStage>> stages) {
    return new LoopPolicy(name, stages);
  }
}
