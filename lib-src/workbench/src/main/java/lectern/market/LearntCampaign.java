package lectern.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.data.EventLog;
import lectern.data.Events;
import lectern.display.UserError;
import lectern.evaluate.Proportion;
import lectern.math.RandomStream;
import lectern.simulate.Channel;
import lectern.simulate.Contact;
import lectern.simulate.Topic;
import lectern.simulate.Week;

/**
 * A stage that spends a budget of messages each week where they bring most, and learns where that
 * is from what came of the messages before.
 *
 * <p>A part of the budget always tries users and channels by lot, all of it in the first weeks.
 * After each week it is counted, for each segment and channel, of how many messages by lot the
 * receiver bought a course of the message's topic within the week, and, of users who got none, how
 * many bought a course of their favourite topic. With the shrunk rates of {@link ChannelResponse},
 * a message to a user is worth max(0, rate − rate without) × mean price of the topic, at most one
 * message a user; {@link StrategySolver#fast} chooses.
 *
 * <p>Article: precision 2.7 to 2.9, crossplatform 3.3.
 */
public final class LearntCampaign implements LoopStage {
  /**
   * How to spend and learn.
   *
   * @param channels which can be used, at least one
   * @param costs of one message in each, at least 0
   * @param budget for each week, at least 0
   * @param tryWeeks how many weeks all messages go out by lot, at least 1; 3 if unsaid
   * @param tryShare the part of the budget that does so afterwards, above 0, at most 1; 0.2 if
   *     unsaid
   */
  public record Options(
      List<Channel> channels,
      Map<Channel, Double> costs,
      double budget,
      int tryWeeks,
      double tryShare,
      int restWeeks) {
    public Options {
      channels = List.copyOf(channels);
      costs = Map.copyOf(costs);
      if (channels.isEmpty()) {
        throw new UserError("A campaign needs at least one channel.");
      }
      for (Channel channel : channels) {
        Double cost = costs.get(channel);
        if (cost == null || !(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
          throw new UserError(
              "Channel " + channel.id() + " needs a cost above 0, not " + cost + ".");
        }
      }
      if (!(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
        throw new UserError("budget must be at least 0, not " + budget + ".");
      }
      if (tryWeeks < 1) {
        throw new UserError("tryWeeks must be at least 1, not " + tryWeeks + ".");
      }
      if (!(tryShare > 0 && tryShare <= 1)) {
        throw new UserError("tryShare must be above 0 and at most 1, not " + tryShare + ".");
      }
      if (restWeeks < 0) {
        throw new UserError("restWeeks must be at least 0, not " + restWeeks + ".");
      }
    }

    /** Three weeks of trying, then a fifth of the budget; two weeks of rest. */
    public Options(List<Channel> channels, Map<Channel, Double> costs, double budget) {
      this(channels, costs, budget, 3, 0.2, 2);
    }
  }

  private final Options options;
  private final Map<List<String>, Proportion> answered = new LinkedHashMap<>();
  private final Map<String, Proportion> without = new TreeMap<>();
  private final Set<Integer> byLot = new LinkedHashSet<>();
  private final Map<Integer, Integer> lastMessage = new TreeMap<>();
  private double[][] interest;
  private int weeks;

  public LearntCampaign(Options options) {
    this.options = options;
  }

  @Override
  public void before(LoopContext context) {
    interest = LoopStages.interests(context);
    byLot.clear();
    List<Integer> known = new ArrayList<>();
    for (int user = 0; user < interest.length; user++) {
      boolean rests =
          context.week() - lastMessage.getOrDefault(user, Integer.MIN_VALUE / 2)
              <= options.restWeeks();
      if (context.present(user) && !rests && Arrays.stream(interest[user]).sum() > 0) {
        known.add(user);
      }
    }
    boolean trying = ++weeks <= options.tryWeeks() || answered.isEmpty();
    tryByLot(context, known, trying ? options.budget() : options.tryShare() * options.budget());
    if (!trying) {
      known.removeAll(byLot);
      StrategyPlan plan =
          StrategySolver.fast(problem(context, known, (1 - options.tryShare()) * options.budget()));
      for (StrategyProblem.Option chosen : plan.chosen()) {
        int user = context.users().number(chosen.user());
        context.message(user, new Contact(Channel.of(chosen.strategy()), favourite(user)));
      }
    }
  }

  private Topic favourite(int user) {
    return Topic.values()[RankAgreement.order(interest[user])[0]];
  }

  private void tryByLot(LoopContext context, List<Integer> known, double money) {
    RandomStream random =
        RandomStream.of(context.seed(), "learnt campaign", Integer.toString(context.week()));
    double left = money;
    for (int i : random.permutation(known.size())) {
      Channel channel = options.channels().get(random.nextInt(options.channels().size()));
      left -= options.costs().get(channel);
      if (left < 0) {
        return;
      }
      byLot.add(known.get(i));
      context.message(known.get(i), new Contact(channel, favourite(known.get(i))));
    }
  }

  private StrategyProblem problem(LoopContext context, List<Integer> users, double money) {
    ChannelResponse response = response();
    double[] prices = meanPrices(context);
    StrategyProblem.Builder out = StrategyProblem.builder(money, 1);
    for (int user : users) {
      String segment = context.segment(user);
      if (response.segments().contains(segment)) {
        double anyway = rateWithout(segment);
        Topic theme = favourite(user);
        for (String channel : response.channels()) {
          double worth = Math.max(0, response.rate(segment, channel) - anyway);
          out.option(
              context.users().id(user),
              theme.id(),
              channel,
              worth * prices[theme.ordinal()],
              options.costs().get(Channel.of(channel)));
        }
      }
    }
    return out.build();
  }

  /** The share of users without a message who buy on their favourite topic, drawn to the mean. */
  private double rateWithout(String segment) {
    Proportion all = without.values().stream().reduce(new Proportion(0, 0), Proportion::plus);
    Proportion some = without.getOrDefault(segment, new Proportion(0, 0));
    double mean = (all.successes() + 0.5) / (all.trials() + 1);
    return (some.successes() + 20 * mean) / (some.trials() + 20);
  }

  private static double[] meanPrices(LoopContext context) {
    double[] sum = new double[Topic.values().length];
    int[] count = new int[sum.length];
    double[] prices = context.prices();
    for (int course = 0; course < prices.length; course++) {
      sum[context.topic(course).ordinal()] += prices[course];
      count[context.topic(course).ordinal()]++;
    }
    for (int topic = 0; topic < sum.length; topic++) {
      sum[topic] /= Math.max(1, count[topic]);
    }
    return sum;
  }

  /** What was learnt: conversions of messages by lot, by segment and channel. */
  public ChannelResponse response() {
    ChannelResponse.Builder out = ChannelResponse.builder();
    answered.forEach((key, proportion) -> out.add(key.get(0), key.get(1), proportion));
    return out.build();
  }

  @Override
  public void after(LoopContext context, Week week) {
    boolean[][] bought = new boolean[interest.length][Topic.values().length];
    EventLog events = week.events();
    for (int row = 0; row < events.size(); row++) {
      if (events.is(row, Events.PURCHASE)) {
        int course = context.courses().number(events.courseId(row));
        bought[context.users().number(events.userId(row))][context.topic(course).ordinal()] = true;
      }
    }
    Set<Integer> reached = new LinkedHashSet<>();
    for (LoopContext.Message message : context.messages()) {
      reached.add(message.user());
      lastMessage.put(message.user(), week.number());
      if (byLot.contains(message.user())) {
        boolean answers = bought[message.user()][message.contact().theme().ordinal()];
        answered.merge(
            List.of(context.segment(message.user()), message.contact().channel().id()),
            new Proportion(answers ? 1 : 0, 1),
            Proportion::plus);
      }
    }
    for (int user = 0; user < interest.length; user++) {
      if (context.present(user)
          && !reached.contains(user)
          && Arrays.stream(interest[user]).sum() > 0) {
        boolean buys = bought[user][favourite(user).ordinal()];
        without.merge(context.segment(user), new Proportion(buys ? 1 : 0, 1), Proportion::plus);
      }
    }
  }
}
