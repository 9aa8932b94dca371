package lectern.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lectern.display.UserError;

/**
 * What kind of platform is simulated.
 *
 * <pre>{@code SimulationOptions.usual().users(500).weeks(8).dirt(Dirt.usual()) }</pre>
 *
 * @param users how many people, at least 1; 2000 if unsaid
 * @param courses how many courses, at least 8; 120 if unsaid
 * @param weeks how long, at least 1; 12 if unsaid
 * @param segments how many of the {@link Segment}s there are people of, 1 to 5; 5 if unsaid
 * @param interestStrength how much it matters for a choice who chooses, 0 to 3; 1 if unsaid. With 0
 *     every user chooses alike, and no model can beat popularity
 * @param activity factor of everybody's sessions, above 0, at most 10; 1 if unsaid
 * @param socialInfluence how much the purchases of those one follows matter, 0 to 3; 1 if unsaid
 * @param campaigns themed campaigns, several weeks apart; four if unsaid. Those after the last week
 *     are left out
 * @param discounts time-limited price cuts for everybody; two if unsaid
 * @param dirt what is done to the log that the analyst sees; nothing if unsaid
 * @param start the Monday on which week 0 begins; 4 March 2024 if unsaid
 */
public record SimulationOptions(
    int users,
    int courses,
    int weeks,
    int segments,
    double interestStrength,
    double activity,
    double socialInfluence,
    List<Campaign> campaigns,
    List<TimedDiscount> discounts,
    Dirt dirt,
    LocalDate start) {

  public SimulationOptions {
    atLeast("users", users, 1);
    atLeast("courses", courses, Topic.values().length);
    atLeast("weeks", weeks, 1);
    if (users > 10_000_000 || courses > 100_000 || weeks > 520) {
      throw new UserError(
          "At most 10,000,000 users, 100,000 courses and 520 weeks can be simulated, not "
              + users
              + ", "
              + courses
              + " and "
              + weeks
              + ".");
    }
    if (segments < 1 || segments > Segment.values().length) {
      throw new UserError(
          "segments must be between 1 and " + Segment.values().length + ", not " + segments + ".");
    }
    between("interestStrength", interestStrength, 0, 3);
    between("activity", activity, 0, 10);
    if (activity == 0) {
      throw new UserError("activity must be above 0, not 0: nobody would ever come.");
    }
    between("socialInfluence", socialInfluence, 0, 3);
    campaigns = List.copyOf(campaigns);
    discounts = List.copyOf(discounts);
    long names = campaigns.stream().map(Campaign::name).distinct().count();
    if (names < campaigns.size()) {
      throw new UserError("Two campaigns have the same name: give each a name of its own.");
    }
    Objects.requireNonNull(dirt, "dirt");
    if (start.getDayOfWeek() != java.time.DayOfWeek.MONDAY) {
      throw new UserError(
          "start must be a Monday, not "
              + start
              + ", a "
              + start.getDayOfWeek()
              + ": weeks begin on Mondays.");
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new UserError(name + " must be at least " + least + ", not " + value + ".");
    }
  }

  private static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new UserError(
          name + " must be between " + (int) low + " and " + (int) high + ", not " + value + ".");
    }
  }

  /** Everything as said above. */
  public static SimulationOptions usual() {
    return new SimulationOptions(
        2000,
        120,
        12,
        5,
        1,
        1,
        1,
        List.of(
            Campaign.of("data month", 3, Channel.WECHAT, Topic.DATA),
            Campaign.of("english coupon", 5, Channel.SMS, Topic.ENGLISH).discount(0.3),
            Campaign.of("health letter", 7, Channel.EMAIL, Topic.HEALTH),
            Campaign.of("code live", 9, Channel.DOUYIN, Topic.PROGRAMMING).discount(0.2)),
        List.of(new TimedDiscount(4, Topic.FINANCE, 0.3), new TimedDiscount(10, Topic.DESIGN, 0.4)),
        Dirt.none(),
        LocalDate.of(2024, 3, 4));
  }

  public SimulationOptions users(int number) {
    return new SimulationOptions(
        number,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions courses(int number) {
    return new SimulationOptions(
        users,
        number,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions weeks(int number) {
    return new SimulationOptions(
        users,
        courses,
        number,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions segments(int number) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        number,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions interestStrength(double strength) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        strength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions activity(double factor) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        factor,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        start);
  }

  public SimulationOptions socialInfluence(double strength) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        strength,
        campaigns,
        discounts,
        dirt,
        start);
  }

  /** These campaigns and no others. */
  public SimulationOptions campaigns(Campaign... these) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        List.of(these),
        discounts,
        dirt,
        start);
  }

  /** Without campaigns. */
  public SimulationOptions noCampaigns() {
    return campaigns(new Campaign[0]);
  }

  /** Without time-limited price cuts. */
  public SimulationOptions noDiscounts() {
    return discounts(new TimedDiscount[0]);
  }

  /** These price cuts and no others. */
  public SimulationOptions discounts(TimedDiscount... these) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        List.of(these),
        dirt,
        start);
  }

  public SimulationOptions dirt(Dirt added) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        added,
        start);
  }

  public SimulationOptions start(LocalDate monday) {
    return new SimulationOptions(
        users,
        courses,
        weeks,
        segments,
        interestStrength,
        activity,
        socialInfluence,
        campaigns,
        discounts,
        dirt,
        monday);
  }
}
