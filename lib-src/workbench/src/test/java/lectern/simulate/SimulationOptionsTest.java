package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.display.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SimulationOptionsTest {
  private static final SimulationOptions SMALL =
      SimulationOptions.usual().users(80).courses(24).weeks(6);

  @Test
  void eachSettingChangesWhatHappens() {
    Map<String, SimulationOptions> changed = new LinkedHashMap<>();
    changed.put("users", SMALL.users(81));
    changed.put("courses", SMALL.courses(25));
    changed.put("weeks", SMALL.weeks(7));
    changed.put("segments", SMALL.segments(3));
    changed.put("interestStrength", SMALL.interestStrength(1.2));
    changed.put("activity", SMALL.activity(1.1));
    changed.put("socialInfluence", SMALL.socialInfluence(0));
    changed.put("campaigns", SMALL.noCampaigns());
    changed.put("discounts", SMALL.noDiscounts());
    changed.put("dirt", SMALL.dirt(Dirt.usual()));
    changed.put("start", SMALL.start(LocalDate.of(2024, 3, 11)));
    String usual = Simulation.run(SMALL, 1).log().checksum();
    changed.forEach(
        (name, options) ->
            assertTrue(!Simulation.run(options, 1).log().checksum().equals(usual), name));
  }

  @Test
  void badValuesAreRefusedByName() {
    refuses("users must be at least 1, not 0.", () -> SMALL.users(0));
    refuses("courses must be at least 8, not 7.", () -> SMALL.courses(7));
    refuses("weeks must be at least 1, not 0.", () -> SMALL.weeks(0));
    refuses("segments must be between 1 and 5, not 6.", () -> SMALL.segments(6));
    refuses(
        "interestStrength must be between 0 and 3, not NaN.",
        () -> SMALL.interestStrength(Double.NaN));
    refuses("activity must be above 0, not 0: nobody would ever come.", () -> SMALL.activity(0));
    refuses(
        "start must be a Monday, not 2024-03-05, a TUESDAY: weeks begin on Mondays.",
        () -> SMALL.start(LocalDate.of(2024, 3, 5)));
    Campaign one = Campaign.of("one", 1, Channel.APP, Topic.DATA);
    refuses(
        "Two campaigns have the same name: give each a name of its own.",
        () -> SMALL.campaigns(one, one));
    refuses(
        "discount must be at least 0 and below 1, not 1.0: 0.2 is 20 % off.",
        () -> one.discount(1));
    refuses("duplicates must be a share between 0 and 0.2, not 0.3.", () -> Dirt.all(0.3));
  }

  private static void refuses(String message, Executable what) {
    assertEquals(message, assertThrows(UserError.class, what).getMessage());
  }

  @Test
  void oneUserInOneWeekIsEnough() {
    SimulatedPlatform platform = Simulation.run(SMALL.users(1).weeks(1), 2);
    assertEquals(1, platform.log().users().size());
    assertEquals(24, platform.log().courses().size());
    assertTrue(platform.bundle().plain().contains("1 weeks"));
  }
}
