package lectern.market;

import java.util.List;
import lectern.display.UserError;

/**
 * So many of something, such as 500 purchases.
 *
 * <p>Article: crossplatform 3.3 and 5.2.3, whose listing sets 1,000 registrations and 500 purchases
 * by hand: {@link #asListed()}. Whether they can be reached is for {@link GoalForecast} (from a
 * measured rate) and {@link GoalTracking} (while it runs).
 *
 * @param name what is counted
 * @param target how many, at least 1
 */
public record Goal(String name, long target) {
  public Goal {
    if (name == null || name.isBlank()) {
      throw new UserError("A goal needs a name, such as \"purchases\".");
    }
    if (target < 1) {
      throw new UserError("target must be at least 1, not " + target + ".");
    }
  }

  /** The two goals of the article's listing. */
  public static List<Goal> asListed() {
    return List.of(new Goal("registration", 1000), new Goal("purchases", 500));
  }
}
