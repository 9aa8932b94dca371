package lectern.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import lectern.math.RandomStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The courses: what they are about, how good, how dear and how well known they are. */
final class Catalogue {
  private static final String[] LEVELS = {"beginner", "intermediate", "advanced"};
  private static final String[] CHINESE_FORMS = {"入门：从零开始", "实战训练营", "高阶专题"};
  private static final String[] ENGLISH_FORMS = {"from Scratch", "Hands-On Camp", "Masterclass"};
  private static final double[] PRICES = {19.9, 39, 69, 99, 129, 199, 299, 399};
  private static final String[] SCHOOLS = {
    "East Lake School", "Harbour School", "Pine Hill School"
  };
  private static final String[] FAMILY_NAMES = {"Chen", "Li", "Wang", "Zhang", "Liu", "Zhao"};
  private static final String[] GIVEN_NAMES = {"Wei", "Min", "Hua", "Lan", "Jun", "Yan", "Bo"};

  final int size;
  final String[] ids;
  final int[] topic;

  /** What a course is about: a row for each course, adding up to 1 over the topics. */
  final double[][] mix;

  /** From 0 to 1. */
  final double[] quality;

  final double[] price;
  final int[] level;
  final int[] hours;

  /** How often a course is shown to people who only browse, adding up to 1. */
  final double[] fame;

  /** The share of fame that a topic has. */
  final double[] topicFame;

  private final String[] chineseTitle;
  private final String[] englishTitle;
  private final String[] teacher;
  private final String[] school;
  private final double[] fameSums;
  private final int[][] ofTopic;
  private final double[][] ofTopicSums;

  Catalogue(int size, long seed) {
    this.size = size;
    int topics = Topic.values().length;
    ids = Ids.of("c", size);
    topic = new int[size];
    mix = new double[size][topics];
    quality = new double[size];
    price = new double[size];
    level = new int[size];
    hours = new int[size];
    fame = new double[size];
    chineseTitle = new String[size];
    englishTitle = new String[size];
    teacher = new String[size];
    school = new String[size];
    Map<String, Integer> titles = new HashMap<>();
    for (int c = 0; c < size; c++) {
      make(c, RandomStream.of(seed, "simulate", "course", ids[c]), titles);
    }
    giveFame(RandomStream.of(seed, "simulate", "fame"));
    topicFame = new double[topics];
    for (int c = 0; c < size; c++) {
      topicFame[topic[c]] += fame[c];
    }
    fameSums = sums(fame);
    ofTopic = new int[topics][];
    ofTopicSums = new double[topics][];
    for (int k = 0; k < topics; k++) {
      int[] these = courses(k);
      ofTopic[k] = these;
      ofTopicSums[k] = sums(Arrays.stream(these).mapToDouble(c -> fame[c]).toArray());
    }
  }

  private int[] courses(int k) {
    return java.util.stream.IntStream.range(0, size).filter(c -> topic[c] == k).toArray();
  }

  private void make(int c, RandomStream random, Map<String, Integer> titles) {
    int topics = mix[0].length;
    int main = c % topics; // every topic has courses
    topic[c] = main;
    double weight = 0.65 + 0.3 * random.nextDouble();
    int second = (main + 1 + random.nextInt(topics - 1)) % topics;
    mix[c][main] = weight;
    mix[c][second] = 1 - weight;
    quality[c] = 1 / (1 + StrictMath.exp(-0.4 - random.nextGaussian()));
    level[c] = random.nextInt(3);
    int tier = Math.min(7, Math.max(0, 2 + level[c] + random.nextInt(4) - 1));
    price[c] = PRICES[tier];
    hours[c] = 3 + 4 * level[c] + random.nextInt(10);
    int teacherNumber = random.nextInt(42);
    teacher[c] =
        FAMILY_NAMES[teacherNumber % FAMILY_NAMES.length]
            + " "
            + GIVEN_NAMES[teacherNumber / FAMILY_NAMES.length];
    school[c] = SCHOOLS[teacherNumber % SCHOOLS.length];
    Topic about = Topic.values()[main];
    int subject = random.nextInt(about.subjects());
    String english = about.englishSubject(subject) + " " + ENGLISH_FORMS[level[c]];
    int edition = titles.merge(english, 1, Integer::sum);
    englishTitle[c] = english + (edition == 1 ? "" : ", Part " + edition);
    chineseTitle[c] =
        about.chineseSubject(subject)
            + CHINESE_FORMS[level[c]]
            + (edition == 1 ? "" : "（第" + edition + "期）");
  }

  /** Zipf's law with exponent 0.5, the rank rising with quality and with chance. */
  private void giveFame(RandomStream random) {
    double[] rank = new double[size];
    Integer[] order = new Integer[size];
    for (int c = 0; c < size; c++) {
      rank[c] = -(quality[c] + 0.5 * random.nextGaussian());
      order[c] = c;
    }
    Arrays.sort(order, (a, b) -> Double.compare(rank[a], rank[b]));
    double total = 0;
    for (int r = 0; r < size; r++) {
      fame[order[r]] = 1 / StrictMath.pow(r + 3, 0.5);
      total += fame[order[r]];
    }
    for (int c = 0; c < size; c++) {
      fame[c] /= total;
    }
  }

  private static double[] sums(double[] weights) {
    double[] sums = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** The course that a number from 0 to 1 draws, by fame. */
  int pick(double uniform) {
    return Draws.find(fameSums, uniform);
  }

  /** The course of a topic that a number from 0 to 1 draws, by fame. */
  int pick(int ofThis, double uniform) {
    return ofTopic[ofThis][Draws.find(ofTopicSums[ofThis], uniform)];
  }

  int[] ofTopic(int k) {
    return ofTopic[k];
  }

  /** The part of its price that a cut takes off a course: for its theme; see the package page. */
  double cut(int course, Topic theme, double discount, double strength) {
    int k = theme.ordinal();
    double personal = Math.min(1, strength);
    return discount * (personal * (topic[course] == k ? 1 : 0) + (1 - personal) * topicFame[k]);
  }

  /** What everybody may know of the courses. */
  Table table() {
    Topic[] topics = Topic.values();
    StringColumn field = StringColumn.create("field");
    StringColumn levels = StringColumn.create("level");
    for (int c = 0; c < size; c++) {
      field.append(topics[topic[c]].id());
      levels.append(LEVELS[level[c]]);
    }
    return Table.create(
        "courses",
        StringColumn.create("course", ids),
        StringColumn.create("title", chineseTitle),
        StringColumn.create("english title", englishTitle),
        field,
        levels,
        DoubleColumn.create("price", price),
        DoubleColumn.create("hours", Arrays.stream(hours).asDoubleStream().toArray()),
        StringColumn.create("teacher", teacher),
        StringColumn.create("school", school));
  }

  /** What nobody on the platform knows of them. */
  Table truth() {
    Table truth =
        Table.create(
            "courses, truth",
            StringColumn.create("course", ids),
            DoubleColumn.create("quality", quality),
            DoubleColumn.create("fame", fame));
    for (Topic about : Topic.values()) {
      truth.addColumns(
          DoubleColumn.create(
              about.id(), Arrays.stream(mix).mapToDouble(m -> m[about.ordinal()]).toArray()));
    }
    return truth;
  }
}
