package lectern.simulate;

import lectern.data.EventLog;
import lectern.data.Events;

/** What each user did over all weeks, by number: minutes of views, purchases, clicks; and age. */
record UserSums(double[] minutes, double[] purchases, double[] clicks, double[] ages) {
  static UserSums of(SimulatedPlatform platform) {
    EventLog log = platform.cleanLog();
    int n = log.users().size();
    double[] minutes = new double[n];
    double[] purchases = new double[n];
    double[] clicks = new double[n];
    for (int row = 0; row < log.size(); row++) {
      int user = log.user(row);
      switch (log.eventName(row)) {
        case Events.VIEW -> minutes[user] += log.value(row);
        case Events.PURCHASE -> purchases[user]++;
        case Events.CLICK -> clicks[user]++;
        default -> {
          // other events are in none of the files
        }
      }
    }
    double[] ages = log.userAttributes().intColumn("age").asDoubleColumn().asDoubleArray();
    return new UserSums(minutes, purchases, clicks, ages);
  }
}
