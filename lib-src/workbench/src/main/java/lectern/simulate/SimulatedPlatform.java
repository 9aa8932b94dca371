package lectern.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.data.EventLog;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import lectern.display.UserError;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A platform after all its weeks: what an analyst sees of it, and the truth behind. */
public final class SimulatedPlatform implements Displayable {
  private final World world;
  private final PlatformState state;
  private final List<Trial> trials;
  private final EventLog clean;
  private final EventLog seen;
  private final DirtLog dirtLog;

  SimulatedPlatform(PlatformState state, List<Trial> trials) {
    this.state = state;
    this.world = state.world();
    this.trials = List.copyOf(trials);
    clean = Logs.of(world, state.events());
    Soiled soiled = Soiled.of(clean, world.options.dirt(), world.seed);
    seen = soiled.log();
    dirtLog = soiled.what();
  }

  /** What was asked for. */
  public SimulationOptions options() {
    return world.options;
  }

  public long seed() {
    return world.seed;
  }

  /** What the analyst sees: the events by time, with the dirt of the options, and attributes. */
  public EventLog log() {
    return seen;
  }

  /** The same without dirt. Without dirt in the options the same log. */
  public EventLog cleanLog() {
    return clean;
  }

  /** What was done to the log, row by row. */
  public DirtLog dirtLog() {
    return dirtLog;
  }

  /** What nobody on a real platform knows, after the last week. */
  public PlatformTruth truth() {
    return state.truth();
  }

  /** Why an event of the clean log happened. */
  public Cause cause(int row) {
    return Cause.values()[state.events().cause[row]];
  }

  /** For each cause, how many events of each kind it had: rows of the clean log. */
  public Table causes() {
    Table table =
        Table.create(
            "causes", StringColumn.create("cause", Arrays.stream(Cause.values()).map(Cause::id)));
    EventList events = state.events();
    for (String event : lectern.data.Events.ALL) {
      int[] counts = new int[Cause.values().length];
      for (int row = 0; row < events.size; row++) {
        if (lectern.data.Events.ALL.get(events.event[row]).equals(event)) {
          counts[events.cause[row]]++;
        }
      }
      table.addColumns(IntColumn.create(event, counts));
    }
    return table;
  }

  /** One row for each week. */
  public List<Week> weeks() {
    return state.weeks();
  }

  /** Seconds since 1970 at which a week begins; the number of weeks gives the end. */
  public long weekStart(int week) {
    return world.weekStart(week);
  }

  /** The community: post, user, time, topic, the post that it answers, replies that it got. */
  public Table posts() {
    return state.community().table();
  }

  /** Who follows whom: user, followed. */
  public Table follows() {
    StringColumn user = StringColumn.create("user");
    StringColumn followed = StringColumn.create("followed");
    for (int u = 0; u < world.people.length; u++) {
      for (int other : world.network.follows[u]) {
        user.append(world.userIds.id(u));
        followed.append(world.userIds.id(other));
      }
    }
    return Table.create("follows", user, followed);
  }

  /** Who invited whom: user, inviter ("" for those who came by themselves), week of joining. */
  public Table referrals() {
    StringColumn inviter = StringColumn.create("inviter");
    IntColumn week = IntColumn.create("joined in week");
    for (int u = 0; u < world.people.length; u++) {
      int who = world.network.inviter[u];
      inviter.append(who == Network.NOBODY ? "" : world.userIds.id(who));
      week.append(world.network.joinWeek[u]);
    }
    return Table.create(
        "referrals", StringColumn.create("user", world.userIds.ids()), inviter, week);
  }

  /** Accounts with platform, phone, email and device; "" for a key that is not known. */
  public Table accounts() {
    return world.accounts.table();
  }

  /** Truth: whose accounts they are. */
  public Table accountOwners() {
    return world.accounts.owners(world.userIds.ids());
  }

  /** The clean events as the platforms see them: users are accounts, to be joined by their keys. */
  public EventLog accountLog() {
    return Logs.byAccount(world, state.events());
  }

  /**
   * The marketing log: one row for each campaign and each user who was there, with whether he was
   * treated and whether a fair draw decided it.
   */
  public Table contacts() {
    StringColumn user = StringColumn.create("user");
    StringColumn name = StringColumn.create("campaign");
    StringColumn channel = StringColumn.create("channel");
    StringColumn theme = StringColumn.create("theme");
    DoubleColumn discount = DoubleColumn.create("discount");
    LongColumn time = LongColumn.create("time");
    BooleanColumn treated = BooleanColumn.create("treated");
    BooleanColumn randomised = BooleanColumn.create("randomised");
    for (Trial trial : trials) {
      Campaign campaign = trial.campaign;
      for (int i = 0; i < trial.users.length; i++) {
        user.append(world.userIds.id(trial.users[i]));
        name.append(campaign.name());
        channel.append(campaign.channel().id());
        theme.append(campaign.theme().id());
        discount.append(campaign.discount());
        time.append(weekStart(campaign.week()));
        treated.append(trial.treated[i]);
        randomised.append(campaign.assignment() == Campaign.Assignment.RANDOMISED);
      }
    }
    return Table.create(
        "contacts", user, name, channel, theme, discount, time, treated, randomised);
  }

  /** The campaigns that were run, with their known effects. */
  public List<CampaignTruth> campaigns() {
    return trials.stream().map(trial -> new CampaignTruth(world, trial)).toList();
  }

  /** The known effects of one campaign. */
  public CampaignTruth campaign(String name) {
    return new CampaignTruth(world, trial(name));
  }

  /**
   * What the data say of a campaign: purchases in its week, treated minus others. Right only if a
   * fair draw decided who was treated.
   */
  public EffectEstimate estimate(String name) {
    Trial trial = trial(name);
    int[] purchases = purchases(trial.campaign.week());
    int treated = 0;
    for (boolean t : trial.treated) {
      treated += t ? 1 : 0;
    }
    double[] with = new double[treated];
    double[] without = new double[trial.users.length - treated];
    int a = 0;
    int b = 0;
    for (int i = 0; i < trial.users.length; i++) {
      double value = purchases[trial.users[i]];
      if (trial.treated[i]) {
        with[a++] = value;
      } else {
        without[b++] = value;
      }
    }
    return EffectEstimate.of(with, without);
  }

  /** For each user the purchases of a week in the clean log. */
  public int[] purchases(int week) {
    EventList events = state.events();
    int[] purchases = new int[world.people.length];
    for (int row = 0; row < events.size; row++) {
      if (events.event[row] == EventList.PURCHASE
          && events.time[row] >= weekStart(week)
          && events.time[row] < weekStart(week + 1)) {
        purchases[events.user[row]]++;
      }
    }
    return purchases;
  }

  private Trial trial(String name) {
    return trials.stream()
        .filter(trial -> trial.campaign.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "No campaign \""
                        + name
                        + "\" was run: there are "
                        + trials.stream().map(trial -> trial.campaign.name()).toList()
                        + "."));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s; %,d weeks, %d campaigns, %,d rows of dirt",
        seen,
        world.options.weeks(),
        trials.size(),
        dirtLog.size());
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), seen.summary());
  }
}
