package lectern.simulate;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of people there are: the true partition of the users.
 *
 * <p>A segment sets where its people's traits are drawn from; people of one segment differ. Numbers
 * by topic stand in the order of {@link Topic}, by channel in that of {@link Channel}.
 */
public enum Segment {
  STUDENTS(
      "学生",
      new Traits(0.26, 2.3, 0.65, 21, 2.2, 0.5, 1.3),
      new double[] {2.0, 1.2, 0.3, 2.6, 1.0, 0.8, 0.05, 0.3},
      new double[] {0.18, 0.16, 0.32, 0.14, 0.19, 0.01},
      new double[] {0.35, 0.45, 0.80, 0.55, 0.50, 0.20, 0.10, 0.15},
      List.of("student", "postgraduate", "intern")),
  CAREER_CHANGERS(
      "转行者",
      new Traits(0.20, 2.8, 0.95, 29, 4, 0.6, 1.1),
      new double[] {2.6, 2.6, 0.5, 0.8, 1.2, 0.6, 0.1, 0.2},
      new double[] {0.20, 0.08, 0.10, 0.38, 0.23, 0.01},
      new double[] {0.45, 0.20, 0.30, 0.90, 0.60, 0.35, 0.55, 0.25},
      List.of("sales", "administration", "service", "between jobs")),
  PROFESSIONALS(
      "职场人",
      new Traits(0.24, 1.8, 1.5, 36, 6, 0.7, 0.7),
      new double[] {0.6, 1.4, 2.4, 1.4, 0.4, 1.2, 0.3, 0.6},
      new double[] {0.38, 0.08, 0.05, 0.16, 0.30, 0.03},
      new double[] {0.60, 0.15, 0.15, 0.45, 0.55, 0.50, 0.85, 0.30},
      List.of("engineer", "manager", "accountant", "lawyer", "doctor")),
  PARENTS(
      "父母",
      new Traits(0.18, 1.9, 1.15, 35, 4.5, 0.45, 1.0),
      new double[] {0.1, 0.2, 0.9, 0.9, 0.3, 1.4, 3.2, 1.0},
      new double[] {0.52, 0.07, 0.16, 0.03, 0.20, 0.02},
      new double[] {0.90, 0.15, 0.50, 0.15, 0.45, 0.25, 0.30, 0.45},
      List.of("teacher", "nurse", "office worker", "at home")),
  RETIRED(
      "退休者",
      new Traits(0.12, 1.6, 0.8, 63, 5, 0.3, 0.9),
      new double[] {0.05, 0.1, 1.4, 0.3, 1.8, 0.9, 0.2, 3.2},
      new double[] {0.55, 0.03, 0.24, 0.01, 0.09, 0.08},
      new double[] {0.80, 0.05, 0.55, 0.05, 0.25, 0.85, 0.10, 0.70},
      List.of("retired"));

  /**
   * Means of a segment.
   *
   * @param share of all people
   * @param sessions a week
   * @param wealth what its people can spend, 1 being usual
   * @param age mean age
   * @param ageSpread standard deviation of age
   * @param evening share of sessions in the evening
   * @param weekend how much likelier a day of the weekend is than a weekday
   */
  record Traits(
      double share,
      double sessions,
      double wealth,
      double age,
      double ageSpread,
      double evening,
      double weekend) {}

  private final String chinese;
  private final Traits traits;
  private final double[] topics;
  private final double[] places;
  private final double[] responses;
  private final List<String> occupations;

  Segment(
      String chinese,
      Traits traits,
      double[] topics,
      double[] places,
      double[] responses,
      List<String> occupations) {
    this.chinese = chinese;
    this.traits = traits;
    this.topics = topics;
    this.places = places;
    this.responses = responses;
    this.occupations = occupations;
  }

  /** As it stands in tables, such as {@code "career_changers"}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String chinese() {
    return chinese;
  }

  /** How readily its people answer a message in this channel, from 0 to 1. */
  public double response(Channel channel) {
    return responses[channel.ordinal()];
  }

  Traits traits() {
    return traits;
  }

  /** The Dirichlet parameter of this topic. */
  double topic(int topic) {
    return topics[topic];
  }

  /** The mean share of sessions in this place. */
  double place(int place) {
    return places[place];
  }

  List<String> occupations() {
    return occupations;
  }
}
