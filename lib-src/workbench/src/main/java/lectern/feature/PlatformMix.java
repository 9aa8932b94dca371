package lectern.feature;

import java.util.ArrayList;
import java.util.List;
import lectern.data.EventLog;

/**
 * Where each user is: for each platform of the log the share of the user's events there, as {@code
 * "platform: wechat"}, and {@code platforms}, on how many the user was seen.
 *
 * <p>Shares are of the events whose platform is known and sum to 1; a user with none has zeros.
 */
public record PlatformMix() implements FeatureExtractor {
  @Override
  public UserFeatures extract(UserHistory history) {
    EventLog log = history.log();
    int platforms = log.platforms().size();
    List<String> names = new ArrayList<>();
    log.platforms().ids().forEach(id -> names.add("platform: " + id));
    names.add("platforms");
    return Columns.of(
        history,
        names,
        (user, row) -> {
          int known = 0;
          for (int r : history.rows(user)) {
            if (log.platform(r) >= 0) {
              row[log.platform(r)]++;
              known++;
            }
          }
          for (int p = 0; p < platforms; p++) {
            row[platforms] += row[p] > 0 ? 1 : 0;
            row[p] = known == 0 ? 0 : row[p] / known;
          }
        });
  }
}
