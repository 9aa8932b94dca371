package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lectern.data.EventLog;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;

class PlatformStateTest {
  private static final SimulationOptions OPTIONS =
      SimulationOptions.usual().users(200).weeks(12).noCampaigns().noDiscounts();

  @Test
  void weeksWithoutActionsAreTheWholeRun() {
    PlatformState state = Simulation.start(OPTIONS, 3);
    for (int w = 0; w < 12; w++) {
      assertEquals(w, state.week().number());
    }
    assertEquals(Simulation.run(OPTIONS, 3).log(), state.log());
  }

  @Test
  void whatIsDoneToOneUserMovesNobodyElse() {
    PlatformState plain = Simulation.start(OPTIONS.socialInfluence(0), 3);
    PlatformState other = plain.copy();
    for (int w = 0; w < 6; w++) {
      plain.week();
      other.week(
          new Actions()
              .suggest(7, 1, 2, 3, 4, 5)
              .contact(7, new Contact(Channel.APP, Topic.DATA, 0.5))
              .coupon(7, 0.5));
    }
    EventLog without = plain.log();
    EventLog with = other.log();
    assertEquals(
        without.where(row -> without.user(row) != 7), with.where(row -> with.user(row) != 7));
    assertNotEquals(without, with);
  }

  @Test
  void othersHearOfItFromTheNextWeekOnThroughThoseWhoFollow() {
    PlatformState plain = Simulation.start(OPTIONS.socialInfluence(3), 3);
    PlatformState other = plain.copy();
    Actions coupons = new Actions();
    for (int u = 0; u < 100; u++) {
      coupons.coupon(u, 0.9);
    }
    Week first = plain.week();
    Week second = other.week(coupons);
    assertEquals(
        first.events().where(row -> first.events().user(row) >= 100),
        second.events().where(row -> second.events().user(row) >= 100));
    Week third = plain.week();
    Week fourth = other.week();
    assertNotEquals(
        third.events().where(row -> third.events().user(row) >= 100),
        fourth.events().where(row -> fourth.events().user(row) >= 100));
  }

  @Test
  void aCopyGoesItsOwnWay() {
    PlatformState state = Simulation.start(OPTIONS, 4);
    state.week();
    PlatformState copy = state.copy();
    Week one = copy.week();
    assertEquals(1, state.nextWeek());
    assertEquals(one.events(), state.week().events());
  }

  @Test
  void couponsSellMoreAndAreTheKnownCause() {
    PlatformState state = Simulation.start(OPTIONS, 5);
    PlatformState dear = state.copy();
    Actions coupons = new Actions();
    IntStream.range(0, 200).forEach(u -> coupons.coupon(u, 0.5));
    Week cheap = state.week(coupons);
    assertTrue(cheap.purchases() > 1.2 * dear.week().purchases());
    EventList events = state.events();
    long caused =
        IntStream.range(0, events.size)
            .filter(row -> events.cause[row] == Cause.COUPON.ordinal())
            .count();
    assertTrue(caused > 10);
  }

  @Test
  void messagesTireThoseWhoGetMany() {
    PlatformState state = Simulation.start(OPTIONS, 6);
    Contact contact = new Contact(Channel.WECHAT, Topic.FINANCE);
    double before = state.truth().messageChance(3, contact);
    double putOff = state.truth().putOffChance(3);
    for (int w = 0; w < 3; w++) {
      state.week(new Actions().contact(3, contact).contact(3, contact));
    }
    assertTrue(state.truth().messageChance(3, contact) < before);
    assertTrue(state.truth().putOffChance(3) >= putOff);
  }

  /** The known effect of too much personalisation: bought more at first, then bored and gone. */
  @Test
  void listsOfOneTopicBoreNarrowInterestsAndDriveAway() {
    double[] narrow = new double[4];
    double[] broad = new double[4];
    for (long seed = 0; seed < 3; seed++) {
      add(narrow, suggesting(8, seed));
      add(broad, suggesting(2, seed));
    }
    assertTrue(narrow[0] > broad[0] + 0.3, "boredom");
    assertTrue(narrow[1] < broad[1] - 0.3, "breadth of interests");
    assertTrue(narrow[2] > broad[2], "gone");
    assertTrue(narrow[3] < broad[3], "bought");
  }

  private static void add(double[] sums, double[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }

  /** Ten weeks of lists with at most so many courses of a topic: boredom, breadth, gone, bought. */
  private static double[] suggesting(int atMost, long seed) {
    PlatformState state = Simulation.start(OPTIONS, seed);
    double gone = 0;
    double bought = 0;
    Week week = null;
    for (int w = 0; w < 12; w++) {
      PlatformTruth truth = state.truth();
      Actions actions = new Actions();
      for (int u = 0; u < 200; u++) {
        actions.suggest(u, list(state, truth, u, atMost));
      }
      week = state.week(actions);
      gone += week.left();
      bought += week.purchases();
    }
    return new double[] {week.fatigue(), week.breadth(), gone, bought};
  }

  private static int[] list(PlatformState state, PlatformTruth truth, int user, int atMost) {
    double[] interests = truth.interests(user);
    int[] order =
        IntStream.range(0, 120)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    c -> -interests[state.topic(c).ordinal()] - 1e-3 * truth.quality(c)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] used = new int[Topic.values().length];
    return Arrays.stream(order)
        .filter(c -> !state.states()[user].owns(c))
        .filter(c -> used[state.topic(c).ordinal()]++ < atMost)
        .limit(8)
        .toArray();
  }

  @Test
  void unknownUsersAndCoursesAreRefusedBeforeAnythingHappens() {
    PlatformState state = Simulation.start(OPTIONS, 1);
    assertEquals(
        "There is no user number 200: numbers go from 0 to 199.",
        assertThrows(UserError.class, () -> state.week(new Actions().coupon(200, 0.1)))
            .getMessage());
    assertEquals(
        "There is no course number 120: numbers go from 0 to 119.",
        assertThrows(UserError.class, () -> state.week(new Actions().suggest(0, 120)))
            .getMessage());
    assertEquals(
        "A course stands twice in the list of user number 0.",
        assertThrows(UserError.class, () -> new Actions().suggest(0, 1, 1)).getMessage());
    assertEquals(0, state.nextWeek());
  }
}
