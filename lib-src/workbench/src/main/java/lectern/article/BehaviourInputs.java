package lectern.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.market.NextEventAblation;
import lectern.market.NextEventData;
import lectern.market.NextEventModel;
import lectern.simulate.Campaign;
import lectern.simulate.Channel;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import lectern.simulate.Topic;

/**
 * Which inputs of the article "precision", 4.1, foretell what users of a simulated platform do:
 * history, session, adverts and friends.
 */
final class BehaviourInputs {
  private static final int WEEKS = 8;

  private BehaviourInputs() {}

  /**
   * For clicks and for purchases what each group of inputs is worth: learnt from the first five
   * weeks, judged on the last three; a campaign in every week.
   */
  static Map<String, NextEventAblation> ablations() {
    SimulatedPlatform platform = platform();
    Map<String, NextEventAblation> all = new LinkedHashMap<>();
    for (String event : List.of(Events.CLICK, Events.PURCHASE)) {
      EventLog log = platform.cleanLog();
      NextEventData data =
          NextEventData.of(
              log,
              NextEventData.courses(log, "field", event),
              NextEventData.Advert.ofTreated(platform.contacts()),
              NextEventData.follows(platform.follows()),
              new NextEventData.Options(30, 7, 28));
      long cut = platform.weekStart(5);
      all.put(
          event,
          NextEventAblation.of(data.before(cut), data.from(cut), new NextEventModel.Options(), 7));
    }
    return all;
  }

  private static SimulatedPlatform platform() {
    Campaign[] campaigns = new Campaign[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      campaigns[week] =
          Campaign.of(
              "week " + week, week, Channel.WECHAT, week % 2 == 0 ? Topic.DATA : Topic.ENGLISH);
    }
    return Simulation.run(
        SimulationOptions.usual()
            .users(700)
            .weeks(WEEKS)
            .socialInfluence(3)
            .campaigns(campaigns)
            .noDiscounts(),
        7);
  }
}
