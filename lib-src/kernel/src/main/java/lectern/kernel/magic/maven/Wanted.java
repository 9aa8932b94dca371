package lectern.kernel.magic.maven;

import java.util.List;
import lectern.display.UserError;

/**
 * What is asked of Maven repositories in one go.
 *
 * @param coordinates each {@code group:artifact[:packaging[:classifier]]:version}
 * @param exclusions what shall not come with them, each {@code group:artifact}; {@code *} stands
 *     for any
 * @param offline only what the local repository has
 * @param update looks for newer snapshots now, not once a day
 */
public record Wanted(
    List<String> coordinates, List<String> exclusions, boolean offline, boolean update) {
  public Wanted {
    coordinates = List.copyOf(coordinates);
    exclusions = List.copyOf(exclusions);
    for (String exclusion : exclusions) {
      if (!exclusion.matches("[^:\\s]+:[^:\\s]+")) {
        throw new UserError(
            "Not an artifact to leave out: " + exclusion + ". Write group:artifact or group:*.");
      }
    }
    if (offline && update) {
      throw new UserError("--offline and --update cannot both be: leave one of them out.");
    }
  }

  /** These artifacts and all that they need. */
  public static Wanted of(List<String> coordinates) {
    return new Wanted(coordinates, List.of(), false, false);
  }
}
