package lectern.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a user is at the moment: what changes from week to week. */
final class PersonState {
  /** Weeks for which a purchase is talked about among friends. */
  static final int TALKED_ABOUT = 4;

  /** A completion, rating or refund that is still to come. */
  record Pending(int week, int event, int course, long second, double value, int place) {}

  double[] interests;

  /** How much one has had of each topic lately: what one is sated with. */
  double[] stock;

  /** A bit for each course that one owns. */
  long[] owned;

  /** A bit for each course that one bought in this week, the week before, and so on. */
  long[][] bought;

  /** Boredom from suggestions of one kind, 0 to 1. */
  double fatigue;

  /** How well courses went, 0 to 1. */
  double satisfaction = 0.5;

  /** Messages lately: those of the week, and 0.6 of what there was before. */
  double contactLoad;

  Mood mood = Mood.FOCUSED;
  boolean gone;
  int leftWeek = -1;
  double leaveChance;
  List<Pending> pending = new ArrayList<>();

  PersonState(double[] interests, int courses) {
    this.interests = interests.clone();
    stock = new double[interests.length];
    for (int k = 0; k < stock.length; k++) {
      stock[k] = 0.5 * interests[k];
    }
    int words = (courses + 63) / 64;
    owned = new long[words];
    bought = new long[TALKED_ABOUT][words];
  }

  /** A state of its own that is equal to this one. */
  PersonState copy() {
    PersonState copy = new PersonState(interests, owned.length * 64);
    copy.stock = stock.clone();
    copy.owned = owned.clone();
    copy.bought = Arrays.stream(bought).map(long[]::clone).toArray(long[][]::new);
    copy.fatigue = fatigue;
    copy.satisfaction = satisfaction;
    copy.contactLoad = contactLoad;
    copy.mood = mood;
    copy.gone = gone;
    copy.leftWeek = leftWeek;
    copy.leaveChance = leaveChance;
    copy.pending = new ArrayList<>(pending);
    return copy;
  }

  boolean owns(int course) {
    return has(owned, course);
  }

  void buy(int course) {
    owned[course >> 6] |= 1L << course;
    bought[0][course >> 6] |= 1L << course;
  }

  static boolean has(long[] bits, int course) {
    return (bits[course >> 6] >>> course & 1) != 0;
  }

  /** What one bought lately, for friends to hear of. */
  long[] talkedAbout() {
    long[] bits = new long[owned.length];
    for (long[] week : bought) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] |= week[i];
      }
    }
    return bits;
  }

  void startWeek() {
    long[] oldest = bought[TALKED_ABOUT - 1];
    System.arraycopy(bought, 0, bought, 1, TALKED_ABOUT - 1);
    Arrays.fill(oldest, 0);
    bought[0] = oldest;
  }
}
