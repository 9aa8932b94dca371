package lectern.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.data.EventLog;
import lectern.simulate.SimulatedPlatform;
import lectern.simulate.Simulation;
import lectern.simulate.SimulationOptions;
import org.junit.jupiter.api.Test;

/** Accounts of a simulated platform, whose owners are known. */
class SimulatedIdentitiesTest {
  private static final SimulatedPlatform PLATFORM =
      Simulation.run(SimulationOptions.usual().users(600).weeks(2), 11);
  private static final IdentityKey PHONE = IdentityKey.phone("phone");
  private static final IdentityKey EMAIL = IdentityKey.email("email");
  private static final IdentityKey DEVICE = IdentityKey.device("device");

  private static IdentityQuality quality(IdentityKey... keys) {
    JoinedIdentities joined = IdentityJoin.by(keys).join(PLATFORM.accounts());
    return IdentityQuality.of(joined, PLATFORM.accountOwners(), "user");
  }

  @Test
  void moreKeysFindMoreAndConflictsKeepThemRight() {
    IdentityQuality phone = quality(PHONE);
    IdentityQuality mail = quality(PHONE, EMAIL);
    IdentityQuality all = quality(PHONE, EMAIL, DEVICE);
    IdentityQuality several = quality(PHONE.onePerPerson(false), EMAIL, DEVICE);
    IdentityQuality blind = quality(PHONE.onePerPerson(false), EMAIL, DEVICE.atMost(1000));
    assertTrue(phone.recall() < mail.recall() && mail.recall() < all.recall());
    assertTrue(all.recall() < several.recall() && several.recall() < blind.recall());
    assertEquals(1, phone.precision());
    assertTrue(all.precision() > 0.99, all.toString());
    assertTrue(several.precision() < all.precision(), several.toString());
    assertTrue(blind.precision() < several.precision() - 0.02, blind.toString());
  }

  @Test
  void theLogOfAccountsBecomesOneOfPersons() {
    JoinedIdentities joined = IdentityJoin.by(PHONE, EMAIL, DEVICE).join(PLATFORM.accounts());
    EventLog accounts = PLATFORM.accountLog();
    EventLog persons = joined.rename(accounts);
    assertEquals(0, joined.unknown(accounts).rowCount());
    assertEquals(accounts.size(), persons.size());
    assertTrue(persons.users().size() < accounts.users().size());
  }
}
