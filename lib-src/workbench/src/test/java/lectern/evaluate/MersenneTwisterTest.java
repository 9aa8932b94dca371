package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.data.Sha256;
import org.junit.jupiter.api.Test;

/** Against numpy's RandomState; 4123659995 is also the generator's official 10,000th number. */
class MersenneTwisterTest {
  @Test
  void givesTheKnownNumbers() {
    MersenneTwister random = new MersenneTwister(5489);
    assertEquals(3499211612L, Integer.toUnsignedLong(random.nextInt()));
    for (int draw = 2; draw < 10_000; draw++) {
      random.nextInt();
    }
    assertEquals(4123659995L, Integer.toUnsignedLong(random.nextInt()));
    assertEquals(2357136044L, Integer.toUnsignedLong(new MersenneTwister(0).nextInt()));
  }

  @Test
  void shufflesAsNumpyDoes() {
    assertArrayEquals(
        new int[] {2, 8, 4, 9, 1, 6, 7, 3, 0, 5}, new MersenneTwister(0).permutation(10));
    Sha256 sum = new Sha256();
    for (int number : new MersenneTwister(0).permutation(100_000)) {
      sum.add(number);
    }
    assertEquals("f1ea827cc77d92782621a25ba034df63b2ec01f1d5df504015393a705034a51e", sum.hex());
    assertArrayEquals(new int[] {0}, new MersenneTwister(1).permutation(1));
  }
}
