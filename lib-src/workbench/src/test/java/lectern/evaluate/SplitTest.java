package lectern.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.data.Interactions;
import lectern.data.InteractionsBuilder;
import lectern.display.UserError;
import lectern.math.RandomStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static Interactions small() {
    return Interactions.builder()
        .add("ann", "java", 5, 30)
        .add("ann", "art", 3, 10)
        .add("ann", "law", 4, 20)
        .add("bob", "law", 2, 7)
        .add("bob", "art", 1, 7)
        .add("eve", "java", 5, 1)
        .user("zoe")
        .build();
  }

  @Test
  void leaveLastOutTakesTheLatestAndOfEqualTimesTheHighestItem() {
    Split split = Split.leaveLastOut(small());
    assertEquals(2, split.test().size());
    assertEquals(5, split.test().value("ann", "java").orElseThrow());
    assertEquals(2, split.test().value("bob", "law").orElseThrow());
    assertEquals(4, split.train().size());
    assertEquals(1, split.train().value("bob", "art").orElseThrow());
    assertEquals(5, split.train().value("eve", "java").orElseThrow(), "one item: kept whole");
    assertEquals(1, split.usersKeptWhole(), "eve, and not zoe, who has nothing");
    assertEquals(2, split.testUsers());
    assertEquals(small().users(), split.test().users(), "numbers stay");
    assertTrue(
        split.toString().contains("4 to learn from, 2 to test on, of 2 users; kept whole: 1"),
        split.toString());
    assertEquals(split.toString(), split.bundle().plain());
  }

  @Test
  void ofEqualTimesOneIsDrawnWhereASeedIsGiven() {
    int[] drawn = new int[2];
    for (int seed = 0; seed < 400; seed++) {
      Split split = Split.leaveLastOut(small(), seed);
      assertEquals(5, split.test().value("ann", "java").orElseThrow(), "no tie, no draw");
      drawn[split.test().value("bob", "law").isPresent() ? 1 : 0]++;
      assertEquals(split.test(), Split.leaveLastOut(small(), seed).test());
    }
    assertEquals(200, drawn[0], 50, "five standard errors");
    assertEquals(
        "each user's last item by time (of equal times one at random, seed 3; 1 user has such a"
            + " tie)",
        Split.leaveLastOut(small(), 3).how());
    assertEquals(
        "each user's last item by time (of equal times the highest item number; 1 user has such a"
            + " tie)",
        Split.leaveLastOut(small()).how());
    Interactions noTie = Interactions.builder().add("a", "x", 1, 1).add("a", "y", 1, 2).build();
    assertEquals("each user's last item by time", Split.leaveLastOut(noTie, 3).how());
  }

  @Test
  void leaveLastOutNeedsTimes() {
    Interactions noTimes = Interactions.builder().add("a", "x").add("a", "y").build();
    var error = assertThrows(UserError.class, () -> Split.leaveLastOut(noTimes));
    assertTrue(error.getMessage().contains("have no times"), error.getMessage());
    assertTrue(error.getMessage().contains("randomByUser"), error.getMessage());
  }

  /** Users 1 to 30 with as many items as their number. */
  private static Interactions steps(int users) {
    InteractionsBuilder builder = Interactions.builder();
    for (int user = 1; user <= users; user++) {
      for (int item = 0; item < user; item++) {
        builder.add(user, item, 1);
      }
    }
    return builder.build();
  }

  @Test
  void randomShareOfEachUser() {
    Interactions all = steps(30);
    Split split = Split.randomByUser(all, 0.25, 7);
    for (int user = 0; user < 30; user++) {
      int size = user + 1;
      int wanted = Math.min((int) Math.floor(size * 0.25 + 0.5), size - 1);
      assertEquals(wanted, split.test().sizeOf(user), "user with " + size);
      assertEquals(size - wanted, split.train().sizeOf(user), "user with " + size);
    }
    assertEquals(1, split.usersKeptWhole(), "the user with one item");
    assertEquals("25 % of each user's items drawn at random (seed 7)", split.how());
    assertEquals(all.size(), split.train().size() + split.test().size());
  }

  @Test
  void oneItemAlwaysStays() {
    Split split = Split.randomByUser(steps(5), 0.99, 1);
    for (int user = 0; user < 5; user++) {
      assertEquals(1, split.train().sizeOf(user));
    }
  }

  @Test
  void theSeedDecides() {
    Interactions all = steps(30);
    Split split = Split.randomByUser(all, 0.25, 7);
    assertEquals(split.test(), Split.randomByUser(all, 0.25, 7).test());
    assertNotEquals(split.test(), Split.randomByUser(all, 0.25, 8).test());
  }

  @Test
  void aUsersDrawDependsOnNoOtherUser() {
    Split few = Split.randomByUser(steps(20), 0.25, 7);
    Split many = Split.randomByUser(steps(30), 0.25, 7);
    for (int user = 0; user < 20; user++) {
      assertArrayEquals(few.test().itemsOf(user), many.test().itemsOf(user));
    }
  }

  @Test
  void everyItemOfAUserIsDrawnEquallyOften() {
    Interactions all = steps(8);
    int[] drawn = new int[8];
    for (int seed = 0; seed < 2000; seed++) {
      for (int item : Split.randomByUser(all, 0.25, seed).test().itemsOf(7)) {
        drawn[item]++;
      }
    }
    for (int count : drawn) {
      assertEquals(500, count, 100, "five standard errors");
    }
  }

  @Test
  void refusesShares() {
    for (double share : new double[] {0, 1, -0.1, Double.NaN}) {
      var error = assertThrows(UserError.class, () -> Split.randomByUser(steps(3), share, 1));
      assertTrue(error.getMessage().contains("not " + share), error.getMessage());
    }
  }

  @Test
  void refusesWhatIsInBothParts() {
    Interactions all = small();
    var error = assertThrows(UserError.class, () -> new Split(all, all, "by hand", 0));
    assertEquals(
        "User \"ann\" has item \"art\" in both parts: what is tested must not be learnt.",
        error.getMessage());
    Interactions other = Interactions.builder().add("ann", "zen").build();
    var numbered = assertThrows(UserError.class, () -> new Split(all, other, "by hand", 0));
    assertTrue(numbered.getMessage().contains("number users and items alike"));
  }

  @Test
  void aSplitOfYourOwn() {
    Interactions all = steps(6);
    RandomStream random = RandomStream.of(1, "test");
    boolean[] tested = new boolean[all.size()];
    int count = 0;
    for (int cell = 0; cell < tested.length; cell++) {
      tested[cell] = random.nextDouble() < 0.5;
      count += tested[cell] ? 1 : 0;
    }
    Split split = Split.of(all, tested, "a coin for each");
    assertEquals(count, split.test().size());
    for (int user = 0; user < 6; user++) {
      for (int cell = all.start(user); cell < all.start(user + 1); cell++) {
        assertEquals(tested[cell], split.test().find(user, all.item(cell)) >= 0);
        assertEquals(tested[cell], split.train().find(user, all.item(cell)) < 0);
      }
    }
    assertFalse(split.how().isEmpty());
  }
}
