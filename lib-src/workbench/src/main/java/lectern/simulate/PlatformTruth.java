package lectern.simulate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import lectern.data.Titled;
import lectern.display.Displayable;
import lectern.display.MimeBundle;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the simulation knows of its people and courses and a real platform does not, at one point in
 * time. Users and courses by their numbers in the log.
 */
public final class PlatformTruth implements Displayable {
  private final World world;
  private final PersonState[] states;
  private final int week;

  PlatformTruth(World world, PersonState[] states, int week) {
    this.world = world;
    this.states = Arrays.stream(states).map(PersonState::copy).toArray(PersonState[]::new);
    this.week = week;
  }

  /** The users' segments as labels 0 to 4, in the order of {@link Segment}. */
  public int[] segments() {
    return Arrays.stream(world.people).mapToInt(p -> p.segment.ordinal()).toArray();
  }

  public Segment segment(int user) {
    return world.people[user].segment;
  }

  /** How much of a user's attention each {@link Topic} has now; adds up to 1. */
  public double[] interests(int user) {
    return states[user].interests.clone();
  }

  /** The same before week 0. */
  public double[] firstInterests(int user) {
    return world.people[user].interests.clone();
  }

  /** What a course is about, by {@link Topic}; adds up to 1. */
  public double[] mix(int course) {
    return world.catalogue.mix[course].clone();
  }

  /** How good a course is, 0 to 1. */
  public double quality(int course) {
    return world.catalogue.quality[course];
  }

  /**
   * What a user thinks of each course now: the appeal A without mood and chance. The best order of
   * suggestions, were it known.
   */
  public double[] appeals(int user) {
    double[] appeals = new double[world.catalogue.size];
    for (int c = 0; c < appeals.length; c++) {
      appeals[c] = world.choice.appealAtRest(world.people[user], states[user].interests, c);
    }
    return appeals;
  }

  /** Satisfaction S of a user now, 0 to 1. */
  public double satisfaction(int user) {
    return states[user].satisfaction;
  }

  /** Loyalty of a user now: the chance still to be there in 26 weeks; 0 for one who left. */
  public double loyalty(int user) {
    PersonState state = states[user];
    return state.gone ? 0 : StrictMath.pow(1 - state.leaveChance, 26);
  }

  /** The expected number of purchases that this message would bring now, as the first of a week. */
  public double messageChance(int user, Contact contact) {
    return world.response.chance(world.people[user], states[user], contact, 0);
  }

  /** The chance that one message now makes the user put off a purchase. */
  public double putOffChance(int user) {
    return world.response.putOff(world.people[user], states[user], 1);
  }

  /** One in fifty, those with the most influence. */
  public boolean[] opinionLeaders() {
    double[] sorted = Arrays.stream(world.people).mapToDouble(p -> p.influence).sorted().toArray();
    double limit = sorted[sorted.length - Math.max(1, sorted.length / 50)];
    boolean[] leaders = new boolean[sorted.length];
    for (int u = 0; u < leaders.length; u++) {
      leaders[u] = world.people[u].influence >= limit;
    }
    return leaders;
  }

  /** One row for each user: traits, how he is now, and interests by topic. */
  public Table users() {
    Person[] people = world.people;
    IntColumn left = IntColumn.create("left in week");
    for (PersonState state : states) {
      if (state.gone) {
        left.append(state.leftWeek);
      } else {
        left.appendMissing();
      }
    }
    Table table =
        Table.create(
            "users, truth",
            StringColumn.create("user", world.userIds.ids()),
            StringColumn.create("segment", Arrays.stream(people).map(p -> p.segment.id())),
            column("activity", u -> people[u].activity),
            column("threshold", u -> people[u].threshold),
            column("wealth", u -> people[u].wealth),
            column("price sensitivity", u -> people[u].priceSensitivity),
            column("sociability", u -> people[u].sociability),
            column("influence", u -> people[u].influence),
            column("weariness", u -> people[u].weariness),
            column("satisfaction", u -> states[u].satisfaction),
            column("loyalty", this::loyalty),
            column("fatigue", u -> states[u].fatigue),
            BooleanColumn.create("opinion leader", opinionLeaders()),
            left);
    for (Topic topic : Topic.values()) {
      table.addColumns(column(topic.id(), u -> states[u].interests[topic.ordinal()]));
    }
    return table;
  }

  private DoubleColumn column(String name, IntToDoubleFunction of) {
    return DoubleColumn.create(name, IntStream.range(0, states.length).mapToDouble(of).toArray());
  }

  /** One row for each course: quality, fame and topic mix. */
  public Table courses() {
    return world.catalogue.truth();
  }

  /** How readily each segment answers in each channel, 0 to 1: one row a segment. */
  public Table responses() {
    Table table =
        Table.create(
            "channel response",
            StringColumn.create("segment", Arrays.stream(Segment.values()).map(Segment::id)));
    for (Channel channel : Channel.values()) {
      table.addColumns(
          DoubleColumn.create(
              channel.id(),
              Arrays.stream(Segment.values()).mapToDouble(s -> s.response(channel)).toArray()));
    }
    return table;
  }

  @Override
  public String toString() {
    return "the truth about " + states.length + " users after " + week + " weeks";
  }

  @Override
  public MimeBundle bundle() {
    return Titled.bundle(toString(), users());
  }
}
