package lectern.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import lectern.math.Parallel;
import org.junit.jupiter.api.Test;

class SameBitsTest {
  private static final SimulationOptions SMALL =
      SimulationOptions.usual().users(300).weeks(8).dirt(Dirt.usual());

  private static String everything(SimulatedPlatform p) {
    return p.log().checksum()
        + p.accountLog().checksum()
        + p.posts().printAll()
        + p.truth().users().printAll()
        + p.campaigns().stream().map(c -> c.table().printAll()).toList()
        + p.dirtLog().table().printAll();
  }

  @Test
  void aSeedGivesTheSameBitsOnOneThreadAndOnThree() {
    assertEquals(
        everything(Parallel.withThreads(1, () -> Simulation.run(SMALL, 5))),
        everything(Parallel.withThreads(3, () -> Simulation.run(SMALL, 5))));
  }

  @Test
  void anotherSeedGivesAnotherPlatform() {
    assertNotEquals(
        Simulation.run(SMALL, 5).log().checksum(), Simulation.run(SMALL, 6).log().checksum());
  }

  /** On every Java and machine. A change of the model changes it: write the new one down then. */
  @Test
  void theBitsAreThoseThatWereWrittenDown() {
    assertEquals("4319124a7b13a5d6", Simulation.run(SMALL, 5).log().checksum().substring(0, 16));
  }
}
