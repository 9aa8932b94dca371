package lectern.simulate;

import lectern.math.RandomStream;

/** What a user is from the start, most of it hidden from every model. */
final class Person {
  private static final String[][] CITIES = {
    {"Beijing", "Shanghai", "Guangzhou", "Shenzhen"},
    {"Chengdu", "Hangzhou", "Wuhan", "Nanjing", "Xi'an"},
    {"Luoyang", "Yichang", "Zhuhai", "Weifang", "Guilin"}
  };
  private static final double[] CITY_SHARES = {0.3, 0.4, 0.3};

  final Segment segment;

  /** How much of one's attention each topic has; adds up to 1. */
  final double[] interests;

  /** The match from which a course is interesting to this person, 0.25 to 0.5. */
  final double threshold;

  /** What the person can spend, 1 being usual. */
  final double wealth;

  /** Logarithm of how much dearer a price feels; 0 is usual. */
  final double priceSensitivity;

  /** Sessions a week while all is well. */
  final double activity;

  /** Chance to post in a week. */
  final double sociability;

  /** How much others listen; 1 is usual, opinion leaders have far more (Pareto). */
  final double influence;

  /** From 0 to 1; from 0.7 on, messages make the person put off purchases. */
  final double weariness;

  /** What the person adds to every rating. */
  final double generosity;

  /** Share of sessions in each place. */
  final double[] places;

  final int age;
  final String gender;
  final int cityTier;
  final String city;
  final String occupation;

  Person(String id, int segments, long seed) {
    RandomStream random = RandomStream.of(seed, "simulate", "person", id);
    segment = drawSegment(segments, random);
    Segment.Traits traits = segment.traits();
    double[] topics = new double[Topic.values().length];
    for (int k = 0; k < topics.length; k++) {
      topics[k] = segment.topic(k) * 0.8;
    }
    interests = Draws.shares(random, topics);
    threshold = 0.25 + 0.25 * random.nextDouble();
    cityTier = 1 + Draws.pick(CITY_SHARES, random.nextDouble());
    city = CITIES[cityTier - 1][random.nextInt(CITIES[cityTier - 1].length)];
    wealth = traits.wealth() * StrictMath.exp(0.35 * random.nextGaussian() + 0.15 * (2 - cityTier));
    priceSensitivity = 0.4 * random.nextGaussian();
    activity = traits.sessions() * Draws.gamma(random, 2.5) / 2.5;
    sociability = StrictMath.pow(random.nextDouble(), 3) * 0.6;
    influence = StrictMath.pow(1 - random.nextDouble(), -1 / 1.8);
    weariness = random.nextDouble();
    generosity = 0.3 * random.nextGaussian();
    double[] use = new double[Channel.PLACES];
    for (int i = 0; i < use.length; i++) {
      use[i] = segment.place(i) * 6;
    }
    places = Draws.shares(random, use);
    age = (int) Math.max(16, traits.age() + traits.ageSpread() * random.nextGaussian() + 0.5);
    gender = random.nextDouble() < 0.55 ? "female" : "male";
    occupation = segment.occupations().get(random.nextInt(segment.occupations().size()));
  }

  private static Segment drawSegment(int segments, RandomStream random) {
    double[] shares = new double[segments];
    for (int s = 0; s < segments; s++) {
      shares[s] = Segment.values()[s].traits().share();
    }
    return Segment.values()[Draws.pick(shares, random.nextDouble())];
  }
}
